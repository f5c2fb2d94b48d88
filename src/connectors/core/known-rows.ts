import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { TableSpec } from './contract.js';

/** Columns of the writer's own that connectors may ask for. */
const WRITERS = ['deleted_at', 'updated_at'];

/** Tells a connector what is stored already, so that it reads again only what differs. */
@Injectable()
export class KnownRows {
  constructor(private readonly database: Database) {}

  /** One column of the rows with these keys, by key; tables with a key of one column only. */
  async read(
    projectId: string,
    spec: TableSpec,
    column: string,
    keys: readonly string[],
  ): Promise<Map<string, unknown>> {
    const [key] = spec.key;
    if (key === undefined || spec.key.length !== 1 || !(column in spec.columns || WRITERS.includes(column)))
      throw new Error(`${spec.table}.${column} can't be looked up by key`);
    if (keys.length === 0) return new Map();
    const rows = await this.database.query<{ key: string; value: unknown }>(
      `SELECT ${key} AS key, ${column} AS value FROM ${spec.table} WHERE project_id = $1 AND ${key} = ANY ($2)`,
      [projectId, keys],
    );
    return new Map(rows.map((row) => [row.key, row.value]));
  }

  /** One column of all live rows with these values, by key; tables with a key of one column only. */
  async live(
    projectId: string,
    spec: TableSpec,
    column: string,
    where: Readonly<Record<string, string>> = {},
  ): Promise<Map<string, unknown>> {
    const [key] = spec.key;
    const named = [column, ...Object.keys(where)];
    if (key === undefined || spec.key.length !== 1 || !named.every((name) => name in spec.columns))
      throw new Error(`${spec.table} can't be looked through by ${named.join(', ')}`);
    const conditions = Object.keys(where).map((name, i) => `AND ${name} = $${i + 2}`);
    const rows = await this.database.query<{ key: string; value: unknown }>(
      `SELECT ${key} AS key, ${column} AS value FROM ${spec.table}
       WHERE project_id = $1 AND deleted_at IS NULL ${conditions.join(' ')}`,
      [projectId, ...Object.values(where)],
    );
    return new Map(rows.map((row) => [row.key, row.value]));
  }
}
