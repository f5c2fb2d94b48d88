/** What the routes answer, as far as this page looks at it. */

export type CheckStatus = 'ok' | 'warn' | 'fail' | 'skipped';

export interface RemedyStep {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | null;
  path: string | null;
  body: Record<string, unknown> | null;
  set: Record<string, string> | null;
  run: string | null;
  note: string;
}

export interface Check {
  id: string;
  title: string;
  status: CheckStatus;
  observed: string;
  expected: string;
  remedy: RemedyStep[];
  because_of: string | null;
}

export interface Diagnosis {
  generated_at: string;
  verdict: {
    status: 'ok' | 'warn' | 'fail';
    first_cause: {
      check: string;
      title: string;
      observed: string;
      status: 'warn' | 'fail';
      remedy: RemedyStep[];
    } | null;
    counts: Record<CheckStatus, number>;
  };
  sections: { id: string; title: string; status: CheckStatus; checks: Check[] }[];
}

export interface Connector {
  connector: string;
  status: 'idle' | 'running' | 'ok' | 'partial' | 'failed';
  last_success_at: string | null;
  retry_count: number;
  last_error: string | null;
  lag_seconds: number | null;
  stale: boolean;
  /** Since when data that the project no longer reads from is being removed. */
  leaving_since: string | null;
}

export interface ConnectorError {
  id: string;
  connector: string;
  error_kind: string;
  error_message: string;
  source_ref: string;
  attempt: number;
  status: 'pending' | 'retrying' | 'dead_letter' | 'resolved';
  next_retry_at: string | null;
  created_at: string;
}

export interface ScheduledJob {
  job_type: string;
  status: 'active' | 'paused';
  cadence_seconds: number;
  next_run_at: string | null;
  due: boolean;
  lag_seconds: number;
  last_run_at: string | null;
  last_status: string | null;
  last_error: string | null;
}

export interface Counts {
  pending: number;
  processing: number;
  ready: number;
  failed: number;
}

export const SCORE_TYPES = ['project_health', 'risk', 'client_value', 'upsell_likelihood'] as const;
export type ScoreType = (typeof SCORE_TYPES)[number];
export type Band = 'low' | 'medium' | 'high' | 'critical';

export interface Snapshot {
  /** A UTC day, as 2026-02-03. */
  snapshot_date: string;
  scores_json: Partial<Record<ScoreType, { value: number | null; band: Band | null }>>;
}

export interface Score {
  score_type: ScoreType;
  /** Null, as the band: too little is known. */
  value: number | null;
  band: Band | null;
  as_of: string;
}

export const RISK_TYPES = ['delivery_risk', 'finance_risk', 'client_risk', 'scope_risk'] as const;
export type RiskType = (typeof RISK_TYPES)[number];

export interface Forecast {
  risk_type: RiskType;
  status: 'ok' | 'already' | 'not_enough_history';
  /** The day since which it is there. */
  since: string | null;
  /** Null where no chance is told. */
  p7: number | null;
  p14: number | null;
  p30: number | null;
  base_rate: { p7: number; p14: number; p30: number };
  /** In the project's language. */
  words: string;
  generated_at: string;
}

export interface EvidenceRef {
  source_table: string;
  source_pk: string;
  occurred_at?: string;
  url?: string | null;
}

export interface Recommendation {
  id: string;
  category: string;
  priority: number;
  due_date: string | null;
  owner_role: string;
  assignee: string | null;
  status: 'new' | 'acknowledged' | 'snoozed' | 'done' | 'dismissed' | 'expired';
  snoozed_until: string | null;
  resolution: 'happened' | 'prevented' | 'false_alarm' | 'not_relevant' | null;
  episode_ended_at: string | null;
  title: string;
  rationale: string;
  why_now: string;
  evidence_refs: EvidenceRef[];
}

export interface Evidence {
  source_table: string;
  source_pk: string;
  kind: string;
  title: string | null;
  text: string | null;
  author: string | null;
  occurred_at: string | null;
  deleted: boolean;
}
