import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  anyMeasures,
  anyRun,
  daysFrom,
  measuresOn,
  onset,
  projectRun,
} from '../../../../../test/builders/project-runs.js';
import { RISK_TYPES, type RiskType } from '../../risks.js';
import type { DayMeasures } from '../../../../kag-snapshots/index.js';
import type { ProjectRun } from '../project-run.js';
import { FEATURES, featuresOf } from './features.js';

const of = (risk: RiskType, run: ProjectRun, at = run.days.length - 1): Record<string, number> => {
  const values = featuresOf(risk, { days: run.days, at, onsets: run.onsets[risk] });
  return Object.fromEntries(FEATURES[risk].map(({ key }, j) => [key, values[j] ?? NaN]));
};

/** Which way each measure gets worse. */
const WORSE: Readonly<Record<Exclude<keyof DayMeasures, 'day'>, 1 | -1>> = {
  blockers_age: 1,
  open_blockers: 1,
  stage_overdue: 1,
  answer_minutes: 1,
  burn: 1,
  burn_slope: 1,
  margin: -1,
  margin_slope: 1,
  waiting_days: 1,
  negative_share: 1,
  sentiment_level: -1,
  negative_messages: 1,
  activity_drop: 1,
  scope_requests_7d: 1,
  scope_requests_28d: 1,
};

describe('features', () => {
  it.each<[RiskType, Partial<DayMeasures>, Record<string, number>]>([
    ['delivery_risk', { open_blockers: 2, blockers_age: 3 }, { open_blockers: 0.5, blockers_age: 0.5 }],
    ['delivery_risk', { stage_overdue: 1.5 }, { stage_overdue: 0.5 }],
    ['finance_risk', { burn: 0.5 }, { burn: 0 }],
    ['finance_risk', { burn: 0.85, burn_slope: 0.01 }, { burn: 0.5, burn_projected: 0.583 }],
    ['finance_risk', { margin: 0.4 }, { margin: 0.5 }],
    ['client_risk', { waiting_days: 2 }, { waiting: 0.5 }],
    ['client_risk', { sentiment_level: -0.05 }, { low_mood: 0.5 }],
    ['scope_risk', { scope_requests_7d: 3, scope_requests_28d: 3 }, { requests_7d: 1, requests_28d: 0.5 }],
  ])('%s of a day with %j', (risk, given, expected) => {
    const run = projectRun('p', 40, (nth) => (nth === 39 ? given : {}));
    for (const [key, value] of Object.entries(expected)) expect(of(risk, run)[key]).toBeCloseTo(value, 3);
  });

  it('own onsets count when they are known, three weeks after they began, and fade', () => {
    const days = daysFrom(120);
    const run = projectRun('p', 120, undefined, {
      onsets: { ...projectRun('p', 1).onsets, scope_risk: [onset(days[30]!, days[35], days[31])] },
    });
    const own = (at: number) => of('scope_risk', run, at)['own_onsets'];
    expect(own(30)).toBe(0);
    expect(own(50)).toBe(0);
    expect(own(51)).toBeGreaterThan(own(110)!);
    expect(own(90)).toBeCloseTo(0.25, 12);
  });

  it('do not take what was part of a trouble that is over for a sign of the next', () => {
    const days = daysFrom(60);
    const flood = (nth: number) => (nth >= 20 && nth < 30 ? { scope_requests_7d: 4 } : { scope_requests_7d: 0 });
    const ended = { ...projectRun('p', 1).onsets, scope_risk: [onset(days[20]!, days[30])] };
    const alike = projectRun('p', 60, (nth) => ({ ...flood(nth), scope_requests_28d: 8 }), { onsets: ended });
    expect(of('scope_risk', alike, 40)).toMatchObject({ requests_28d: 0, days_above_warn: 0 });
    expect(of('scope_risk', { ...alike, onsets: projectRun('p', 1).onsets }, 40)['requests_28d']).toBe(1);
  });

  it.each(RISK_TYPES)('%s: 0 to 1, or not known', (risk) => {
    fc.assert(
      fc.property(anyRun, (run) => {
        for (const value of Object.values(of(risk, run)))
          if (!Number.isNaN(value)) expect([value >= 0, value <= 1]).toEqual([true, true]);
      }),
    );
  });

  it.each(RISK_TYPES)('%s: never fall where the day is worse', (risk) => {
    const measure = fc.constantFrom(...(Object.keys(WORSE) as (keyof typeof WORSE)[]));
    fc.assert(
      fc.property(anyRun, measure, fc.double({ min: 0, max: 5, noNaN: true }), (run, key, more) => {
        const last = run.days.at(-1)!;
        const value = last[key];
        fc.pre(value !== null);
        const worse = { ...last, [key]: value + WORSE[key] * more };
        const [before, after] = [of(risk, run), of(risk, { ...run, days: [...run.days.slice(0, -1), worse] })];
        for (const [name, was] of Object.entries(before))
          if (!Number.isNaN(was)) expect(after[name]).toBeGreaterThanOrEqual(was - 1e-12);
      }),
    );
  });

  it.each(RISK_TYPES)('%s: look at no later day', (risk) => {
    fc.assert(
      fc.property(anyRun, fc.array(anyMeasures, { minLength: 1, maxLength: 5 }), (run, later) => {
        const days = daysFrom(run.days.length + later.length);
        const more = later.map((one, nth) => measuresOn(days[run.days.length + nth]!, one));
        expect(of(risk, { ...run, days: [...run.days, ...more] }, run.days.length - 1)).toEqual(of(risk, run));
      }),
    );
  });

  it.each(RISK_TYPES)('%s: there are four to seven, each with a name of its own', (risk) => {
    const keys = FEATURES[risk].map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBeGreaterThanOrEqual(4);
    expect(keys.length).toBeLessThanOrEqual(7);
  });
});
