import { named, oneOf, orNull } from '../http/index.js';
import { SEEN_EVIDENCE_EXAMPLE } from '../kag-events/index.js';
import { CASE_EXAMPLE } from '../similarity/index.js';
import { orSkipped } from '../jobs/index.js';
import { NORM_KEYS } from './domain/norms.js';
import { RISK_TYPES } from './domain/risks.js';

export { CASE_EXAMPLE };

const risk_type = oneOf(RISK_TYPES, 'client_risk');
const DRIVER = { key: oneOf(NORM_KEYS, 'waiting'), norm: 0.75, weight: 0.32, contribution: 0.24 };

/** What is forecast, wherever it is kept. */
export const FORECAST_FIGURES = {
  risk_type,
  p7: 0.52,
  p14: 0.58,
  p30: 0.66,
  expected_time_to_risk_days: 15.7,
  confidence: 0.55,
  top_drivers: [DRIVER],
  model: 'rules-v1',
};

export const FORECAST_EXAMPLE = named('Forecast', {
  ...FORECAST_FIGURES,
  evidence_refs: [SEEN_EVIDENCE_EXAMPLE],
  publishable: true,
  generated_at: '2026-02-07T00:20:00.000Z',
});

export const REFRESH_EXAMPLE = orSkipped({
  touched: 4,
  unpublishable: 1,
  similar_cases: 5,
  forecasts: [{ risk_type, p7: 0.52, p14: 0.58, p30: 0.66, publishable: true }],
  similar_cases_top3: [CASE_EXAMPLE],
});

export const ACCURACY_EXAMPLE = named('ForecastAccuracy', {
  risk_type,
  horizon_days: oneOf([7, 14, 30], 7),
  status: oneOf(['ok', 'not_enough_history'], 'ok'),
  count: 120,
  brier_score: orNull(0.14),
  calibration: [{ from: 0.4, to: 0.6, count: 44, mean_probability: 0.51, observed: 0.48 }],
});
