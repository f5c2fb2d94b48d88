import { Injectable } from '@nestjs/common';
import type { Sql, Tx } from '../../database/index.js';
import type { DigestSubscription } from './subscription.entity.js';

export type NewSubscription = Omit<
  DigestSubscription,
  'paused_because' | 'starts_after' | 'told_until' | 'created_at' | 'updated_at'
>;

/** Columns that people change, with the types that parameters have. */
const CHANGED = {
  name: 'text',
  target: 'text',
  sealed: 'bytea',
  locale: 'text',
  period: 'text',
  days: 'jsonb',
  hour: 'smallint',
  time_zone: 'text',
  quiet_hours: 'jsonb',
  paused_because: 'text',
  starts_after: 'timestamptz',
} as const;

const COLUMNS = `id, account_scope_id, name, channel, target, sealed, locale, period, days, hour, time_zone, quiet_hours,
  paused_because, starts_after, to_char(told_until, 'YYYY-MM-DD') AS told_until, created_at, updated_at`;

@Injectable()
export class SubscriptionsRepository {
  /** Those of these account scopes, the oldest first. */
  async list(sql: Sql, scopes: readonly string[]): Promise<DigestSubscription[]> {
    return sql.query<DigestSubscription>(
      `SELECT ${COLUMNS} FROM digest_subscriptions WHERE account_scope_id = ANY ($1::uuid[]) ORDER BY created_at, id`,
      [scopes],
    );
  }

  /**
   * Null where none of these account scopes has it. `forUpdate`: nothing else changes it until the transaction ends.
   */
  async find(sql: Sql, scopes: readonly string[], id: string, forUpdate = false): Promise<DigestSubscription | null> {
    const [row] = await sql.query<DigestSubscription>(
      `SELECT ${COLUMNS} FROM digest_subscriptions WHERE account_scope_id = ANY ($1::uuid[]) AND id = $2
       ${forUpdate ? 'FOR UPDATE' : ''}`,
      [scopes, id],
    );
    return row ?? null;
  }

  /** How many an account scope has; they are counted one request after the other. Null: it has no project. */
  async countForUpdate(tx: Tx, scopeId: string): Promise<number | null> {
    const scopes = await tx.query('SELECT FROM account_scopes WHERE id = $1 FOR NO KEY UPDATE', [scopeId]);
    const [row] = await tx.query<{ count: number; projects: boolean }>(
      `SELECT (SELECT count(*)::int FROM digest_subscriptions WHERE account_scope_id = $1) AS count,
         EXISTS (SELECT FROM projects WHERE account_scope_id = $1) AS projects`,
      [scopeId],
    );
    return scopes.length > 0 && row?.projects ? row.count : null;
  }

  async insert(tx: Tx, made: NewSubscription): Promise<DigestSubscription> {
    const [row] = await tx.query<DigestSubscription>(
      `INSERT INTO digest_subscriptions
         (id, account_scope_id, name, channel, target, sealed, locale, period, days, hour, time_zone, quiet_hours)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10, $11, $12::jsonb) RETURNING ${COLUMNS}`,
      [
        ...[made.id, made.account_scope_id, made.name, made.channel, made.target, made.sealed, made.locale],
        ...[made.period, JSON.stringify(made.days), made.hour, made.time_zone, jsonOrNull(made.quiet_hours)],
      ],
    );
    if (!row) throw new Error('an insert returns its row');
    return row;
  }

  /** Puts the columns that people change as they are here. */
  async update(tx: Tx, { id, ...next }: DigestSubscription): Promise<DigestSubscription> {
    const values = { ...next, days: JSON.stringify(next.days), quiet_hours: jsonOrNull(next.quiet_hours) };
    const names = Object.keys(CHANGED) as (keyof typeof CHANGED)[];
    const [row] = await tx.query<DigestSubscription>(
      `UPDATE digest_subscriptions SET updated_at = now(),
         ${names.map((name, i) => `${name} = $${i + 2}::${CHANGED[name]}`).join(', ')}
       WHERE id = $1 RETURNING ${COLUMNS}`,
      [id, ...names.map((name) => values[name])],
    );
    if (!row) throw new Error('an update of a locked row returns it');
    return row;
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.run('DELETE FROM digest_subscriptions WHERE id = $1', [id]);
  }

  /** Puts the same address under another seal, unless it has been changed meanwhile. */
  async reseal(sql: Sql, id: string, before: Buffer, after: Buffer): Promise<boolean> {
    const { affected } = await sql.run('UPDATE digest_subscriptions SET sealed = $3 WHERE id = $1 AND sealed = $2', [
      id,
      before,
      after,
    ]);
    return affected > 0;
  }

  /** What every subscription keeps sealed. */
  async sealed(sql: Sql): Promise<Pick<DigestSubscription, 'id' | 'sealed'>[]> {
    return sql.query('SELECT id, sealed FROM digest_subscriptions ORDER BY id');
  }
}

const jsonOrNull = (value: object | null) => (value === null ? null : JSON.stringify(value));
