import type { RiskType } from '../../kag-forecast/index.js';

/** What causes look at. The more of it, the worse; only `upsell` and `needs` are good news. */
export const MEASURES = [
  'waiting_days',
  'asked_hours',
  'scope_requests',
  'blocked_days',
  'late_days',
  'overrun',
  'unplanned_cost',
  'margin_shortfall',
  'low_mood',
  'negative_share',
  'needs',
  'upsell',
  'deal_lost',
] as const;
export type MeasureKey = (typeof MEASURES)[number];

/** null: it is not known, and gives no reason to act. */
export type Measures = Readonly<Record<MeasureKey, number | null>>;

/** How likely a risk comes about, where the forecast says so and the scope has a threshold. */
export interface Chance {
  /** Within 14 days, 0 to 1; and what is usual. */
  p14: number;
  usual: number;
  /** From here on it is worth an alarm. */
  threshold: number;
  /** Names of the forecast's features that raise it, those that raise it most first. */
  raised_by: readonly string[];
}

/** All that recommendations hang on, at one moment. */
export interface Situation {
  measures: Measures;
  chances: Readonly<Partial<Record<RiskType, Chance>>>;
  /** Risks that have come about and go on, and since which day. */
  there_since: Readonly<Partial<Record<RiskType, string>>>;
  /** The project is over: nothing is to be done any more. */
  ended: boolean;
}
