import type { Kind, Rows } from './records.js';

/** One change of one row, as webhooks tell of it. */
export interface LinearChange {
  action: 'create' | 'update' | 'remove';
  kind: Kind;
  /** The row after the change; before it when it was removed. */
  row: Rows[Kind];
  /** Former values of what an update changed. */
  updatedFrom?: Record<string, unknown>;
  at: string;
}

export type ChangeListener = (change: LinearChange) => void;
