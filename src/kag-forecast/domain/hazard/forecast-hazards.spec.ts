import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyRun, daysFrom, projectRun } from '../../../../test/builders/project-runs.js';
import { RISK_TYPES } from '../risks.js';
import { fitHazards } from './fit.js';
import { forecastHazard, LEAST_DAYS } from './forecast-hazards.js';

const UNTIL = daysFrom(200).at(-1)!;
const shipped = fitHazards({ runs: [], until: UNTIL });
const risks = fc.constantFrom(...RISK_TYPES);

describe('a forecast of hazards', () => {
  it('says since when the risk is there, and no chance', () => {
    const run = projectRun('p', 40);
    expect(forecastHazard(shipped, 'client_risk', { run, there_since: '2026-02-01' })).toMatchObject({
      status: 'already',
      since: '2026-02-01',
      chances: null,
      interval: null,
      drivers: [],
    });
  });

  it('says nothing of a project that is younger than two weeks, or of which nothing is known', () => {
    const young = projectRun('p', LEAST_DAYS - 1);
    const silent = projectRun('p', 40, () => ({
      burn: null,
      burn_slope: null,
      margin: null,
      margin_slope: null,
    }));
    for (const run of [young, silent])
      expect(forecastHazard(shipped, 'finance_risk', { run, there_since: null })).toMatchObject({
        status: 'not_enough_history',
        chances: null,
      });
    expect(forecastHazard(shipped, 'scope_risk', { run: silent, there_since: null }).status).toBe('ok');
  });

  it.each(RISK_TYPES)('says nothing of %s from the day on on which a project is over', (risk) => {
    const lastDay = daysFrom(40).at(-1)!;
    const at = (ended_on: string, there_since: string | null = null) =>
      forecastHazard(shipped, risk, { run: projectRun('p', 40, () => ({}), { ended_on }), there_since });
    expect(at(lastDay)).toMatchObject({ status: 'not_enough_history', chances: null, interval: null, drivers: [] });
    expect(at(lastDay, '2026-02-01').status).toBe('not_enough_history');
    expect(at(daysFrom(41).at(-1)!).status).toBe('ok');
  });

  it('a worse day is never told a smaller chance', () => {
    const at = (open_blockers: number, blockers_age: number) =>
      forecastHazard(shipped, 'delivery_risk', {
        run: projectRun('p', 40, (nth) => (nth === 39 ? { open_blockers, blockers_age } : {})),
        there_since: null,
      }).chances!;
    const number = fc.double({ min: 0, max: 8, noNaN: true });
    fc.assert(
      fc.property(number, number, number, number, (blockers, age, more, older) => {
        const [calm, worse] = [at(blockers, age), at(blockers + more, age + older)];
        calm.forEach((p, k) => expect(worse[k]).toBeGreaterThanOrEqual(p - 1e-12));
      }),
    );
  });

  it('chances lie between 0 and 1, rise with the horizon, and lie in their interval', () => {
    fc.assert(
      fc.property(fc.array(anyRun, { maxLength: 2 }), anyRun, risks, (runs, run, risk) => {
        const forecast = forecastHazard(fitHazards({ runs, until: UNTIL }), risk, { run, there_since: null });
        fc.pre(forecast.chances !== null);
        const { low, high } = forecast.interval!;
        for (const [one, two, three] of [forecast.chances, low, high, forecast.base_rate])
          expect([0 <= one, one <= two, two <= three, three <= 1]).toEqual([true, true, true, true]);
        forecast.chances.forEach((p, k) => expect([low[k]! <= p, p <= high[k]!]).toEqual([true, true]));
      }),
      { numRuns: 30 },
    );
  });

  it('drivers add up to what lies between the chance and the base rate, in percentage points', () => {
    fc.assert(
      fc.property(fc.array(anyRun, { maxLength: 2 }), anyRun, risks, (runs, run, risk) => {
        const forecast = forecastHazard(fitHazards({ runs, until: UNTIL }), risk, { run, there_since: null });
        fc.pre(forecast.chances !== null);
        for (const [k, key] of (['p7', 'p14', 'p30'] as const).entries()) {
          const sum = forecast.drivers.reduce((total, driver) => total + driver[key], 0);
          expect(sum).toBeCloseTo(100 * (forecast.chances[k]! - forecast.base_rate[k]!), 8);
        }
        for (const { value, p7, p14, p30 } of forecast.drivers)
          if (value === null) expect([p7, p14, p30]).toEqual([0, 0, 0]);
      }),
      { numRuns: 30 },
    );
  });
});
