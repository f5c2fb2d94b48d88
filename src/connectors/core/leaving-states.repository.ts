import { Injectable } from '@nestjs/common';
import { Database, toJsonb, type Sql, type Tx } from '../../database/index.js';
import type { BoundSource } from '../domain/bound-source.js';
import type { ConnectorName } from './contract.js';
import { runIsOver } from '../../jobs/index.js';
import { SYNC_HOLDER, Superseded } from './sync-state.repository.js';
import type { SyncState } from './sync-state.entity.js';

export type Leaving = NonNullable<SyncState['leaving']>;

/**
 * Condition in SQL: something that the project no longer reads from is still stored, so that nothing of it is shown.
 * Not a question about each project: where rows are on several servers, that could not be asked of many.
 */
export const hasLeaving = (projectId: string): string =>
  `${projectId} IN (SELECT l.project_id FROM connector_sync_state l WHERE l.leaving IS NOT NULL)`;

/** What of projects is on its way out, connector by connector. */
@Injectable()
export class LeavingStatesRepository {
  constructor(private readonly database: Database) {}

  /** Connectors of which something is leaving, with since when; `sql`: a transaction that must see its own. */
  async of(projectId: string, sql: Sql = this.database): Promise<Pick<SyncState, 'connector' | 'leaving_since'>[]> {
    return sql.query(
      `SELECT connector, leaving_since FROM connector_sync_state WHERE project_id = $1 AND leaving IS NOT NULL ORDER BY connector`,
      [projectId],
    );
  }

  /** Projects of which something is leaving. */
  async projects(): Promise<string[]> {
    const rows = await this.database.query<{ project_id: string }>(
      'SELECT DISTINCT project_id FROM connector_sync_state WHERE leaving IS NOT NULL',
    );
    return rows.map((row) => row.project_id);
  }

  /** Every state there is, to be compared with what projects read from now. */
  async all(): Promise<Pick<SyncState, 'project_id' | 'connector'>[]> {
    return this.database.query('SELECT project_id, connector FROM connector_sync_state ORDER BY project_id, connector');
  }

  /** The state, locked until `tx` ends; null when nothing was ever read. */
  async lock(tx: Tx, projectId: string, connector: ConnectorName): Promise<SyncState | null> {
    const [state] = await tx.query<SyncState>(
      'SELECT * FROM connector_sync_state WHERE project_id = $1 AND connector = $2 FOR UPDATE',
      [projectId, connector],
    );
    return state ?? null;
  }

  /** Keeps what is read from now; nothing else changes. */
  async keep(tx: Tx, projectId: string, connector: ConnectorName, source: BoundSource | null): Promise<void> {
    await tx.run('UPDATE connector_sync_state SET source = $3::jsonb WHERE project_id = $1 AND connector = $2', [
      projectId,
      connector,
      source && toJsonb(source),
    ]);
  }

  /**
   * Turns to another source: it is read from the beginning, and a run under way writes nothing more. With `leaving`,
   * what was read before leaves; of what is leaving already, all stays all.
   */
  async turn(
    tx: Tx,
    projectId: string,
    connector: ConnectorName,
    source: BoundSource | null,
    leaving: Leaving | null,
  ): Promise<void> {
    await tx.run(
      `UPDATE connector_sync_state SET source = $3::jsonb, run_id = NULL, status = 'idle', last_error = NULL, retry_count = 0,
         cursor_ts = NULL, cursor_id = NULL, page_cursor = NULL, updated_at = now(),
         leaving = CASE WHEN leaving = 'all' OR $4 = 'all' THEN 'all' ELSE coalesce($4, leaving) END,
         leaving_since = ${leaving === null ? 'leaving_since' : 'now()'}
       WHERE project_id = $1 AND connector = $2`,
      [projectId, connector, source && toJsonb(source), leaving],
    );
    await tx.run('DELETE FROM connector_streams WHERE project_id = $1 AND connector = $2', [projectId, connector]);
  }

  /** Takes the connector for the run that removes what is leaving; null where nothing is, or a live run has it. */
  async claim(projectId: string, connector: ConnectorName, runId: string): Promise<SyncState | null> {
    const isOver = await runIsOver(this.database, SYNC_HOLDER, [projectId]);
    const {
      rows: [state],
    } = await this.database.run<SyncState>(
      `UPDATE connector_sync_state s SET run_id = $3, updated_at = now()
       WHERE project_id = $1 AND connector = $2 AND leaving IS NOT NULL AND (${isOver} OR s.run_id = $3) RETURNING *`,
      [projectId, connector, runId],
    );
    return state ?? null;
  }

  /**
   * Makes sure that what is leaving is still this run's to remove.
   * @throws Superseded when the source changed again.
   */
  async hold(tx: Tx, projectId: string, connector: ConnectorName, runId: string): Promise<void> {
    await this.update(tx, 'updated_at = now()', projectId, connector, runId);
  }

  /**
   * Nothing is leaving any more, and the connector can be synced.
   * @throws Superseded like `hold`.
   */
  async end(tx: Tx, projectId: string, connector: ConnectorName, runId: string): Promise<void> {
    const ended = 'leaving = NULL, leaving_since = NULL, run_id = NULL, updated_at = now()';
    await this.update(tx, ended, projectId, connector, runId);
  }

  private async update(tx: Tx, set: string, ...key: [projectId: string, connector: string, runId: string]) {
    const { affected } = await tx.run(
      `UPDATE connector_sync_state SET ${set}
       WHERE project_id = $1 AND connector = $2 AND run_id = $3 AND leaving IS NOT NULL`,
      key,
    );
    if (affected === 0) throw new Superseded('the source has changed again');
  }
}
