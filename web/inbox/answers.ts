/** What the routes under /recommendations answer, as far as this page looks at it. */

export const STATUSES = ['new', 'acknowledged', 'snoozed', 'done', 'dismissed', 'expired'] as const;
export type Status = (typeof STATUSES)[number];
export type Resolution = 'happened' | 'prevented' | 'false_alarm' | 'not_relevant';

/** A recommendation as a list tells it. */
export interface Recommendation {
  id: string;
  /** Names what people have decided of it; a change says of which one it was made. */
  version: string;
  project_id: string;
  project_name: string;
  category: string;
  priority: number;
  due_date: string;
  owner_role: string;
  assignee: string | null;
  status: Status;
  snoozed_until: string | null;
  resolution: Resolution | null;
  title: string;
  rationale: string;
  why_now: string;
  evidence_count: number;
  reopened_reason: 'worse' | 'snooze_over' | null;
  condition_gone_since: string | null;
  episode_ended_at: string | null;
}

export type Counts = Record<Status | 'to_do', number>;

export interface Inbox {
  recommendations: Recommendation[];
  counts: Counts;
  next_cursor: string | null;
}

export interface EvidenceRef {
  source_table: string;
  source_pk: string;
  url?: string | null;
}

/** All of one. */
export interface Whole extends Recommendation {
  resolution_note: string | null;
  suggested_template: string;
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

/** What people did with one, the newest first. */
export interface Change {
  at: string;
  by: string | null;
}

export interface Person {
  username: string;
}

/** What a person wants of recommendations; what is left out stays. */
export interface Wanted {
  status?: Status;
  until?: string;
  resolution?: Resolution;
  note?: string;
  assignee?: string | null;
  due_date?: string;
}

/** What became of one of several. */
export interface Result {
  id: string;
  error: string | null;
  message: string | null;
  recommendation: Recommendation | null;
}
