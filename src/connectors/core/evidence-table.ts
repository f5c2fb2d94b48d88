import type { TableSpec } from './contract.js';

/** How a row is shown that a conclusion rests on: each field an SQL expression over the row's own columns. */
export interface EvidenceTable {
  table: TableSpec;
  /** `'message'`, `'issue'`, …: what people call it. */
  kind: string;
  title?: string;
  text?: string;
  author?: string;
  occurred_at: string;
  /** A jsonb object of what else there is to know of it at a glance. */
  facts?: string;
}
