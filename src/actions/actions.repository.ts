import { Injectable } from '@nestjs/common';
import { VendorActions, type ActionOutcome } from '../connectors/index.js';
import { Database, type Sql, type Tx } from '../database/index.js';
import type { Action } from './action.entity.js';
import type { ActionStatus } from './domain/status.js';

export type NewAction = Pick<
  Action,
  | 'project_id'
  | 'recommendation_id'
  | 'kind'
  | 'status'
  | 'target'
  | 'target_label'
  | 'title'
  | 'text'
  | 'due_at'
  | 'idempotency_key'
  | 'fingerprint'
  | 'created_by'
  | 'next_try_at'
>;

export interface ActionFilter {
  kind?: string | undefined;
  status?: readonly ActionStatus[] | undefined;
  recommendation?: string | undefined;
  due?: Date | undefined;
}

/** An action, with what has come of it by what the syncs brought. */
export type ActionWithOutcome = Action & { outcome: ActionOutcome | null };

const NEW = [
  'project_id',
  'recommendation_id',
  'kind',
  'status',
  'target',
  'target_label',
  'title',
  'text',
  'due_at',
  'idempotency_key',
  'fingerprint',
  'created_by',
  'next_try_at',
] as const;

@Injectable()
export class ActionsRepository {
  constructor(
    private readonly database: Database,
    private readonly vendors: VendorActions,
  ) {}

  /** Adds it, unless its person has sent one with this key: then that one stays. */
  async add(tx: Tx, action: NewAction, now: Date): Promise<Action | null> {
    const [added] = await tx.query<Action>(
      `INSERT INTO actions (${NEW.join(', ')}, created_at, updated_at)
       VALUES (${NEW.map((_, i) => `$${i + 1}`).join(', ')}, $${NEW.length + 1}, $${NEW.length + 1})
       ON CONFLICT (project_id, created_by, idempotency_key) DO NOTHING RETURNING *`,
      [...NEW.map((name) => action[name]), now],
    );
    return added ?? null;
  }

  /** The one that the person has sent with this key. */
  async byKey(sql: Sql, projectId: string, createdBy: string, key: string): Promise<Action | null> {
    const [found] = await sql.query<Action>(
      'SELECT * FROM actions WHERE project_id = $1 AND created_by = $2 AND idempotency_key = $3',
      [projectId, createdBy, key],
    );
    return found ?? null;
  }

  /** The newest first, after the one that `after` names; with `due`, reminders that are due by then, in their order. */
  async list(
    projectId: string,
    filter: ActionFilter,
    limit: number,
    after: string | null,
  ): Promise<ActionWithOutcome[]> {
    return this.database.query<ActionWithOutcome>(
      `SELECT a.*, ${this.outcome()} AS outcome FROM actions a
       WHERE a.project_id = $1 AND ($2::text IS NULL OR a.kind = $2) AND ($3::text[] IS NULL OR a.status = ANY ($3))
         AND ($4::uuid IS NULL OR a.recommendation_id = $4) AND ($5::timestamptz IS NULL OR a.due_at <= $5)
         AND ($6::uuid IS NULL OR (a.created_at, a.id) < (SELECT l.created_at, l.id FROM actions l WHERE l.project_id = $1 AND l.id = $6))
       ORDER BY a.created_at DESC, a.id DESC LIMIT $7`,
      [
        projectId,
        filter.kind ?? null,
        filter.status ?? null,
        filter.recommendation ?? null,
        filter.due ?? null,
        after,
        limit,
      ],
    );
  }

  async find(projectId: string, id: string): Promise<ActionWithOutcome | null> {
    const [found] = await this.database.query<ActionWithOutcome>(
      `SELECT a.*, ${this.outcome()} AS outcome FROM actions a WHERE a.project_id = $1 AND a.id = $2`,
      [projectId, id],
    );
    return found ?? null;
  }

  /** The action, locked until `tx` ends. */
  async lock(tx: Tx, projectId: string, id: string): Promise<Action | null> {
    const [found] = await tx.query<Action>('SELECT * FROM actions WHERE project_id = $1 AND id = $2 FOR UPDATE', [
      projectId,
      id,
    ]);
    return found ?? null;
  }

