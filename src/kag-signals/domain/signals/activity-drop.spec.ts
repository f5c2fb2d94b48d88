import { describe, expect, it } from '@jest/globals';
import { event } from '../../../../test/builders/domain-events.js';
import { ROUND_THE_CLOCK } from '../../../common/working-time/calendar.js';
import { workingTimeOf } from '../../../common/working-time/working-time.js';
import { readState } from '../read-state.js';
import { othersUpTo, type ScopeActivity } from '../scope-activity.js';
import { fold, startState } from '../state.js';

const NOW = Date.parse('2026-03-31T12:00:00.000Z');
const DAY = 86_400_000;

/** So many things done, one after the other, in a week that began so many weeks ago. */
const week = (weeksAgo: number, count: number): number[] =>
  Array.from({ length: count }, (_, n) => weeksAgo * 7 - (7 * n) / Math.max(1, count) - 0.01);
const weeks = (...counts: number[]): number[] => counts.flatMap((count, n) => week(counts.length - n, count));

function drop(days: readonly number[], others?: ScopeActivity) {
  const state = startState();
  for (const ago of [...days].sort((a, b) => b - a)) fold(state, event('note_logged', NOW - ago * DAY));
  return readState('project', state, NOW, workingTimeOf(ROUND_THE_CLOCK), others).signals.activity_drop;
}

describe('activity_drop', () => {
  it.each<[string, number[], number]>([
    ['less than before', weeks(1, 10, 10, 10, 10, 3), 0.7],
    ['as much as before', weeks(1, 12, 8, 9, 11, 10), 0],
    ['more than before', weeks(1, 10, 10, 10, 10, 25), 0],
    ['nothing since', weeks(1, 10, 10, 10, 10, 0), 1],
    ['one busy week before is not what is usual', weeks(1, 8, 8, 8, 24, 8), 1 / 3],
    ['now counts', [...weeks(1, 10, 10, 10, 10, 4), 0], 0.5],
  ])('%s', (_name, days, value) => expect(drop(days).value).toBeCloseTo(value, 12));

  it.each<[string, number[]]>([
    ['nothing before', week(1, 9)],
    ['the project is younger than five weeks', weeks(20, 20, 20, 2)],
    ['so little happens that a quieter week is chance', weeks(5, 7, 8, 8, 8, 0)],
  ])('is unknown where %s', (_name, days) =>
    expect(drop(days)).toMatchObject({ known: false, value: null, status: 'unknown' }),
  );

  const quiet = weeks(1, 10, 10, 10, 10, 2);

  it.each<[string, ScopeActivity, number]>([
    ['is none in a week in which all are quiet', { last_week: 20, usual_week: 100 }, 0],
    ['is what it is beyond the others’', { last_week: 50, usual_week: 100 }, 0.6],
    ['is not made greater by others who are busy', { last_week: 300, usual_week: 100 }, 0.8],
    ['is not excused by others who never do much', { last_week: 0, usual_week: 7 }, 0.8],
    ['is none where nothing is expected of anyone', { last_week: 1, usual_week: 100 }, 0],
  ])('%s', (_name, others, value) => expect(drop(quiet, others).value).toBeCloseTo(value, 12));
});

describe('othersUpTo', () => {
  const scope = Array.from({ length: 50 }, (_, day) => day);
  const own = Array.from({ length: 50 }, () => 1);

  it('counts the scope without the project, back from a day', () => {
    expect(othersUpTo({ scope, own }, 0)).toEqual({ last_week: 21 - 7, usual_week: (34 * 35) / 2 / 4 - 21 / 4 - 7 });
    expect(othersUpTo({ scope, own }, 10).last_week).toBe(10 * 7 + 21 - 7);
    expect(othersUpTo({ scope: [], own: [] }, 0)).toEqual({ last_week: 0, usual_week: 0 });
  });
});
