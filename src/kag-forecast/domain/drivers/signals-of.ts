import type { SignalKey } from '../../../kag-signals/index.js';

/** The signals that each driver is read from: their evidence is the driver's. */
export const SIGNALS_OF: Readonly<Record<string, readonly SignalKey[]>> = {
  blockers_age: ['blockers_age'],
  open_blockers: ['blockers_age'],
  stage_overdue: ['stage_overdue'],
  slowness: ['response_time_median'],
  slow_answers: ['response_time_median'],
  days_overdue: ['blockers_age', 'stage_overdue'],
  own_onsets: [],
  burn: ['budget_burn_rate'],
  burn_projected: ['budget_burn_rate'],
  margin: ['margin_risk'],
  margin_projected: ['margin_risk'],
  waiting: ['waiting_on_client_days'],
  mean_waiting: ['waiting_on_client_days'],
  negative_share: ['client_sentiment'],
  low_mood: ['client_sentiment'],
  activity_drop: ['activity_drop'],
  requests_7d: ['scope_creep_rate'],
  requests_28d: ['scope_creep_rate'],
  days_above_warn: ['scope_creep_rate'],
};
