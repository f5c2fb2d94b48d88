import type { GoldenForecast, GoldenHistory } from './types.js';

/** Sunday noon. */
export const NOW = '2026-05-31T12:00Z';

// No norm is above 0 and no similar case had an outcome: what the passing of time alone makes of nothing.
const unfounded: GoldenForecast = {
  p7: 0,
  p14: 0 + 0.12 * (1 - 0), // 0.12
  p30: 0.12 + 0.18 * (1 - 0.12), // 0.2784
  expected_time_to_risk_days: (1 - 0.2784) * 40 + 2, // 30.864
  basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: [] },
};

/** A project of which nothing is known, and every project of which nothing bad is: histories tell what differs. */
export const CALM = {
  signals: {
    waiting_on_client_days: { value: 0, status: 'ok' },
    waiting_on_us_hours: { value: 0, status: 'ok' },
    response_time_median: { value: 0, status: 'ok' },
    blockers_age: { value: 0, status: 'ok', details: { open_blockers: 0 } },
    stage_overdue: { value: 0, status: 'ok' },
    agreement_overdue_count: { value: 0, status: 'ok' },
    client_sentiment: { value: 0, status: 'ok' },
    scope_creep_rate: { value: 0, status: 'ok' },
    budget_burn_rate: { value: 0, status: 'ok' },
    margin_risk: { value: 0, status: 'ok' },
    activity_drop: { value: 0, status: 'ok' },
  },
  facts: { revenue: 0, cost: 0, planned_budget: 0, scope_changes_7d: 0, needs_7d: 0 },
  scores: {
    project_health: { value: 100, band: 'low' },
    risk: { value: 0, band: 'low' },
    client_value: {
      value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 100, // 65
      band: 'medium',
    },
    upsell_likelihood: {
      value: 0.4 * 65 + 0.35 * 0 + 0.25 * (0.6 * (100 - 0) + 0.4 * 100), // 51
      band: 'medium',
    },
  },
  forecasts: {
    delivery_risk: unfounded,
    finance_risk: unfounded,
    client_risk: unfounded,
    scope_risk: unfounded,
  },
  recommendations: [],
  outcomes: {},
  silences: [],
} satisfies GoldenHistory['expected'];
