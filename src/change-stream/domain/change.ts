/** Something that is another than before, in a project. */
export interface StreamChange {
  project_id: string;
  account_scope_id: string;
  /** A run of a job began, was queued or ended; or a person changed a record. */
  kind: 'run' | 'record';
  /** Of a run its job, such as `chatwoot_sync`; of a record its kind, such as `recommendation`. */
  what: string;
  /** Of the run or the record. */
  id: string;
  /** Of a run its status; of a record what was done to it, as the audit log names it. */
  state: string;
  at: Date;
}

/**
 * What tells two changes apart: a run passes each of its states once in an attempt, and a record changes at a moment.
 */
export const keyOf = ({ kind, id, state, at }: StreamChange): string => `${kind} ${id} ${state} ${at.getTime()}`;
