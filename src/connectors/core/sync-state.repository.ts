import { Injectable } from '@nestjs/common';
import { Database, toJsonb, type Tx } from '../../database/index.js';
import type { BoundSource } from '../domain/bound-source.js';
import type { ConnectorName, SyncCursor } from './contract.js';
import { runIsOver } from '../../jobs/index.js';
import { dataLeaving } from './data-leaving.js';
import type { SyncState, SyncStatus } from './sync-state.entity.js';

/** Another run has taken the sync over: what this one would write now could undo what that one has written. */
export class Superseded extends Error {}

/** Where a sync says which run has it. A run that died, or ended without a word, has nothing. */
export const SYNC_HOLDER = { table: 'connector_sync_state', alias: 's', column: 'run_id' };
/** A list of the connector was read to its end, be another one closed to us. */
const HAS_SYNCED = `(s.cursor_ts IS NOT NULL OR EXISTS (SELECT FROM connector_streams o
  WHERE o.project_id = s.project_id AND o.connector = s.connector AND o.last_success_at IS NOT NULL))`;
/** A project that is being removed has no account scope: nothing is written of it any more. */
const IS_LIVE = (projectId: string) =>
  `EXISTS (SELECT FROM projects p WHERE p.id = ${projectId} AND p.account_scope_id IS NOT NULL)`;

@Injectable()
export class SyncStateRepository {
  constructor(private readonly database: Database) {}

  /**
   * Takes the connector for a run, so that no other writes what this one is reading; null while a live run has it, what
   * was read before is leaving, or what is stored is of another source. A run that died has nothing any more: its row
   * in job_runs tells.
   */
  async claim(
    projectId: string,
    connector: ConnectorName,
    runId: string,
    bound: BoundSource | null,
  ): Promise<SyncState | null> {
    const isOver = await runIsOver(this.database, SYNC_HOLDER, [projectId]);
    const {
      rows: [state],
    } = await this.database.run<SyncState>(
      // Of what is given only through the row: a statement that goes on to another server takes no parameters there.
      `INSERT INTO connector_sync_state AS s (project_id, connector, run_id, source)
       SELECT $1, $2, $3, $4::jsonb WHERE ${IS_LIVE('$1')}
       ON CONFLICT (project_id, connector) DO UPDATE SET run_id = excluded.run_id,
         source = coalesce(excluded.source, s.source), updated_at = excluded.updated_at
       WHERE (${isOver} OR s.run_id = excluded.run_id) AND s.leaving IS NULL AND coalesce(s.source = excluded.source, true)
       RETURNING *`,
      [projectId, connector, runId, bound && toJsonb(bound)],
    );
    return state ?? null;
  }

  /**
   * Looks why a connector can't be claimed; returns where another run has it, which it gives free some time.
   * @throws AppError `data_leaving`, Superseded for another source than the stored one, and for a project that is
   * removed
   */
  async assertReadable(projectId: string, connector: ConnectorName, bound: BoundSource | null): Promise<void> {
    const [state] = await this.database.query<{ leaving: string | null; same: boolean; live: boolean }>(
      `SELECT s.leaving, coalesce(s.source = $3::jsonb, true) AS same, ${IS_LIVE('$1')} AS live
       FROM (SELECT) one LEFT JOIN connector_sync_state s ON s.project_id = $1 AND s.connector = $2`,
      [projectId, connector, bound && toJsonb(bound)],
    );
    if (!state?.live) throw new Superseded('the project was removed');
    if (state.leaving !== null) throw dataLeaving([connector]);
    if (!state.same) throw new Superseded('the project was bound to another source meanwhile');
  }

  /**
   * Marks a sync as running, of a connector that the run has claimed.
   * @throws Superseded when it has not.
   */
  async begin(projectId: string, connector: ConnectorName, runId: string): Promise<SyncState> {
    const {
      rows: [state],
    } = await this.database.run<SyncState>(
      `UPDATE connector_sync_state s SET status = 'running', last_attempt_at = now(), updated_at = now(),
         mode = CASE WHEN ${HAS_SYNCED} THEN 'incremental' ELSE 'full' END
       WHERE project_id = $1 AND connector = $2 AND run_id = $3 RETURNING *`,
      [projectId, connector, runId],
    );
    if (!state) throw new Superseded('another run has taken this sync over');
    return state;
  }

  /** Gives the connector free without a word on how it went: for runs that only read single records. */
  async release(projectId: string, connector: ConnectorName, runId: string): Promise<void> {
    await this.database.run(
      `UPDATE connector_sync_state SET run_id = NULL, updated_at = now() WHERE project_id = $1 AND connector = $2 AND run_id = $3`,
      [projectId, connector, runId],
    );
  }

  /**
   * Gives the connector free of a run that was cancelled, which may write nothing any more: its sync goes on where it
   * was with the next run. Of another run's hold this changes nothing, whenever it comes.
   */
  async cancelled(projectId: string, connector: ConnectorName, runId: string, reason: string): Promise<void> {
    await this.database.query(
      `UPDATE connector_sync_state SET status = 'idle', run_id = NULL, updated_at = now(), last_error = $4
       WHERE project_id = $1 AND connector = $2 AND run_id = $3`,
      [projectId, connector, runId, `job_cancelled: ${reason}`],
    );
  }