  /** Gives a locked action its next status by a person's word. `due`: when it is to be sent. */
  async move(tx: Tx, { project_id, id }: Action, status: ActionStatus, due: Date | null, now: Date): Promise<void> {
    await tx.run(
      `UPDATE actions SET status = $3, next_try_at = $4, updated_at = $5,
         attempts = CASE WHEN $3 = 'queued' THEN 0 ELSE attempts END
       WHERE project_id = $1 AND id = $2`,
      [project_id, id, status, due, now],
    );
  }

  /**
   * Takes the action that has waited longest, for this attempt alone. One whose worker has not been heard of until
   * `until` of its own attempt is taken over, and its answer counts as lost. It waits for one that somebody has locked:
   * skipped, it would stay where it is until the next scheduled run. What a person has queued is due at once, also
   * where their server's clock is ahead of the worker's.
   */
  async claim(projectId: string, now: Date, until: Date): Promise<Action | null> {
    const { rows } = await this.database.run<Action>(
      `WITH due AS (
         SELECT project_id, id, status FROM actions
         WHERE project_id = $1 AND status IN ('queued', 'sending') AND (next_try_at <= $2 OR next_try_at <= updated_at)
         ORDER BY next_try_at, id LIMIT 1 FOR UPDATE)
       UPDATE actions a SET status = 'sending', attempts = a.attempts + 1, unanswered = a.unanswered OR due.status = 'sending',
         first_sent_at = coalesce(a.first_sent_at, $2), next_try_at = $3, updated_at = $2
       FROM due WHERE a.project_id = due.project_id AND a.id = due.id RETURNING a.*`,
      [projectId, now, until],
    );
    return rows[0] ?? null;
  }

  /** Refs of what other actions of the project made at the target. */
  async madeAt({ project_id, id, target }: Action): Promise<string[]> {
    const rows = await this.database.query<{ vendor_ref: string }>(
      `SELECT vendor_ref FROM actions WHERE project_id = $1 AND target = $2 AND id <> $3 AND vendor_ref IS NOT NULL`,
      [project_id, target, id],
    );
    return rows.map((row) => row.vendor_ref);
  }

  /** Notes how an attempt went; false where it is not the present one any more. */
  async settle(tx: Tx, { project_id, id, attempts }: Action, ending: Ending, now: Date): Promise<boolean> {
    const { affected } = await tx.run(
      `UPDATE actions SET status = $4, unanswered = $5, next_try_at = $6, error_kind = $7, last_error = $8,
         vendor_ref = $9, vendor_url = $10, done_at = $11, updated_at = $12
       WHERE project_id = $1 AND id = $2 AND attempts = $3 AND status = 'sending'`,
      [
        project_id,
        id,
        attempts,
        ending.status,
        ending.unanswered,
        ending.next_try_at,
        ending.error_kind,
        ending.last_error,
        ending.vendor_ref,
        ending.vendor_url,
        ending.status === 'done' ? now : null,
        now,
      ],
    );
    return affected === 1;
  }

  /** The account scope whose admins may read of it. */
  async scopeOf(sql: Sql, { project_id }: Action): Promise<string | null> {
    const [project] = await sql.query<{ account_scope_id: string | null }>(
      'SELECT account_scope_id FROM projects WHERE id = $1',
      [project_id],
    );
    return project?.account_scope_id ?? null;
  }

  /** SQL over `a`: what has come of it, as its vendor tells. */
  private outcome(): string {
    const cases = this.vendors.all().map(({ kind, outcome }) => `WHEN '${kind}' THEN ${outcome}`);
    return cases.length === 0 ? 'NULL::jsonb' : `CASE a.kind ${cases.join(' ')} END`;
  }
}

export type Ending = Pick<
  Action,
  'status' | 'unanswered' | 'next_try_at' | 'error_kind' | 'last_error' | 'vendor_ref' | 'vendor_url'
>;
