import { clamp01 } from '../../common/clamp.js';
import type { SignalKey } from '../../kag-signals/index.js';

/** The names of what forecasts are made of. */
export const NORM_KEYS = [
  'waiting',
  'response',
  'blockers',
  'stage',
  'scope',
  'burn',
  'margin',
  'sentiment',
  'activity',
  'risk',
] as const;
export type NormKey = (typeof NORM_KEYS)[number];

/** Values from 0 to 1. */
export type Norms = Readonly<Record<NormKey, number>>;

/** What norms are made of: the signals' values, and the risk score (0 to 100). */
export interface Measures {
  signals: Readonly<Record<SignalKey, number>>;
  risk: number;
}

/** The signals that a norm is made of; the risk score has evidence of its own nowhere but in other norms. */
export const SIGNAL_OF: Readonly<Record<Exclude<NormKey, 'risk'>, SignalKey | readonly SignalKey[]>> = {
  waiting: 'waiting_on_client_days',
  response: ['response_time_median', 'waiting_on_us_hours'],
  blockers: 'blockers_age',
  stage: 'stage_overdue',
  scope: 'scope_creep_rate',
  burn: 'budget_burn_rate',
  margin: 'margin_risk',
  sentiment: 'client_sentiment',
  activity: 'activity_drop',
};

export function normsOf({ signals, risk }: Measures): Norms {
  return {
    waiting: clamp01(signals.waiting_on_client_days / 6),
    response: clamp01(Math.max(signals.response_time_median / 720, signals.waiting_on_us_hours / 24)),
    blockers: clamp01(signals.blockers_age / 7),
    stage: clamp01(signals.stage_overdue / 5),
    scope: clamp01(signals.scope_creep_rate / 0.5),
    burn: clamp01((signals.budget_burn_rate - 1) / 0.5),
    margin: clamp01(signals.margin_risk),
    sentiment: clamp01(Math.abs(Math.min(0, signals.client_sentiment)) / 0.6),
    activity: clamp01(signals.activity_drop),
    risk: clamp01(risk / 100),
  };
}
