import { Injectable } from '@nestjs/common';
import { Database, type Sql, type Tx } from '../../database/index.js';

/** A user's authenticator as it is stored. */
export interface Authenticator {
  sealed: Buffer;
  confirmed: boolean;
  /** How far its clock is ahead of ours, in steps of 30 s. */
  drift: number;
}

@Injectable()
export class SecondFactorsRepository {
  constructor(private readonly database: Database) {}

  /** Null when the user has none, not even one that is not confirmed. */
  async find(userId: string): Promise<Authenticator | null> {
    // By way of JSON: someone who is told of a missing migration signs in before the columns are there.
    const [row] = await this.database.query<{ sealed: string | null; confirmed: boolean; drift: number }>(
      `SELECT to_jsonb(u) ->> 'totp_sealed' AS sealed, to_jsonb(u) ->> 'totp_confirmed_at' IS NOT NULL AS confirmed,
         coalesce((to_jsonb(u) ->> 'totp_drift')::int, 0) AS drift
       FROM users u WHERE id = $1`,
      [userId],
    );
    if (!row?.sealed) return null;
    return { sealed: Buffer.from(row.sealed.slice(2), 'hex'), confirmed: row.confirmed, drift: row.drift };
  }

  /** Keeps an authenticator that is to be confirmed, unless there is a confirmed one. */
  async begin(userId: string, sealed: Buffer): Promise<boolean> {
    const { affected } = await this.database.run(
      `UPDATE users SET totp_sealed = $2, totp_last_step = NULL, totp_drift = 0 WHERE id = $1 AND totp_confirmed_at IS NULL`,
      [userId, sealed],
    );
    return affected > 0;
  }

  /**
   * Whether a later code than one before says as well that the clock of an authenticator, which is not confirmed yet,
   * differs by so much; what this one says is kept.
   */
  async differsAgain(userId: string, { drift, step }: { drift: number; step: number }): Promise<boolean> {
    const [row] = await this.database.query<{ again: boolean }>(
      `WITH before AS (
         SELECT id, totp_drift = $2 AND totp_last_step < $3 AS again FROM users
         WHERE id = $1 AND totp_confirmed_at IS NULL FOR UPDATE)
       UPDATE users u SET totp_drift = $2, totp_last_step = greatest(u.totp_last_step, $3)
       FROM before WHERE u.id = before.id RETURNING coalesce(before.again, false) AS again`,
      [userId, drift, step],
    );
    return row?.again ?? false;
  }

  /** Whether the step is later than any that was used: a code that somebody saw is good for nothing. */
  async useStep(sql: Sql, userId: string, step: number): Promise<boolean> {
    const { affected } = await sql.run(
      'UPDATE users SET totp_last_step = $2 WHERE id = $1 AND (totp_last_step IS NULL OR totp_last_step < $2)',
      [userId, step],
    );
    return affected > 0;
  }

  /** Whether there was such a code; there is not any more. */
  async useRecoveryCode(userId: string, hash: string): Promise<boolean> {
    const { affected } = await this.database.run('DELETE FROM recovery_codes WHERE user_id = $1 AND code_hash = $2', [
      userId,
      hash,
    ]);
    return affected > 0;
  }

  /** Ends the user's sessions, since what they were opened with has changed; returns the epoch for new ones. */
  async confirm(tx: Tx, userId: string, drift: number): Promise<number> {
    await tx.query('UPDATE users SET totp_drift = $2 WHERE id = $1', [userId, drift]);
    return this.change(tx, userId, 'totp_confirmed_at = now()');
  }

  async remove(tx: Tx, userId: string): Promise<number> {
    await tx.query('DELETE FROM recovery_codes WHERE user_id = $1', [userId]);
    return this.change(tx, userId, 'totp_sealed = NULL, totp_confirmed_at = NULL, totp_last_step = NULL');
  }

  async replaceRecoveryCodes(tx: Tx, userId: string, hashes: readonly string[]): Promise<void> {
    await tx.query('DELETE FROM recovery_codes WHERE user_id = $1', [userId]);
    await tx.query('INSERT INTO recovery_codes (user_id, code_hash) SELECT $1, unnest($2::text[])', [userId, hashes]);
  }

  async recoveryCodesLeft(userId: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM recovery_codes WHERE user_id = $1',
      [userId],
    );
    return row?.count ?? 0;
  }

  /** Whether an account scope of the user asks for a second factor. */
  async isRequired(userId: string): Promise<boolean> {
    const rows = await this.database.query(
      `SELECT FROM user_scopes us JOIN account_scopes s ON s.id = us.account_scope_id
       WHERE us.user_id = $1 AND s.second_factor_required LIMIT 1`,
      [userId],
    );
    return rows.length > 0;
  }

  /** What the scope asked for before; null when the user does not belong to it. */
  async require(tx: Tx, userId: string, scopeId: string, required: boolean): Promise<boolean | null> {
    const [before] = await tx.query<{ required: boolean }>(
      `SELECT s.second_factor_required AS required FROM account_scopes s JOIN user_scopes us ON us.account_scope_id = s.id
       WHERE s.id = $1 AND us.user_id = $2 FOR UPDATE OF s`,
      [scopeId, userId],
    );
    if (!before) return null;
    await tx.query('UPDATE account_scopes SET second_factor_required = $2 WHERE id = $1', [scopeId, required]);
    return before.required;
  }

  private async change(tx: Tx, userId: string, set: string): Promise<number> {
    const [row] = await tx.query<{ session_epoch: number }>(
      `UPDATE users SET ${set}, session_epoch = session_epoch + 1, updated_at = now() WHERE id = $1 RETURNING session_epoch`,
      [userId],
    );
    if (!row) throw new Error('a user who is signed in has a row');
    await tx.query(`DELETE FROM sessions WHERE sess #>> '{passport,user}' = $1`, [userId]);
    return row.session_epoch;
  }
}
