import { describe, expect, it } from '@jest/globals';
import { onset, daysFrom, projectRun } from '../../../test/builders/project-runs.js';
import { SHIPPED, shippedForecasts } from '../../../test/builders/forecasts.js';
import { messageRef } from '../../../test/support/readings.js';
import { forecastOf } from './forecast-of.js';
import { MODELS } from './forecast.js';
import { fitHazards } from './hazard/fit.js';
import { rulesV2 } from './models/rules-v2.js';
import { byRisk, RISK_TYPES } from './risks.js';
import { sayings } from './sayings.js';

const model = SHIPPED['hazard-v1'];
const NOTHING = { signals: {}, onset: [] };

describe('a forecast', () => {
  it('has drivers that add up, with the base rate, to the chance', () => {
    for (const name of MODELS)
      for (const one of Object.values(shippedForecasts({ burn: 0.9, burn_slope: 0.01, waiting_days: 3 }, {}, name)))
        for (const key of ['p7', 'p14', 'p30'] as const) {
          const sum = one.drivers.reduce((total, { points }) => total + points[key], 100 * one.base_rate[key]);
          expect(sum).toBeCloseTo(100 * one[key]!, 8);
        }
  });

  it('rests on the evidence of what raises it, that of what raises it most first', () => {
    const signals = {
      waiting_on_client_days: [messageRef('w1'), messageRef('w2')],
      response_time_median: [messageRef('r1')],
      client_sentiment: [messageRef('s1'), messageRef('w1')],
      budget_burn_rate: [messageRef('b1')],
    };
    const { client_risk, scope_risk } = shippedForecasts(
      { waiting_days: 3, negative_share: 0.15, sentiment_level: 0 },
      signals,
    );
    expect(client_risk.evidence_refs.map((ref) => ref.source_pk)).toEqual(['w1', 'w2', 's1']);
    expect(scope_risk.evidence_refs).toEqual([]);
  });

  it('is hidden where it says more than what is usual and has nothing to show for it', () => {
    const bare = shippedForecasts({ waiting_days: 3 });
    expect([bare.client_risk.publishable, bare.finance_risk.publishable]).toEqual([false, true]);
    const shown = shippedForecasts({ waiting_days: 3 }, { waiting_on_client_days: [messageRef('m')] });
    expect(shown.client_risk.publishable).toBe(true);
  });

  it('of what is there rests on the evidence of its beginning, and of all that it shows in', () => {
    const look = { run: projectRun('p', 40), there_since: '2026-02-01' };
    const signals = { scope_creep_rate: [messageRef('s')], budget_burn_rate: [messageRef('b')] };
    expect(forecastOf(model, 'scope_risk', look, { signals, onset: [messageRef('o')] })).toMatchObject({
      status: 'already',
      since: '2026-02-01',
      p7: null,
      p14: null,
      p30: null,
      interval: null,
      evidence_refs: [{ source_pk: 'o' }, { source_pk: 's' }],
      publishable: true,
    });
    expect(forecastOf(model, 'scope_risk', look, NOTHING).publishable).toBe(false);
  });

  it('says when the budget is reached at this pace', () => {
    const of = (burn: number, burn_slope: number) =>
      shippedForecasts({ burn, burn_slope }).finance_risk.drivers.find(({ key }) => key === 'burn_projected')?.figures;
    // The 40th day is 13 February 2026; .2 more takes 20 days.
    expect(of(0.8, 0.01)).toEqual({ burn: 0.8, reached_on: '2026-03-05' });
    expect(of(0.8, 0.0001)).toEqual({ burn: 0.8, reached_on: null });
    expect(of(1.1, 0.01)).toEqual({ burn: 1.1, reached_on: null });
  });

  it('leaves out drivers of which nothing is known', () => {
    const { finance_risk } = shippedForecasts({ margin: null, margin_slope: null });
    expect(finance_risk.drivers.map(({ key }) => key).sort()).toEqual(['burn', 'burn_projected', 'own_onsets']);
  });
});

describe('the models', () => {
  const days = daysFrom(150);
  /** Projects in which requests are followed by trouble. */
  const scope = Array.from({ length: 30 }, (_, n) => {
    const floods = n % 3 === 0;
    const scope_risk = floods ? [onset(days[60]!, days[70]), onset(days[110]!, days[120])] : [];
    return projectRun(`p${n}`, 150, (nth) => ({ scope_requests_7d: floods && nth % 50 > 40 ? 2 : 0 }), {
      onsets: { ...projectRun('p', 1).onsets, scope_risk },
    });
  });

  it('all speak of the same days, and of no others', () => {
    const [calm, young] = [projectRun('p', 40), projectRun('p', 13)];
    for (const risk of RISK_TYPES) {
      expect(sayings(SHIPPED, risk, { run: calm, there_since: null }).map((one) => one.model)).toEqual([...MODELS]);
      expect(sayings(SHIPPED, risk, { run: calm, there_since: '2026-02-01' })).toEqual([]);
      expect(sayings(SHIPPED, risk, { run: young, there_since: null })).toEqual([]);
    }
  });

  it('the base rate says of every day what is usual', () => {
    const said = [0, 4].map((waiting_days) => shippedForecasts({ waiting_days, open_blockers: 3 }, {}, 'base-rate'));
    for (const risk of RISK_TYPES) {
      expect(said[1]![risk].p14).toBe(said[0]![risk].p14);
      expect(said[0]![risk].p14).toBe(said[0]![risk].base_rate.p14);
    }
  });

  it('rules say the more the higher their score, by as much as the scope taught', () => {
    const learnt = fitHazards({ runs: scope, until: days[149]! }, rulesV2);
    const at = (scope_requests_7d: number) => {
      const run = projectRun('p', 40, (nth) => (nth === 39 ? { scope_requests_7d } : {}));
      return forecastOf(learnt, 'scope_risk', { run, there_since: null }, NOTHING).p14!;
    };
    expect(at(2)).toBeGreaterThan(2 * at(0));
    expect(at(3)).toBeGreaterThan(at(2));
    expect(learnt.risks.scope_risk).toMatchObject({ basis: 'blended', onsets: 20 });
  });

  it('rules never say a smaller chance for a higher score', () => {
    const calm = scope.map((run) => ({ ...run, onsets: byRisk(() => []) }));
    const { scope_risk } = fitHazards({ runs: calm, until: days[149]! }, rulesV2).risks;
    for (const { slopes } of scope_risk.hazards) for (const slope of slopes) expect(slope).toBeGreaterThanOrEqual(0);
  });
});
