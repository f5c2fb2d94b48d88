import { describe, expect, it } from '@jest/globals';
import { daysFrom, onset, projectRun } from '../../../test/builders/project-runs.js';
import { SHIPPED } from '../../../test/builders/forecasts.js';
import { Random } from '../../../backtest/random.js';
import { chancesOf } from './hazard/forecast-hazards.js';
import type { ProjectRun } from './hazard/project-run.js';
import { byRisk, RISK_TYPES } from './risks.js';
import { thresholdsOf } from './thresholds.js';

const COUNT = 90;
const days = daysFrom(COUNT);
const UNTIL = days[COUNT - 1]!;
const model = SHIPPED['hazard-v1'];

function thresholds(runs: readonly ProjectRun[], alarms: number) {
  const steps = thresholdsOf(model, runs, UNTIL, alarms);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Projects whose days are worse and better by chance. */
const scope = Array.from({ length: 12 }, (_, n) => {
  const random = new Random(`thresholds ${n}`);
  let burn = 0.3;
  return projectRun(`p${n}`, COUNT, () => ({
    burn: (burn += 0.01 * random.next()),
    waiting_days: 4 * random.next() ** 4,
    open_blockers: 4 * random.next() ** 3,
    scope_requests_7d: 4 * random.next() ** 3,
  }));
});

/** Alarms of all risks: days from which on it is at the threshold, after a week below. */
function alarmsOf(runs: readonly ProjectRun[], limits: ReturnType<typeof thresholds>): number {
  let count = 0;
  for (const run of runs)
    for (const risk of RISK_TYPES) {
      let last = -Infinity;
      for (let at = 13; at < run.days.length; at++) {
        const chances = chancesOf(model, risk, { run: { ...run, days: run.days.slice(0, at + 1) }, there_since: null });
        if (!chances || chances[1] < limits[risk]) continue;
        if (at - last > 7) count++;
        last = at;
      }
    }
  return count;
}

describe('thresholds of alarms', () => {
  it('let no more alarms come than are allowed, and hardly fewer', () => {
    const months = (12 * (COUNT - 14)) / 30;
    for (const allowed of [0.3, 1]) {
      const found = alarmsOf(scope, thresholds(scope, allowed));
      expect(found).toBeLessThanOrEqual(allowed * months);
      expect(found).toBeGreaterThan(0.5 * allowed * months);
    }
  });

  it('are the lower the more alarms are allowed', () => {
    const [few, many] = [thresholds(scope, 0.2), thresholds(scope, 3)];
    for (const risk of RISK_TYPES) expect(few[risk]).toBeGreaterThanOrEqual(many[risk]);
  });

  it('are the same for the same projects in any order', () =>
    expect(thresholds([...scope].reverse(), 1)).toEqual(thresholds(scope, 1)));

  it('are never so low that what is usual is an alarm', () => {
    const limits = thresholds(scope, 30);
    for (const risk of RISK_TYPES) {
      const { hazards } = model.risks[risk];
      const usual = 1 - (1 - hazards[0]!.base) * (1 - hazards[1]!.base);
      expect(limits[risk]).toBeGreaterThan(1.5 * usual);
    }
  });

  it('take no day for an alarm on which it is there already', () => {
    const always = scope.map((run) => ({ ...run, onsets: byRisk(() => [onset(days[0]!)]) }));
    expect(thresholds(always, 0.01)).toEqual(thresholds(always, 30));
  });
});
