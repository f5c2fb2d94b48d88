import type { GoldenHistory } from './types.js';

/** Sunday noon. */
export const NOW = '2026-05-31T12:00Z';

/** A signal that there is nothing to read from, and one by which all is well. */
export const UNKNOWN = { value: null, status: 'unknown' } as const;
export const OK = { value: 0, status: 'ok' } as const;

/** What is known, and well, once anyone has written. */
export const WRITTEN = { waiting_on_client_days: OK, waiting_on_us_hours: OK, agreement_overdue_count: OK };

const NO_SCORE = { value: null, band: null };

/** A project of which nothing is known: histories tell what is. */
export const CALM = {
  signals: {
    waiting_on_client_days: UNKNOWN,
    waiting_on_us_hours: UNKNOWN,
    response_time_median: UNKNOWN,
    blockers_age: UNKNOWN,
    stage_overdue: UNKNOWN,
    agreement_overdue_count: UNKNOWN,
    client_sentiment: UNKNOWN,
    scope_creep_rate: UNKNOWN,
    budget_burn_rate: UNKNOWN,
    margin_risk: UNKNOWN,
    activity_drop: UNKNOWN,
  },
  facts: { revenue: null, cost: null, planned_budget: null, scope_changes_7d: 0, needs_14d: 0 },
  scores: { project_health: NO_SCORE, risk: NO_SCORE, client_value: NO_SCORE, upsell_likelihood: NO_SCORE },
  outcomes: {},
  silences: [],
} satisfies GoldenHistory['expected'];