  /**
   * Stores how far the sync has come, in the batch's transaction.
   * @throws Superseded when the sync is another run's.
   */
  async advance(tx: Tx, projectId: string, connector: ConnectorName, runId: string, cursor: SyncCursor): Promise<void> {
    const { affected } = await tx.run(
      `UPDATE connector_sync_state SET cursor_ts = $4, cursor_id = $5, page_cursor = $6, updated_at = now()
       WHERE project_id = $1 AND connector = $2 AND run_id = $3 AND leaving IS NULL AND ${IS_LIVE('$1')}`,
      [
        projectId,
        connector,
        runId,
        cursor.cursor_ts,
        cursor.cursor_id,
        cursor.page_cursor === null ? null : JSON.stringify(cursor.page_cursor),
      ],
    );
    if (affected === 0) throw new Superseded('another run has taken this sync over');
  }

  /**
   * Makes sure that the sync is still this run's, without moving it.
   * @throws Superseded when it is another's.
   */
  async hold(tx: Tx, projectId: string, connector: ConnectorName, runId: string): Promise<void> {
    const { affected } = await tx.run(
      `UPDATE connector_sync_state SET updated_at = now()
       WHERE project_id = $1 AND connector = $2 AND run_id = $3 AND leaving IS NULL AND ${IS_LIVE('$1')}`,
      [projectId, connector, runId],
    );
    if (affected === 0) throw new Superseded('another run has taken this sync over');
  }

  /** Ends the run's hold on the connector. Does nothing when it was taken over. */
  async end(
    tx: Tx,
    projectId: string,
    connector: ConnectorName,
    runId: string,
    outcome: { status: SyncStatus; error: string | null },
  ): Promise<void> {
    await tx.run(
      `UPDATE connector_sync_state SET status = $4, run_id = NULL, updated_at = now(), last_error = $5,
         retry_count = CASE WHEN $5::text IS NULL THEN 0 ELSE retry_count + 1 END,
         last_success_at = ${outcome.error === null ? 'now()' : 'last_success_at'}
       WHERE project_id = $1 AND connector = $2 AND run_id = $3`,
      [projectId, connector, runId, outcome.status, outcome.error],
    );
  }

  /** How far the connector has come, for runs that hold nothing. */
  async cursorOf(projectId: string, connector: ConnectorName): Promise<SyncCursor> {
    const [row] = await this.database.query<SyncCursor>(
      `SELECT cursor_ts, cursor_id, page_cursor FROM connector_sync_state WHERE project_id = $1 AND connector = $2`,
      [projectId, connector],
    );
    return row ?? { cursor_ts: null, cursor_id: null, page_cursor: null };
  }

  /** Whether a sync of the connector is under way, in a run that is alive. */
  async isSyncing(projectId: string, connector: ConnectorName): Promise<boolean> {
    const isOver = await runIsOver(this.database, SYNC_HOLDER, [projectId]);
    const [row] = await this.database.query<{ syncing: boolean }>(
      `SELECT EXISTS (
         SELECT FROM connector_sync_state s
         WHERE s.project_id = $1 AND s.connector = $2 AND s.status = 'running' AND NOT ${isOver}) AS syncing`,
      [projectId, connector],
    );
    return row?.syncing ?? false;
  }

  /** Whether a first sync of the connector has gone through. */
  async hasSynced(projectId: string, connector: ConnectorName): Promise<boolean> {
    const [row] = await this.database.query<{ synced: boolean }>(
      `SELECT ${HAS_SYNCED} AS synced FROM connector_sync_state s WHERE s.project_id = $1 AND s.connector = $2`,
      [projectId, connector],
    );
    return row?.synced ?? false;
  }

  /** Ends syncs that are marked running although their run is not alive. Returns how many. */
  async freeStale(projectId: string): Promise<number> {
    const isOver = await runIsOver(this.database, SYNC_HOLDER, [projectId]);
    const { affected } = await this.database.run(
      `UPDATE connector_sync_state s SET status = 'failed', run_id = NULL, updated_at = now(),
         last_error = 'internal: the worker of this sync died; the next sync goes on where it was'
       WHERE project_id = $1 AND status = 'running' AND updated_at < now() - interval '15 minutes'
         AND ${isOver}`,
      [projectId],
    );
    return affected;
  }

  /** The projects' connectors; `stale`: marked running for 15 min without a sign of life, and no run of it is alive. */
  async list(projectIds: readonly string[]): Promise<(SyncState & { lag_seconds: number | null; stale: boolean })[]> {
    const isOver = await runIsOver(this.database, SYNC_HOLDER, projectIds);
    return this.database.query(
      `SELECT s.*, floor(extract(epoch FROM now() - s.last_success_at))::int AS lag_seconds,
         s.status = 'running' AND s.updated_at < now() - interval '15 minutes'
           AND ${isOver} AS stale
       FROM connector_sync_state s WHERE s.project_id = ANY ($1::uuid[]) ORDER BY s.project_id, s.connector`,
      [projectIds],
    );
  }
}
