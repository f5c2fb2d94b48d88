import type { WorkingCalendar } from '../../src/common/working-time/calendar.js';
import type { Actor } from '../../src/kag-events/index.js';
import type { Band, Facts, ScoreType, SignalKey, SignalStatus } from '../../src/kag-signals/index.js';

export type RiskType = 'delivery_risk' | 'finance_risk' | 'client_risk' | 'scope_risk';

/**
 * One place where something can be looked up, written `kind:name`: `message:1`, `issue:i1`, `cycle:s1`, `deal:d1`,
 * `note:n1`, `doc:brief` or `rag:1`. Equal text is the same row of the same table.
 */
export type Ref = string;

/** The place in the list is the id: events stand in the order in which they arrived, not in which they happened. */
export interface GoldenEvent {
  type: string;
  at: string;
  actor: Actor;
  payload: Record<string, unknown>;
  evidence: Ref[];
}

/** One of the five cases that are most like the project's last 14 days, as the forecast is given them, best first. */
export interface GoldenSimilarCase {
  similarity: number;
  /** Newest first. */
  outcomes: { type: RiskType; severity: number; evidence: Ref[] }[];
}

export interface GoldenSignal {
  /** Null: it is unknown. */
  value: number | null;
  status: SignalStatus;
  details?: Record<string, number>;
  /** Newest first. Left out where a history is not about it. */
  evidence?: Ref[];
}

export interface GoldenScore {
  /** Null, as the band: it is unknown. */
  value: number | null;
  band: Band | null;
  /** How many refs; left out where a history is not about it. */
  evidence?: number;
}

/** What each forecast rests on; its figures follow from the signals (forecasts-by-hand.ts). Left out: on nothing. */
export interface GoldenForecast {
  status: 'ok' | 'already';
  /** What raises the chance by a point within 14 days or more, the most first. */
  raised_by: string[];
  /** How many refs. */
  evidence: number;
}
export type GoldenForecasts = Partial<Record<RiskType, GoldenForecast>>;

export type Category =
  | 'waiting_on_client'
  | 'answer_the_client'
  | 'scope_creep_change_request'
  | 'delivery_risk'
  | 'finance_risk'
  | 'unhappy_client'
  | 'upsell_opportunity'
  | 'winback';

/** Why the evidence gate hides a recommendation: the first of these that holds. */
export type GateCause = 'too_few_refs' | 'no_primary' | 'low_quality';

/**
 * The settings of the gate; where a history names none, the defaults in docs/reference/configuration.md: 2, 0.35,
 * false.
 */
export interface GateSettings {
  min_count: number;
  min_quality: number;
  allow_secondary_only: boolean;
}

export interface GoldenRecommendation {
  category: Category;
  priority: 3 | 4 | 5;
  /** For an episode that begins now. */
  due_date: string;
  owner_role: 'pm' | 'finance_lead' | 'account_manager';
  template_key: string;
  gate: 'shown' | GateCause;
  /** How many refs; left out where a history is not about it. */
  evidence_count?: number;
}

/** All that is to be told of a project at `now`, when its log holds `events` and its similar cases are these. */
export interface GoldenHistory {
  name: string;
  now: string;
  events: GoldenEvent[];
  similar_cases?: GoldenSimilarCase[];
  gate?: GateSettings;
  /** When the project's people work; where a history names nothing, all the time, so that days are days. */
  calendar?: WorkingCalendar;
  expected: {
    signals: Record<SignalKey, GoldenSignal>;
    facts: Omit<Facts, 'needs_evidence'>;
    /** To two decimals; scores-by-hand.ts has all of them. */
    scores: Record<ScoreType, GoldenScore>;
    /** Outcomes of the day of `now`, with their severity. */
    outcomes: Partial<Record<RiskType, 4 | 5>>;
    /** When silences of the client began, up to `now`: the times of `client_silent_started`. */
    silences: string[];
  };
}
