import type { EvidenceRef } from '../../kag-events/index.js';

/** In the order of docs/contract/signals.md. */
export const SIGNAL_KEYS = [
  'waiting_on_client_days',
  'waiting_on_us_hours',
  'response_time_median',
  'blockers_age',
  'stage_overdue',
  'agreement_overdue_count',
  'sentiment_trend',
  'scope_creep_rate',
  'budget_burn_rate',
  'margin_risk',
  'activity_drop',
] as const;
export type SignalKey = (typeof SIGNAL_KEYS)[number];
export const SIGNAL_STATUSES = ['ok', 'warn', 'critical'] as const;
export type SignalStatus = (typeof SIGNAL_STATUSES)[number];

/** What one signal says at one moment, and what that rests on. */
export interface Signal {
  /** In the unit that docs/contract/signals.md says: days, hours, minutes, a count or a ratio. */
  value: number;
  status: SignalStatus;
  /** What else a person wants to know of it, such as `open_blockers`. */
  details: Record<string, number | string | null>;
  /** The latest 20 at most, newest first. */
  evidence_refs: EvidenceRef[];
}

export type Signals = Readonly<Record<SignalKey, Signal>>;

/** What scores and rules need beside the signals. */
export interface Facts {
  /** Smoothed sentiment of the client's messages, -1 to 1; 0 while none has said anything. */
  sentiment_ewma: number;
  /** Sums of the latest amounts of the deals' entries, in the deals' own currency. */
  revenue: number;
  cost: number;
  planned_budget: number;
  /** Scope changes and needs that the client voiced in the last 7 days. */
  scope_changes_7d: number;
  needs_7d: number;
  /** The messages that voiced those needs, newest first, 20 at most. */
  needs_evidence: EvidenceRef[];
}
