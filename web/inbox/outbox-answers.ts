/** What the routes under /actions answer, as far as this page looks at it. */

export type ActionStatus = 'draft' | 'queued' | 'sending' | 'done' | 'failed' | 'unsure' | 'cancelled';

/** Something that a person has had done about a recommendation. */
export interface Action {
  id: string;
  project_id: string;
  kind: string;
  status: ActionStatus;
  target_label: string | null;
  text: string;
  due_at: string | null;
  created_by: string;
  created_at: string;
  last_error: string | null;
  url: string | null;
  may_cancel: boolean;
  may_retry: boolean;
  may_send: boolean;
  outcome: { gone: boolean; state: string | null; answered_at: string | null; answers: number | null } | null;
}

/** What would be sent, and where it could go. */
export interface Preview {
  kind: string;
  locale: 'en' | 'ru';
  /** null: it has none. */
  title: string | null;
  text: string;
  targets: { id: string; label: string }[];
  reaches_client: boolean;
  allowed: boolean;
  lacking: string | null;
}

/** What is to be sent. */
export interface NewAction {
  kind: string;
  target?: string;
  title?: string;
  text: string;
  due_at?: string;
  confirm?: boolean;
  draft?: boolean;
}
