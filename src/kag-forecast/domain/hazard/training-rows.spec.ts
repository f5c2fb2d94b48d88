import { describe, expect, it } from '@jest/globals';
import { daysFrom, onset, projectRun } from '../../../../test/builders/project-runs.js';
import { startOfDay } from '../../../common/day.js';
import type { ProjectRun } from './project-run.js';
import { type TrainingRows, trainingRows } from './training-rows.js';

const days = daysFrom(120);
const number = (nth: number) => startOfDay(days[nth]!).getTime() / 86_400_000;

function rowsOf(run: ProjectRun, until = days[119]!): TrainingRows[] {
  const steps = trainingRows('scope_risk', [run], until);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

const withOnsets = (...onsets: ProjectRun['onsets']['scope_risk']): Partial<ProjectRun> => ({
  onsets: { ...projectRun('p', 1).onsets, scope_risk: onsets },
});
const run = (given: Partial<ProjectRun> = {}) => projectRun('p', 120, undefined, given);
const lastDay = (rows: TrainingRows | undefined) => rows!.day.reduce((a, b) => Math.max(a, b), 0);
const cameOn = (rows: TrainingRows | undefined) =>
  Array.from(rows!.day).filter((_day, at) => rows!.came[at] === 1 && rows!.weight[at]! > 0);

describe('what a hazard is learnt from', () => {
  it('takes no day whose interval is not over, with some days for onsets to be known', () => {
    const [first, second, third] = rowsOf(run());
    expect(lastDay(first)).toBeLessThanOrEqual(number(119 - 7 - 4));
    expect(lastDay(second)).toBeLessThanOrEqual(number(119 - 14 - 4));
    expect(lastDay(third)).toBeLessThanOrEqual(number(119 - 30 - 4));
    expect(lastDay(third)).toBeGreaterThan(number(119 - 30 - 7));
  });

  it('takes all days of a project that is over: it has no more to come', () => {
    const [, , third] = rowsOf(run({ ended_on: '2026-12-01' }), '2026-12-31');
    expect(lastDay(third)).toBeGreaterThanOrEqual(number(118));
  });

  it('has an onset come in the interval that it lies in, and in no later one', () => {
    const [first, second, third] = rowsOf(run(withOnsets(onset(days[60]!, days[70]))));
    const between = (from: number, to: number) =>
      days.map((_day, nth) => number(nth)).filter((day) => day % 2 === 0 && day >= number(from) && day <= number(to));
    expect(cameOn(first)).toEqual(between(53, 59));
    expect(cameOn(second)).toEqual(between(46, 52));
    expect(cameOn(third)).toEqual(between(30, 45));
    expect(Array.from(second!.day).filter((day) => day >= number(53) && day < number(77))).toEqual([]);
    expect([first, second, third].map((rows) => rows!.onsets)).toEqual([1, 1, 1]);
  });

  it('takes no day of an onset, nor of the week after it', () => {
    const [first] = rowsOf(run(withOnsets(onset(days[60]!, days[70]))));
    expect(Array.from(first!.day).filter((day) => day >= number(60) && day < number(77))).toEqual([]);
  });

  it('does not know what was not known by then', () => {
    const late = run(withOnsets(onset(days[60]!, null, days[80])));
    expect(cameOn(rowsOf(late, days[79])[0])).toEqual([]);
    expect(cameOn(rowsOf(late, days[80])[0]).length).toBeGreaterThan(0);
  });

  it('gives no weight to days around what somebody did', () => {
    const acted = run({ acted: [{ risk: 'scope_risk', day: days[60]! }] });
    const [first] = rowsOf(acted);
    const weightOf = (nth: number) => first!.weight[Array.from(first!.day).indexOf(number(nth))];
    const even = (nth: number) => (number(nth) % 2 === 0 ? nth : nth + 1);
    expect(weightOf(even(40))).toBeCloseTo(2 / 7, 12);
    expect(weightOf(even(55))).toBe(0);
    expect(weightOf(even(80))).toBe(0);
    expect(weightOf(even(92))).toBeCloseTo(2 / 7, 12);
    expect(rowsOf(run({ acted: [{ risk: 'client_risk', day: days[60]! }] }))[0]!.weight).not.toContain(0);
  });

  it('weighs a project’s days as one an interval', () => {
    for (const [k, width] of [7, 7, 16].entries()) {
      const rows = rowsOf(run({ ended_on: '2026-12-01' }), '2026-12-31')[k]!;
      expect(rows.weight.reduce((sum, one) => sum + one, 0)).toBeCloseTo(120 / width, 1);
    }
  });
});
