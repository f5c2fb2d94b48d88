/** What GET /portfolio answers, as far as this page looks at it. */

export type Band = 'low' | 'medium' | 'high' | 'critical';
export type RiskType = 'delivery_risk' | 'finance_risk' | 'client_risk' | 'scope_risk';

export interface Score {
  value: number | null;
  band: Band | null;
  change_7d: number | null;
  change_30d: number | null;
  /** A value for each day, the oldest first. */
  series: (number | null)[];
}

export interface Risk {
  risk_type: RiskType;
  status: 'ok' | 'already' | 'not_enough_history';
  since: string | null;
  p14: number | null;
  base_rate: { p14: number };
  /** What the base rate rests on; `prior`: not on the scope's own projects. */
  basis: 'prior' | 'blended' | 'own';
  above_usual: boolean;
  /** What raises it most above the usual. */
  raised_by: string | null;
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

export interface Project {
  id: string;
  name: string;
  ended_on: string | null;
  leaving: boolean;
  as_of: string | null;
  last_activity_at: string | null;
  needs_attention: boolean;
  scores: { project_health: Score };
  risks: Risk[];
  likeliest_risk: RiskType | null;
  recommendations: { open: { id: string }[]; first: Advice | null };
  connectors: Freshness[];
}

export interface Totals {
  projects: number;
  needing_attention: number;
  open_recommendations: number;
  urgent: number;
}

export interface Portfolio {
  projects: Project[];
  totals: Totals;
  next_cursor: string | null;
  /** There where the person reaches no project at all. */
  hint?: string;
}
