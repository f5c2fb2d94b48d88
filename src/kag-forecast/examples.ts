import { anyObject, decimal, named, oneOf, orNull } from '../http/index.js';
import { skippableResult } from '../jobs/index.js';
import { SEEN_EVIDENCE_EXAMPLE } from '../kag-events/index.js';
import { PROJECT_ID } from '../projects/index.js';
import { CASE_EXAMPLE } from '../similarity/index.js';
import { WHYS } from './domain/champion.js';
import { BASES, FORECAST_STATUSES, HORIZONS, MODELS } from './domain/forecast.js';
import { RISK_TYPES } from './domain/risks.js';

export { CASE_EXAMPLE };

const risk_type = oneOf(RISK_TYPES, 'finance_risk');
const status = oneOf(FORECAST_STATUSES, 'ok');
const model = oneOf(MODELS, 'hazard-v1');
const P = { p7: 0.18, p14: 0.29, p30: 0.44 };
const DRIVER = { key: 'burn_projected', value: orNull(0.58), points: { p7: 6.4, p14: 9.2, p30: 12.1 } };

/** What is forecast, as history and answers have it. */
export const FORECAST_FIGURES = {
  risk_type,
  status,
  since: orNull('2026-02-03', null),
  p7: orNull(P.p7),
  p14: orNull(P.p14),
  p30: orNull(P.p30),
  interval: orNull({ low: { p7: 0.12, p14: 0.21, p30: 0.35 }, high: { p7: 0.26, p14: 0.39, p30: 0.55 } }),
  base_rate: { p7: 0.05, p14: 0.1, p30: 0.21 },
  basis: oneOf(BASES, 'blended'),
  onsets_seen: 12,
  drivers: [{ ...DRIVER, figures: anyObject({ burn: 0.86, reached_on: '2026-03-12' }) }],
  model,
};

export const FORECAST_EXAMPLE = named('Forecast', {
  project_id: PROJECT_ID,
  ...FORECAST_FIGURES,
  drivers: [{ ...DRIVER, words: orNull('the budget is reached on 12 Mar at this pace') }],
  words: '29 % within 14 days: 10 % is usual for your projects; +9 the budget is reached on 12 Mar at this pace.',
  evidence_refs: [SEEN_EVIDENCE_EXAMPLE],
  publishable: true,
  generated_at: '2026-02-07T00:20:00.000Z',
});

export const SERVED_EXAMPLE = named('ServedModel', {
  model,
  why: oneOf(WHYS, 'best_log_loss'),
  trained_until: '2026-02-01',
  projects: 24,
  days: 3120,
  log_loss: orNull({ 'base-rate': orNull(0.31), 'rules-v2': orNull(0.28), 'hazard-v1': orNull(0.24) }),
});

export const REFRESH_EXAMPLE = skippableResult({
  touched: 4,
  unpublishable: 1,
  already: 1,
  not_enough_history: 0,
  similar_cases: 5,
  forecasts: [
    {
      risk_type,
      status,
      since: orNull('2026-02-03', null),
      p7: orNull(P.p7),
      p14: orNull(P.p14),
      p30: orNull(P.p30),
      publishable: true,
    },
  ],
  similar_cases_top3: [CASE_EXAMPLE],
});

export const ACCURACY_EXAMPLE = named('ForecastAccuracy', {
  risk_type,
  horizon_days: oneOf(HORIZONS, 7),
  status: oneOf(['ok', 'not_enough_history'], 'ok'),
  count: 1120,
  base_rate: orNull(0.06),
  brier_score: orNull(0.041),
  base_rate_brier_score: orNull(0.055),
  skill: orNull(0.25),
  calibration: [{ from: decimal(0), to: 0.2, count: 840, mean_probability: 0.05, observed: 0.04 }],
});
