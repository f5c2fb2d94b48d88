import type { SignalKey, SignalStatus } from './signal.js';

export interface Threshold {
  warn: number;
  critical: number;
}

/** From which value a signal is worth a warning, and from which it is critical (docs/contract/signals.md). */
export const THRESHOLDS: Readonly<Record<SignalKey, Threshold>> = {
  waiting_on_client_days: { warn: 2, critical: 4 },
  waiting_on_us_hours: { warn: 8, critical: 16 },
  response_time_median: { warn: 240, critical: 720 },
  blockers_age: { warn: 3, critical: 5 },
  stage_overdue: { warn: 1, critical: 3 },
  agreement_overdue_count: { warn: 1, critical: 2 },
  client_sentiment: { warn: -0.2, critical: -0.35 },
  scope_creep_rate: { warn: 0.2, critical: 0.35 },
  budget_burn_rate: { warn: 1.1, critical: 1.2 },
  margin_risk: { warn: 0.25, critical: 0.4 },
  activity_drop: { warn: 0.3, critical: 0.5 },
};

/** The status of a value: at a threshold it counts already. Sentiment alone gets worse as it falls. */
export function statusOf(key: SignalKey, value: number | null): SignalStatus {
  if (value === null) return 'unknown';
  const { warn, critical } = THRESHOLDS[key];
  const reaches = (threshold: number) => (critical < warn ? value <= threshold : value >= threshold);
  return reaches(critical) ? 'critical' : reaches(warn) ? 'warn' : 'ok';
}
