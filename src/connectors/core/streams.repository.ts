import { Injectable } from '@nestjs/common';
import { Database, toJsonb, type Tx } from '../../database/index.js';
import type { ConnectorName, StreamCounts, StreamSpec } from './contract.js';
import type { Stream } from './stream.entity.js';
import type { SyncError } from './sync-error.js';
import type { StoredStream, StreamMoves } from './sync-streams.js';

/** How a stream's reading ended. */
export interface StreamOutcome {
  readonly stream: string;
  /** Null: it was read to its end. */
  readonly error: SyncError | null;
  readonly counts: StreamCounts;
}

export type ListedStream = Pick<
  Stream,
  | 'project_id'
  | 'connector'
  | 'stream'
  | 'status'
  | 'cursor_ts'
  | 'last_success_at'
  | 'last_attempt_at'
  | 'last_error'
  | 'error_kind'
  | 'counts'
> & { next_retry_at: Date | null };

/** How many records of a stream a project has; none: it is not among them. */
export interface CountedRecords {
  project_id: string;
  stream: string;
  records: number;
}

/** The memory of each list that is read of a source. */
@Injectable()
export class StreamsRepository {
  constructor(private readonly database: Database) {}

  async read(projectId: string, connector: ConnectorName): Promise<Map<string, StoredStream>> {
    const rows = await this.database.query<Stream>(
      'SELECT stream, status, cursor_ts, cursor_id, page_cursor FROM connector_streams WHERE project_id = $1 AND connector = $2',
      [projectId, connector],
    );
    return new Map(rows.map((row) => [row.stream, row]));
  }

  /** Stores how far streams have come, in the batch's transaction. */
  async advance(tx: Tx, projectId: string, connector: ConnectorName, moves: StreamMoves): Promise<void> {
    if (moves.size === 0) return;
    await tx.run(
      `INSERT INTO connector_streams AS s (project_id, connector, stream, cursor_ts, cursor_id, page_cursor)
       SELECT $1, $2, m.stream, m.cursor_ts, m.cursor_id, nullif(m.page_cursor, 'null'::jsonb)
       FROM jsonb_to_recordset($3::jsonb) AS m (stream text, cursor_ts timestamptz, cursor_id text, page_cursor jsonb)
       ON CONFLICT (project_id, connector, stream) DO UPDATE SET cursor_ts = excluded.cursor_ts,
         cursor_id = excluded.cursor_id, page_cursor = excluded.page_cursor, updated_at = excluded.updated_at`,
      [projectId, connector, toJsonb([...moves].map(([stream, cursor]) => ({ stream, ...cursor })))],
    );
  }

  /** Notes how streams ended; one that failed keeps its cursor, to go on from when it answers again. */
  async end(tx: Tx, projectId: string, connector: ConnectorName, outcomes: readonly StreamOutcome[]): Promise<void> {
    if (outcomes.length === 0) return;
    const ended = outcomes.map(({ stream, error, counts }) => ({
      stream,
      error_kind: error?.kind ?? null,
      last_error: error?.message ?? null,
      counts,
    }));
    await tx.run(
      `INSERT INTO connector_streams AS s (project_id, connector, stream, status, last_attempt_at, last_success_at, last_error,
         error_kind, counts)
       SELECT $1, $2, e.stream, CASE WHEN e.error_kind IS NULL THEN 'ok' ELSE 'failed' END, now(),
         CASE WHEN e.error_kind IS NULL THEN now() END, e.last_error, e.error_kind, e.counts
       FROM jsonb_to_recordset($3::jsonb) AS e (stream text, error_kind text, last_error text, counts jsonb)
       ON CONFLICT (project_id, connector, stream) DO UPDATE SET status = excluded.status,
         last_attempt_at = excluded.last_attempt_at, last_success_at = coalesce(excluded.last_success_at, s.last_success_at),
         last_error = excluded.last_error, error_kind = excluded.error_kind, counts = excluded.counts,
         updated_at = excluded.updated_at`,
      [projectId, connector, toJsonb(ended)],
    );
  }

  /** Forgets how far a stream has come: the next sync reads it from its beginning. */
  async reset(projectId: string, connector: ConnectorName, stream: string): Promise<void> {
    await this.database.run(
      `UPDATE connector_streams SET cursor_ts = NULL, cursor_id = NULL, page_cursor = NULL, updated_at = now()
       WHERE project_id = $1 AND connector = $2 AND stream = $3`,
      [projectId, connector, stream],
    );
  }

  /** Streams of the projects' connectors, with when each that failed is tried again by itself. */
  async list(projectIds: readonly string[]): Promise<ListedStream[]> {
    return this.database.query(
      `SELECT s.project_id, s.connector, s.stream, s.status, s.cursor_ts, s.last_success_at, s.last_attempt_at, s.last_error, s.error_kind,
         s.counts, (SELECT min(e.next_retry_at) FROM connector_errors e
           WHERE e.project_id = s.project_id AND e.connector = s.connector AND e.operation = 'sync'
             AND e.status IN ('pending', 'retrying') AND e.source_ref IN ('', s.stream) AND s.status = 'failed') AS next_retry_at
       FROM connector_streams s WHERE s.project_id = ANY ($1::uuid[])`,
      [projectIds],
    );
  }

  /** How many records we have of each stream of a connector, project by project. One statement. */
  async records(projectIds: readonly string[], specs: readonly StreamSpec[]): Promise<CountedRecords[]> {
    const parts = specs.flatMap(({ name, tables: [table], rows = {} }) => {
      const where = Object.entries(rows).map(([column, value]) => ` AND ${column} = '${value}'`);
      return table === undefined
        ? []
        : `SELECT project_id, '${name}' AS stream, count(*)::int AS records FROM ${table.table}
           WHERE project_id = ANY ($1::uuid[]) AND deleted_at IS NULL${where.join('')} GROUP BY project_id`;
    });
    if (parts.length === 0 || projectIds.length === 0) return [];
    return this.database.query<CountedRecords>(parts.join(' UNION ALL '), [projectIds]);
  }
}
