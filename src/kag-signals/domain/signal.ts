import type { EvidenceRef } from '../../kag-events/index.js';

/** In the order of docs/contract/signals.md. */
export const SIGNAL_KEYS = [
  'waiting_on_client_days',
  'waiting_on_us_hours',
  'response_time_median',
  'blockers_age',
  'stage_overdue',
  'agreement_overdue_count',
  'client_sentiment',
  'scope_creep_rate',
  'budget_burn_rate',
  'margin_risk',
  'activity_drop',
] as const;
export type SignalKey = (typeof SIGNAL_KEYS)[number];
/** From good to bad, and `unknown` where the signal is. */
export const SIGNAL_STATUSES = ['ok', 'warn', 'critical', 'unknown'] as const;
export type SignalStatus = (typeof SIGNAL_STATUSES)[number];

/** What one signal says at one moment, and what that rests on. */
export interface Signal {
  /** Whether there is anything to read it from: "no budget was ever planned" is not "the budget is kept". */
  known: boolean;
  /** In the unit that docs/contract/signals.md says: days, hours, minutes, a count or a ratio. Null: it is unknown. */
  value: number | null;
  status: SignalStatus;
  /** What else a person wants to know of it, such as `open_blockers`. */
  details: Record<string, number | string | null>;
  /** The latest 20 at most, newest first. */
  evidence_refs: EvidenceRef[];
}

export type Signals = Readonly<Record<SignalKey, Signal>>;

/** What scores and rules need beside the signals. */
export interface Facts {
  /** Sums of the latest amounts of the deals' entries, in the deals' own currency; null without entries. */
  revenue: number | null;
  cost: number | null;
  planned_budget: number | null;
  /** Scope changes that the client asked for in the last 7 days, and needs that it voiced in the last 14. */
  scope_changes_7d: number;
  needs_14d: number;
  /** The messages that voiced those needs, newest first, 20 at most. */
  needs_evidence: EvidenceRef[];
}
