import type { BoundSource, Taken, Vendor } from '../connectors/index.js';

/** Rows of one table that leave: a condition in SQL over the row `t`, with values from `$2` on. */
export interface LeavingRows {
  readonly table: string;
  /** The column that, after the project, orders the rows, and its type. */
  readonly key: string;
  readonly type: 'text' | 'uuid' | 'bigint';
  readonly where: string;
  readonly values: readonly unknown[];
}

/**
 * What leaves of a connector, and in which order it can go.
 * @param bound what is read from now; null: nothing
 */
export const leavingOf = (vendor: Vendor, leaving: 'all' | 'outside', bound: BoundSource | null): LeavingRows[] =>
  leaving === 'all' || bound === null
    ? allOf(vendor)
    : outsideOf(vendor, { externalId: bound.external_id, filter: bound.filter });

/** Everything that a connector has brought: its records, their texts in search, and the events that they made. */
function allOf({ connector, stored }: Vendor): LeavingRows[] {
  return [
    ...[...stored.tables].reverse().map(({ table, key }) => rows(table, key[0] ?? '', 'true', [])),
    // Once the records are gone, all texts of theirs are lost; other vendors' may be of the same kind.
    chunks(`t.source_kind = $2 AND ${stored.chunks.lost}`, [stored.chunks.kind]),
    events('t.source = $2', [connector.name]),
    CONCLUDED,
  ];
}

/** What the source does not take of it. Texts and events leave with the records that they are of. */
function outsideOf({ connector, stored }: Vendor, source: Taken): LeavingRows[] {
  const cases = stored.tables.map(
    ({ table, key }) => `WHEN '${table}' THEN EXISTS (SELECT FROM ${table} x
      WHERE x.project_id = t.project_id AND x.${key[0] ?? ''} = r ->> 'source_pk')`,
  );
  return [
    ...stored.outside(source).map(({ table, where, values }) => rows(table.table, table.key[0] ?? '', where, values)),
    chunks(`t.source_kind = $2 AND ${stored.chunks.lost}`, [stored.chunks.kind]),
    events(
      `t.source = $2 AND NOT EXISTS (SELECT FROM jsonb_array_elements(t.evidence_refs) AS r
         WHERE CASE r ->> 'source_table' ${cases.join(' ')} ELSE false END)`,
      [connector.name],
    ),
    CONCLUDED,
  ];
}

const rows = (table: string, key: string, where: string, values: readonly unknown[]): LeavingRows => ({
  table,
  key,
  type: 'text',
  where,
  values,
});
const chunks = (where: string, values: readonly unknown[]): LeavingRows => ({
  table: 'rag_chunks',
  key: 'id',
  type: 'uuid',
  where,
  values,
});
const events = (where: string, values: readonly unknown[]): LeavingRows => ({
  table: 'kag_event_log',
  key: 'id',
  type: 'bigint',
  where,
  values,
});

/** Events that were concluded from others, such as a client's silence: they are found again in those that stay. */
export const CONCLUDED = events(`t.source = 'system' AND t.event_type NOT LIKE 'process\\_%'`, []);
