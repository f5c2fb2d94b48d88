import { describe, expect, it } from '@jest/globals';
import { daysFrom, onset, projectRun } from '../../../test/builders/project-runs.js';
import type { ProjectRun } from './hazard/project-run.js';
import { hasChanged, runUntil, trainedOn } from './trained-on.js';

const days = daysFrom(70);
/** The Sundays after four and after eight weeks. */
const [FOURTH, EIGHTH] = [days[27]!, days[55]!];

function of(runs: readonly ProjectRun[], until: string, alarms = 1) {
  const steps = trainedOn(runs, until, alarms);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
const withOnset = (one: ReturnType<typeof onset>) => ({ ...projectRun('p', 1).onsets, client_risk: [one] });
const scope = (count: number, given: Partial<ProjectRun> = {}) =>
  Array.from({ length: count }, (_, n) => projectRun(`p${n}`, 70, undefined, n === 0 ? given : {}));

describe('what a model was trained on', () => {
  it('is counted up to its last day', () => {
    const [run] = scope(1, { onsets: withOnset(onset(days[40]!, null, days[41])) });
    expect(of([run!], FOURTH)).toMatchObject({ projects: 1, days: 28, onsets: { client_risk: 0 } });
    expect(of([run!], EIGHTH)).toMatchObject({ projects: 1, days: 56, onsets: { client_risk: 1, scope_risk: 0 } });
    expect(of([run!], '2025-12-28')).toMatchObject({ projects: 0, days: 0, marks: {} });
  });

  it('is the same whatever comes later, and in any order', () => {
    const [early, late] = [scope(3), scope(3, { onsets: withOnset(onset(days[40]!)), ended_on: days[60]! })];
    expect(of([...late].reverse(), FOURTH)).toEqual(of(early, FOURTH));
    const cut = early.map((run) => ({ ...run, days: run.days.slice(0, 28) }));
    expect(of(cut, FOURTH)).toEqual(of(early, FOURTH));
  });

  it.each<[string, Partial<ProjectRun>]>([
    ['a day', { days: projectRun('p0', 70, (nth) => (nth === 3 ? { burn: 0.41 } : {})).days }],
    ['an onset', { onsets: withOnset(onset(days[20]!)) }],
    ['its end', { ended_on: days[20]! }],
    ['what somebody did', { acted: [{ risk: 'client_risk', day: days[20]! }] }],
  ])('is another one where %s is', (_name, given) => {
    const [was, is] = [of(scope(1), FOURTH), of(scope(1, given), FOURTH)];
    expect(is.marks['p0']).not.toBe(was.marks['p0']);
    expect(hasChanged(was, is)).toBe(true);
  });

  it('counts as changed from a tenth of the projects on, or with another number of alarms', () => {
    const differs = { ended_on: days[20]! };
    expect(hasChanged(of(scope(9), FOURTH), of(scope(9, differs), FOURTH))).toBe(true);
    expect(hasChanged(of(scope(10), FOURTH), of(scope(10, differs), FOURTH))).toBe(false);
    expect(hasChanged(of(scope(9), FOURTH), of(scope(10), FOURTH))).toBe(false);
    expect(hasChanged(of(scope(10), FOURTH), of(scope(8), FOURTH))).toBe(true);
    expect(hasChanged(of([], FOURTH), of([], FOURTH))).toBe(false);
    expect(hasChanged(of(scope(10), FOURTH), of(scope(10), FOURTH, 2))).toBe(true);
  });
});

describe('a run as it was known on a day', () => {
  it('has no day, onset, end or deed of later', () => {
    const [run] = scope(1, {
      onsets: withOnset(onset(days[10]!, days[30], days[11])),
      ended_on: days[40]!,
      acted: [{ risk: 'client_risk', day: days[29]! }],
    });
    expect(runUntil(run!, days[10]!)).toMatchObject({ onsets: { client_risk: [] }, ended_on: null, acted: [] });
    expect(runUntil(run!, days[28]!)).toMatchObject({ onsets: { client_risk: [{ ended: null }] }, acted: [] });
    expect(runUntil(run!, days[28]!).days.at(-1)?.day).toBe(days[28]);
    expect(runUntil(run!, days[69]!)).toEqual(run);
  });
});
