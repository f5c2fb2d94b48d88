import type { TableSpec } from '../core/contract.js';
import type { StoredRows, Taken } from '../core/stored-rows.js';
import { PART } from './parted-list.js';
import type { Read } from './read-rows.js';
import { type Declared, type SourceTable, sourceTable } from './source-table.js';
import type { Stamp } from './stamp.js';

const EVERY = {
  [PART]: 'text',
  url: 'text?',
  vendor_created_at: 'timestamptz',
  vendor_updated_at: 'text',
  content_hash: 'text',
  data: 'jsonb',
} as const;

/** A table of dated records of a part each; `id` is the part's name, #, and what tells the record apart within it. */
export const partedTable = (name: string, columns: Record<string, Declared>, indexes: string[] = []): SourceTable =>
  sourceTable(name, { key: { id: 'text' }, columns: { ...columns, ...EVERY }, indexes });

interface Dated {
  readonly repository: string;
  readonly html_url: string | null;
  readonly created_at: Stamp;
  readonly updated_at: Stamp;
}

/** What such a row says beside its own columns, but for its hash. */
export const datedColumns = ({ fields, raw }: Read<Dated>) => ({
  [PART]: fields.repository,
  url: fields.html_url,
  vendor_created_at: fields.created_at.at,
  vendor_updated_at: fields.updated_at.exact,
  data: { ...raw },
});

/** Rows of parts that a source does not take, and texts of issues and comments that are not stored any more. */
export const partedRows = (
  tables: readonly TableSpec[],
  { issues, comments }: { issues: TableSpec; comments: TableSpec },
  taken: (source: Taken) => string[],
): StoredRows => ({
  tables,
  outside: (source) =>
    tables.map((table) => ({ table, where: `t.${PART} <> ALL ($2::text[])`, values: [taken(source)] })),
  chunks: {
    kind: 'issue',
    // Of the texts of issues, those that name a part.
    lost: `t.source_id LIKE '%/%'
      AND NOT EXISTS (SELECT FROM ${issues.table} i WHERE i.project_id = t.project_id AND i.id = t.source_id)
      AND NOT EXISTS (SELECT FROM ${comments.table} c WHERE c.project_id = t.project_id AND 'comment:' || c.id = t.source_id)`,
  },
});
