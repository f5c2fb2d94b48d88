import { Injectable } from '@nestjs/common';
import { Database, toJsonb, type Sql, type Tx } from '../../database/index.js';
import type { RetryDecision } from '../domain/retry-policy.js';
import type { ConnectorName } from './contract.js';
import type { ConnectorError } from './connector-error.entity.js';
import type { ErrorKind } from './sync-error.js';

export interface Fault {
  connector: ConnectorName;
  operation: 'sync' | 'record';
  source_ref: string;
  error_kind: ErrorKind;
  error_message: string;
  payload: unknown;
}

/** An error that is being tried again. */
export type Picked = Pick<ConnectorError, 'id' | 'connector' | 'operation' | 'source_ref'>;

export interface ErrorFilter {
  status?: string | undefined;
  connector?: string | undefined;
}

@Injectable()
export class ConnectorErrorsRepository {
  constructor(private readonly database: Database) {}

  /** The attempts so far of those faults that are open, which are locked. */
  async open(tx: Tx, projectId: string, faults: readonly Fault[]): Promise<Map<string, number>> {
    const rows = await tx.query<{ dedupe_key: string; attempt: number }>(
      `SELECT dedupe_key, attempt FROM connector_errors WHERE project_id = $1 AND status <> 'resolved' AND dedupe_key = ANY ($2) FOR UPDATE`,
      [projectId, faults.map(dedupeKey)],
    );
    return new Map(rows.map((row) => [row.dedupe_key, row.attempt]));
  }

  /** Records faults with what was decided about each; an open row of the same fault is updated, not doubled. */
  async record(
    tx: Tx,
    projectId: string,
    faults: readonly (Fault & { attempt: number; decision: RetryDecision })[],
  ): Promise<void> {
    if (faults.length === 0) return;
    await tx.run(
      `INSERT INTO connector_errors (project_id, connector, operation, source_ref, error_kind, error_message, attempt, status,
         next_retry_at, dedupe_key, payload_json)
       SELECT $1, f.connector, f.operation, f.source_ref, f.error_kind, f.error_message, f.attempt, f.status,
         now() + make_interval(secs => f.wait_seconds), f.dedupe_key, f.payload
       FROM jsonb_to_recordset($2::jsonb) AS f (connector text, operation text, source_ref text, error_kind text, error_message text,
         attempt int, status text, wait_seconds float8, dedupe_key text, payload jsonb)
       ON CONFLICT (project_id, dedupe_key) WHERE status <> 'resolved' DO UPDATE SET
         attempt = excluded.attempt, status = excluded.status, next_retry_at = excluded.next_retry_at,
         error_message = excluded.error_message, payload_json = excluded.payload_json,
           updated_at = excluded.updated_at`,
      [
        projectId,
        toJsonb(
          faults.map(({ decision, ...fault }) => ({
            ...fault,
            status: decision.status,
            wait_seconds: decision.waitSeconds,
            dedupe_key: dedupeKey(fault),
          })),
        ),
      ],
    );
  }

  /** Closes open faults of an operation, all of them or those of the given refs. */
  async resolve(
    sql: Sql,
    projectId: string,
    connector: ConnectorName,
    operation: Fault['operation'],
    refs: readonly string[] | null,
  ): Promise<number> {
    const { affected } = await sql.run(
      `UPDATE connector_errors SET status = 'resolved', resolved_at = now(), next_retry_at = NULL, updated_at = now()
       WHERE project_id = $1 AND connector = $2 AND operation = $3 AND status <> 'resolved' AND ($4::text[] IS NULL OR source_ref = ANY ($4))`,
      [projectId, connector, operation, refs],
    );
    return affected;
  }

