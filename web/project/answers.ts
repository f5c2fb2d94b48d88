/** What the routes answer, as far as the page of a project looks at it. */

export type Band = 'low' | 'medium' | 'high' | 'critical';
export type RiskType = 'delivery_risk' | 'finance_risk' | 'client_risk' | 'scope_risk';
export const SCORE_TYPES = ['project_health', 'risk', 'client_value', 'upsell_likelihood'] as const;
export type ScoreType = (typeof SCORE_TYPES)[number];
export type SignalKey =
  | 'waiting_on_client_days'
  | 'waiting_on_us_hours'
  | 'response_time_median'
  | 'blockers_age'
  | 'stage_overdue'
  | 'agreement_overdue_count'
  | 'client_sentiment'
  | 'scope_creep_rate'
  | 'budget_burn_rate'
  | 'margin_risk'
  | 'activity_drop';

export interface Score {
  value: number | null;
  band: Band | null;
  change_7d: number | null;
  change_30d: number | null;
}

export interface Risk {
  risk_type: RiskType;
  status: 'ok' | 'already' | 'not_enough_history';
  since: string | null;
  p7: number | null;
  p14: number | null;
  p30: number | null;
  base_rate: { p7: number; p14: number; p30: number };
  /** What the base rate rests on; `prior`: not on the scope's own projects. */
  basis: 'prior' | 'blended' | 'own';
  above_usual: boolean;
}

export interface Advice {
  id: string;
  category: string;
  priority: number;
  title: string;
  rationale: string;
  due_date: string;
  owner_role: string;
  assignee: string | null;
}

export interface Freshness {
  connector: string;
  status: 'idle' | 'running' | 'ok' | 'partial' | 'failed';
  last_success_at: string | null;
  stale: boolean;
}

export interface Overview {
  id: string;
  account_scope_id: string;
  name: string;
  ended_on: string | null;
  as_of: string | null;
  last_activity_at: string | null;
  scores: Record<ScoreType, Score>;
  risks: Risk[];
  likeliest_risk: RiskType | null;
  recommendations: { open: Advice[] };
  connectors: Freshness[];
}

export interface ScoreSeries {
  score_type: ScoreType;
  bands: { is: 'below' | 'at_least'; limit: number; band: Band }[];
  values: (number | null)[];
  moved: { from: string; to: string; by: { key: string; points: number }[] } | null;
}

export interface SignalSeries {
  signal_key: SignalKey;
  warn: number;
  critical: number;
  values: (number | null)[];
}

export interface Lines {
  days: string[];
  scores: ScoreSeries[];
  signals: SignalSeries[];
}

export interface Driver {
  key: string;
  points: { p14: number };
  /** Null: nothing is known of it. */
  words: string | null;
}

export interface Forecast {
  risk_type: RiskType;
  drivers: Driver[];
}

export interface ForecastSeries {
  risk_type: RiskType;
  p14: (number | null)[];
}

export interface Forecasts {
  days: string[];
  forecasts: Forecast[];
  history: ForecastSeries[];
}

export interface ProjectEvent {
  id: string;
  event_type: string;
  occurred_at: string;
  actor: 'client' | 'team' | 'system';
  source: string;
  source_url: string | null;
  payload_json: Record<string, unknown>;
  evidence_refs: { source_table: string; source_pk: string; url?: string }[];
  /** False: a person has taken it back. */
  holds: boolean;
  /** What it may have been instead; null: it was not heard in words. */
  alternatives: string[] | null;
  feedback: { right: boolean; instead: string | null; by: string; at: string } | null;
}

/** The words behind an event. */
export interface Evidence {
  source_table: string;
  source_pk: string;
  text: string | null;
  author: string | null;
}

export interface Timeline {
  events: ProjectEvent[];
  /** By the table and key of what it comes from. */
  words: Map<string, Evidence>;
  more: boolean;
}

export interface SimilarCase {
  case_project_id: string;
  case_project_name: string;
  window_end: string;
  similarity_score: number;
  why_similar: { code: string; text: string }[];
  outcomes_seen: { outcome_type: RiskType; severity: number; occurred_on: string }[];
}

export interface Similar {
  all: SimilarCase[];
  followed: { risk_type: RiskType; cases: { came: number; of: number }; usual: { came: number; of: number } }[];
  hint: string | null;
}

export interface Speaker {
  name: string | null;
  side: 'client' | 'team';
  messages: number;
  last_at: string;
}

export interface Issue {
  id: string;
  identifier: string;
  title: string;
  url: string | null;
  state: string;
  due_date: string | null;
  overdue: boolean;
  blocked: boolean;
  assignee: string | null;
}

export interface Deal {
  id: string;
  name: string | null;
  stage: string | null;
  amount: number | null;
  currency: string | null;
  url: string | null;
}

export interface Work {
  issues: Issue[];
  counts: { open: number; overdue: number; blocked: number };
  deals: Deal[];
}
