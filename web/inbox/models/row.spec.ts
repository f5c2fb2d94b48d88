import { describe, expect, it } from '@jest/globals';
import { recommendation } from '../../../test/builders/inbox.js';
import { Format } from '../../shared/format.js';
import type { Recommendation } from './recommendation.js';
import { TEXTS } from '../texts/index.js';
import { rowOf } from './row.js';

const row = (given: Partial<Recommendation> = {}, today = '2026-02-03') =>
  rowOf(recommendation(given), TEXTS.en, new Format('en'), today);

describe('a recommendation as a row', () => {
  it('says what to do, for whom, why, how urgent it is and until when', () =>
    expect(row()).toEqual({
      id: 'r',
      title: 'Follow up',
      project: 'Acme',
      category: 'Waiting for the client',
      why: 'No answer for 4 days.',
      priority: { text: 'Important', tone: 'warning' },
      due: { text: 'Due 4 Feb', overdue: false },
      who: 'Unassigned (project manager)',
      status: null,
      notes: [],
    }));

  it.each([
    ['2026-02-04', 'Due today', false],
    ['2026-02-05', 'Was due 4 Feb', true],
  ])('on %s: %s', (today, text, overdue) => expect(row({}, today).due).toEqual({ text, overdue }));

  it.each<[Partial<Recommendation>, string, string]>([
    [{ status: 'acknowledged' }, 'Taken up', 'quiet'],
    [{ status: 'snoozed', snoozed_until: '2026-02-12' }, 'Snoozed until 12 Feb', 'quiet'],
    [{ status: 'done' }, 'Done', 'good'],
    [{ status: 'dismissed', resolution: 'false_alarm' }, 'Dismissed: false alarm', 'quiet'],
  ])('%j: %s', (given, text, tone) => expect(row(given).status).toEqual({ text, tone }));

  it('has no due date and no colour once it is put away', () =>
    expect(row({ status: 'done', priority: 5 })).toMatchObject({
      due: null,
      priority: { text: 'Urgent', tone: 'quiet' },
    }));

  it.each<[Partial<Recommendation>, string[]]>([
    [{ reopened_reason: 'worse' }, ['It is open again because it has got worse.']],
    [{ status: 'done', reopened_reason: 'worse' }, []],
    [{ condition_gone_since: '2026-02-02T10:00:00Z' }, ['The reason has not held since 2 Feb.']],
    [
      { condition_gone_since: '2026-02-01T10:00:00Z', episode_ended_at: '2026-02-03T10:00:00Z' },
      ['The reason went away on 3 Feb.'],
    ],
  ])('%j is told: %j', (given, notes) => expect(row(given).notes).toEqual(notes));

  it('names who does it', () => expect(row({ assignee: 'olga' }).who).toBe('olga'));
});
