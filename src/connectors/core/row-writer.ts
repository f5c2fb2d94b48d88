import { Injectable } from '@nestjs/common';
import { toJsonb, type Tx } from '../../database/index.js';
import type { CompleteSet, RowChange, ConnectorRow, TableRows, TableSpec } from './contract.js';
import { storableRow } from './storable-row.js';

export interface WrittenRows {
  /** Rows that are new or differ now, with what they were. */
  changes: RowChange[];
  unchanged: number;
  deleted: number;
}

/** Writes a connector's rows: set-based, and only what differs. The same rows again change nothing. */
@Injectable()
export class RowWriter {
  /** Two statements for any number of rows: read what is there (locked), then write what differs. */
  async write(tx: Tx, projectId: string, { table: spec, rows }: TableRows): Promise<WrittenRows> {
    const latest = lastOfEachKey(spec, rows).map((row) => storableRow(spec, row));
    if (latest.length === 0) return { changes: [], unchanged: 0, deleted: 0 };
    const keys = latest.map(({ values }) => Object.fromEntries(spec.key.map((column) => [column, values[column]])));
    const before = await tx.query<Record<string, unknown>>(
      `SELECT t.* FROM ${spec.table} t JOIN ${recordset('$2', columnsOf(spec, spec.key))} USING (${spec.key.join(', ')})
       WHERE t.project_id = $1 FOR UPDATE OF t`,
      [projectId, toJsonb(keys)],
    );
    const sent = toJsonb(latest.map((row) => ({ ...row.values, row_deleted: row.deleted === true })));
    const after = await tx.query<Record<string, unknown>>(upsertSql(spec), [projectId, sent]);
    const byKey = new Map(before.map((row) => [keyOf(spec, row), row]));
    const changes = after.map((row): RowChange => ({
      table: spec.table,
      before: byKey.get(keyOf(spec, row)) ?? null,
      after: row,
    }));
    const deleted = changes.filter(
      ({ before: was, after: is }) => is['deleted_at'] !== null && was?.['deleted_at'] === null,
    ).length;
    return { changes, unchanged: latest.length - changes.length, deleted };
  }

  /** Marks as deleted what a complete set no longer has. One statement. */
  async removeAbsent(
    tx: Tx,
    projectId: string,
    set: CompleteSet,
    present: readonly ConnectorRow[],
  ): Promise<WrittenRows> {
    const [key] = set.table.key;
    if (key === undefined || set.table.key.length !== 1)
      throw new Error(`${set.table.table} needs a key of one column for complete sets`);
    const after = await tx.query<Record<string, unknown>>(
      `UPDATE ${set.table.table} SET deleted_at = now(), updated_at = now()
       WHERE project_id = $1 AND ${set.column} = ANY ($2) AND deleted_at IS NULL AND NOT (${key} = ANY ($3))
       RETURNING *`,
      [projectId, set.values, present.map((row) => row.values[key])],
    );
    return {
      changes: after.map((row) => ({ table: set.table.table, before: { ...row, deleted_at: null }, after: row })),
      unchanged: 0,
      deleted: after.length,
    };
  }
}

/** A page may show a row twice; the later sight counts. */
function lastOfEachKey(spec: TableSpec, rows: readonly ConnectorRow[]): ConnectorRow[] {
  return [...new Map(rows.map((row) => [keyOf(spec, row.values), row])).values()];
}

function keyOf(spec: TableSpec, row: Readonly<Record<string, unknown>>): string {
  return spec.key.map((column) => String(row[column])).join('\u0000');
}

const columnsOf = ({ columns }: TableSpec, names: readonly string[]): string[] =>
  names.map((name) => `${name} ${columns[name]}`);

const recordset = (parameter: string, columns: readonly string[]): string =>
  `jsonb_to_recordset(${parameter}::jsonb) AS r (${columns.join(', ')})`;

function upsertSql(spec: TableSpec): string {
  const columns = Object.keys(spec.columns);
  const values = columns.filter((column) => !spec.key.includes(column));
  const differs = [
    ...values.map((column) => `t.${column} IS DISTINCT FROM excluded.${column}`),
    '(t.deleted_at IS NULL) <> (excluded.deleted_at IS NULL)',
  ];
  return `
    INSERT INTO ${spec.table} AS t (project_id, ${columns.join(', ')}, deleted_at)
    SELECT $1, ${columns.map((column) => `r.${column}`).join(', ')}, CASE WHEN r.row_deleted THEN now() END
    FROM ${recordset('$2', [...columnsOf(spec, columns), 'row_deleted boolean'])}
    ON CONFLICT (project_id, ${spec.key.join(', ')}) DO UPDATE SET
      ${values.map((column) => `${column} = excluded.${column},`).join(' ')}
      deleted_at = CASE WHEN excluded.deleted_at IS NOT NULL THEN coalesce(t.deleted_at, excluded.deleted_at) END,
      updated_at = excluded.updated_at
    WHERE ${differs.join(' OR ')}
    RETURNING t.*`;
}
