import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '../../database/index.js';
import type { ConnectorName } from './contract.js';

export interface Due {
  source_ref: string;
  /** As the row has it, to the microsecond: a record that became due again meanwhile stays due. */
  due_at: string;
}

@Injectable()
export class DueRecordsRepository {
  constructor(private readonly database: Database) {}

  /**
   * Makes records due; one that is due already is due anew, so that a reading under way does not count for it. In order
   * of their refs, so that deliveries that name the same ones at once don't lock each other out.
   */
  async add(sql: Sql, projectId: string, connector: ConnectorName, refs: readonly string[]): Promise<void> {
    await sql.run(
      `INSERT INTO connector_due_records (project_id, connector, source_ref, due_at)
       SELECT $1, $2, ref, clock_timestamp() FROM unnest($3::text[]) AS ref GROUP BY ref ORDER BY ref
       ON CONFLICT (project_id, connector, source_ref) DO UPDATE SET due_at = excluded.due_at`,
      [projectId, connector, refs],
    );
  }

  /** Whether something of the connector is due. */
  async any(projectId: string, connector: ConnectorName): Promise<boolean> {
    const rows = await this.database.query(
      `SELECT FROM connector_due_records WHERE project_id = $1 AND connector = $2 LIMIT 1`,
      [projectId, connector],
    );
    return rows.length > 0;
  }

  /** Records that are due, oldest first. */
  async list(projectId: string, connector: ConnectorName, limit: number): Promise<Due[]> {
    return this.database.query<Due>(
      `SELECT source_ref, due_at::text AS due_at FROM connector_due_records
       WHERE project_id = $1 AND connector = $2 ORDER BY due_at LIMIT $3`,
      [projectId, connector, limit],
    );
  }

  /** Takes records off that were read, unless they became due again since. */
  async done(projectId: string, connector: ConnectorName, read: readonly Due[]): Promise<void> {
    await this.database.run(
      `DELETE FROM connector_due_records d USING unnest($3::text[], $4::timestamptz[]) AS r (source_ref, due_at)
       WHERE d.project_id = $1 AND d.connector = $2 AND d.source_ref = r.source_ref AND d.due_at = r.due_at`,
      [projectId, connector, read.map((due) => due.source_ref), read.map((due) => due.due_at)],
    );
  }
}