  /** Closes one error for good, in any state; null where the project lacks this id. */
  async close(tx: Tx, projectId: string, id: string): Promise<ConnectorError | null> {
    const [error] = await tx.query<ConnectorError>(
      `UPDATE connector_errors SET status = 'resolved', resolved_at = coalesce(resolved_at, now()), next_retry_at = NULL,
         updated_at = CASE WHEN status = 'resolved' THEN updated_at ELSE now() END
       WHERE project_id = $1 AND id = $2 RETURNING *`,
      [projectId, id],
    );
    return error ?? null;
  }

  /** Refs of records whose retry is due, oldest first. */
  async dueRecords(projectId: string, connector: ConnectorName, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ source_ref: string }>(
      `SELECT source_ref FROM connector_errors
       WHERE project_id = $1 AND connector = $2 AND operation = 'record' AND status IN ('pending', 'retrying') AND next_retry_at <= now()
       ORDER BY next_retry_at LIMIT $3`,
      [projectId, connector, limit],
    );
    return rows.map((row) => row.source_ref);
  }

  /**
   * Picks errors to be tried now, oldest due first: those that are due, or those named by id whatever their time; dead
   * letters only when asked for. Marks them as retrying and due.
   */
  async pick(
    tx: Tx,
    projectId: string,
    choice: { ids: readonly string[] | null; deadLetters: boolean; limit: number },
  ): Promise<Picked[]> {
    return tx.query<Picked>(
      `UPDATE connector_errors e SET status = 'retrying', next_retry_at = now(), updated_at = now()
       FROM (SELECT id FROM connector_errors
             WHERE project_id = $1
               AND (status IN ('pending', 'retrying') AND ($2::uuid[] IS NOT NULL OR next_retry_at <= now()) OR status = 'dead_letter' AND $3)
               AND ($2::uuid[] IS NULL OR id = ANY ($2))
             ORDER BY next_retry_at NULLS LAST, created_at LIMIT $4 FOR UPDATE SKIP LOCKED) picked
       WHERE e.project_id = $1 AND e.id = picked.id
       RETURNING e.id, e.connector, e.operation, e.source_ref`,
      [projectId, choice.ids, choice.deadLetters, choice.limit],
    );
  }

  /** How these errors stand now, by id. */
  async statuses(projectId: string, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.query<{ id: string; status: string }>(
      `SELECT id, status FROM connector_errors WHERE project_id = $1 AND id = ANY ($2)`,
      [projectId, ids],
    );
    return new Map(rows.map((row) => [row.id, row.status]));
  }

  /**
   * Until when the connector's failed sync must not be repeated; null when it may be. A single list holds up no sync.
   */
  async backingOff(projectId: string, connector: ConnectorName): Promise<Date | null> {
    const [row] = await this.database.query<{ until: Date | null }>(
      `SELECT max(next_retry_at) AS until FROM connector_errors
       WHERE project_id = $1 AND connector = $2 AND operation = 'sync' AND source_ref = ''
         AND status IN ('pending', 'retrying') AND next_retry_at > now()`,
      [projectId, connector],
    );
    return row?.until ?? null;
  }

  /** The newest errors first, after the one with the id `afterId`. */
  async list(projectId: string, filter: ErrorFilter, limit: number, afterId: string | null): Promise<ConnectorError[]> {
    return this.database.query<ConnectorError>(
      `SELECT * FROM connector_errors
       WHERE project_id = $1 AND ($2::text IS NULL OR status = $2) AND ($3::text IS NULL OR connector = $3)
         AND ($4::uuid IS NULL OR (created_at, id) < (SELECT l.created_at, l.id FROM connector_errors l WHERE l.project_id = $1 AND l.id = $4))
       ORDER BY created_at DESC, id DESC LIMIT $5`,
      [projectId, filter.status ?? null, filter.connector ?? null, afterId, limit],
    );
  }
}

/** What makes two reports the same fault. */
export function dedupeKey(fault: Pick<Fault, 'connector' | 'operation' | 'error_kind' | 'source_ref'>): string {
  return [fault.connector, fault.operation, fault.error_kind, fault.source_ref].join(' ');
}
