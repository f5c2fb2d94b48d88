import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/index.js';
import type { LeavingRows } from './leaving-rows.js';

/** Rows looked at in one transaction. */
const BATCH = 1_000;

export interface Swept {
  /** The last row that was looked at; null: there are no more. */
  last: string | null;
  seen: number;
  removed: number;
}

@Injectable()
export class LeavingRowsRepository {
  /**
   * Looks at the next rows of the project, after the one with this key, and removes those that leave. One statement.
   */
  async sweep(
    tx: Tx,
    projectId: string,
    { table, key, type, where, values }: LeavingRows,
    after: string | null,
  ): Promise<Swept> {
    const position = `$${values.length + 2}`;
    const [row] = await tx.query<Swept>(
      `WITH page AS MATERIALIZED (
         SELECT ${key} AS key FROM ${table}
         WHERE project_id = $1 AND (${position}::text IS NULL OR ${key} > ${position}::${type}) ORDER BY ${key} LIMIT ${BATCH}),
       gone AS (
         DELETE FROM ${table} t USING page WHERE t.project_id = $1 AND t.${key} = page.key AND (${where}) RETURNING 1)
       SELECT (SELECT key::text FROM page ORDER BY key DESC LIMIT 1) AS last,
         (SELECT count(*)::int FROM page) AS seen, (SELECT count(*)::int FROM gone) AS removed`,
      [projectId, ...values, after],
    );
    return row ?? { last: null, seen: 0, removed: 0 };
  }
}
