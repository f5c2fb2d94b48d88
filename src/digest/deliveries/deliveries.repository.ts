import { Injectable } from '@nestjs/common';
import type { Span } from '../../common/day.js';
import type { Sql, Tx } from '../../database/index.js';
import type { DigestSubscription } from '../subscriptions/subscription.entity.js';
import type { DeliveryStatus, DigestDelivery } from './delivery.entity.js';

/** A delivery as people see it. */
export type ShownDelivery = DigestDelivery & { name: string; channel: DigestSubscription['channel']; target: string };

export interface DeliveryFilter {
  status?: DeliveryStatus | undefined;
  subscription_id?: string | undefined;
}

/** What a try came to. */
export interface DeliveryAttempt {
  status: DeliveryStatus;
  next_try_at: Date | null;
  last_error: string | null;
  sent_at: Date | null;
}

const COLUMNS = `d.id, d.subscription_id, d.account_scope_id, to_char(d.period_start, 'YYYY-MM-DD') AS period_start,
  to_char(d.period_end, 'YYYY-MM-DD') AS period_end, d.status, d.attempts, d.next_try_at, d.last_error, d.sent_at, d.created_at`;
const SHOWN = `SELECT ${COLUMNS}, s.name, s.channel, s.target
  FROM digest_deliveries d JOIN digest_subscriptions s ON s.id = d.subscription_id`;

@Injectable()
export class DeliveriesRepository {
  /** Adds the delivery of these days, and keeps that they are told. Nothing happens where there is one of them. */
  async make(tx: Tx, { id, account_scope_id }: DigestSubscription, { from, to }: Span, now: Date): Promise<boolean> {
    const { affected } = await tx.run(
      `INSERT INTO digest_deliveries (subscription_id, account_scope_id, period_start, period_end, next_try_at, created_at)
       VALUES ($1, $2, $3, $4, $5, $5) ON CONFLICT (subscription_id, period_start) DO NOTHING`,
      [id, account_scope_id, from, to, now],
    );
    await tx.run('UPDATE digest_subscriptions SET told_until = $2 WHERE id = $1', [id, to]);
    return affected > 0;
  }

  /** Those of an account scope that may be tried now, the oldest first. */
  async due(sql: Sql, scopeId: string, now: Date): Promise<DigestDelivery[]> {
    return sql.query<DigestDelivery>(
      `SELECT ${COLUMNS} FROM digest_deliveries d
       WHERE d.account_scope_id = $1 AND d.status = 'waiting' AND d.next_try_at <= $2 ORDER BY d.created_at, d.id`,
      [scopeId, now],
    );
  }

  /**
   * Begins the next try: until `lease` no other process may. False where another process has begun it. A try whose end
   * is never noted is made again then, with the same id.
   */
  async begin(sql: Sql, { id, attempts }: DigestDelivery, now: Date, lease: Date): Promise<boolean> {
    const { affected } = await sql.run(
      `UPDATE digest_deliveries SET attempts = attempts + 1, next_try_at = $4
       WHERE id = $1 AND attempts = $2 AND status = 'waiting' AND next_try_at <= $3`,
      [id, attempts, now, lease],
    );
    return affected > 0;
  }

  /** Notes what this attempt came to, unless a later one has begun. */
  async end(sql: Sql, id: string, attempt: number, tried: DeliveryAttempt): Promise<void> {
    await sql.run(
      `UPDATE digest_deliveries SET status = $3, next_try_at = $4, last_error = $5, sent_at = $6
       WHERE id = $1 AND attempts = $2 AND status = 'waiting'`,
      [id, attempt, tried.status, tried.next_try_at, tried.last_error, tried.sent_at],
    );
  }

  /** A page of those of account scopes, the newest first, after this one. */
  async list(
    sql: Sql,
    scopes: readonly string[],
    { status, subscription_id }: DeliveryFilter,
    limit: number,
    after: string | null,
  ): Promise<ShownDelivery[]> {
    return sql.query<ShownDelivery>(
      `${SHOWN} WHERE d.account_scope_id = ANY ($1::uuid[]) AND ($2::text IS NULL OR d.status = $2)
         AND ($3::uuid IS NULL OR d.subscription_id = $3)
         AND ($4::uuid IS NULL OR (d.created_at, d.id) < (SELECT l.created_at, l.id FROM digest_deliveries l WHERE l.id = $4))
       ORDER BY d.created_at DESC, d.id DESC LIMIT $5`,
      [scopes, status ?? null, subscription_id ?? null, after, limit],
    );
  }

  async find(sql: Sql, scopes: readonly string[], id: string): Promise<ShownDelivery | null> {
    const [row] = await sql.query<ShownDelivery>(`${SHOWN} WHERE d.account_scope_id = ANY ($1::uuid[]) AND d.id = $2`, [
      scopes,
      id,
    ]);
    return row ?? null;
  }

  /** Has one that failed tried again from the beginning; false where it has not failed. */
  async again(tx: Tx, id: string, now: Date): Promise<boolean> {
    const { affected } = await tx.run(
      `UPDATE digest_deliveries SET status = 'waiting', attempts = 0, next_try_at = $2 WHERE id = $1 AND status = 'failed'`,
      [id, now],
    );
    return affected > 0;
  }

  /** The receiver is gone for good: nothing more is sent there. */
  async pause(sql: Sql, subscriptionId: string): Promise<void> {
    await sql.run(
      `UPDATE digest_subscriptions SET paused_because = 'gone', updated_at = now() WHERE id = $1 AND paused_because IS NULL`,
      [subscriptionId],
    );
  }

  /** Removes those that are over and older than this. */
  async forget(sql: Sql, scopeId: string, before: Date): Promise<void> {
    await sql.run(
      `DELETE FROM digest_deliveries WHERE account_scope_id = $1 AND created_at < $2 AND status <> 'waiting'`,
      [scopeId, before],
    );
  }

  /** The account scope of each of these projects, and a project of it. */
  async scopesOf(sql: Sql, projectIds: readonly string[]): Promise<{ id: string; account_scope_id: string }[]> {
    return sql.query(
      'SELECT id, account_scope_id FROM projects WHERE id = ANY ($1::uuid[]) AND account_scope_id IS NOT NULL ORDER BY id',
      [projectIds],
    );
  }

  /** Any project of the account scope: in its name the scope's deliveries are made. */
  async anyProject(sql: Sql, scopeId: string): Promise<string | null> {
    const [row] = await sql.query<{ id: string }>(
      'SELECT id FROM projects WHERE account_scope_id = $1 ORDER BY created_at, id LIMIT 1',
      [scopeId],
    );
    return row?.id ?? null;
  }
}
