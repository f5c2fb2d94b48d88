import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../database/index.js';
import type { Principal, Unready } from '../http/index.js';
import type { User } from './user.entity.js';

/** What a sign-in needs to know of a user. */
export type Account = Principal & Pick<User, 'password_hash' | 'disabled_at' | 'session_epoch'>;

/** A schema without roles in scopes has the user's own: people can sign in while a migration is missing. */
const ROLE = `coalesce(to_jsonb(us) ->> 'role', u.role)`;
/** The memberships of the user `u` as JSON. */
export const MEMBERSHIPS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('account_scope_id', us.account_scope_id, 'role', ${ROLE})
    ORDER BY us.created_at, us.account_scope_id), '[]')
  FROM user_scopes us WHERE us.user_id = u.id)`;
export const PRINCIPAL = `u.id, u.username, ${MEMBERSHIPS} AS memberships`;

/** Whether an account scope of `u` asks for a second factor. */
const REQUIRED = `EXISTS (
    SELECT FROM user_scopes us JOIN account_scopes s ON s.id = us.account_scope_id
    WHERE us.user_id = u.id AND (to_jsonb(s) ->> 'second_factor_required')::boolean)`;

/**
 * What the account of `u` misses. By way of JSON: while a migration is missing, people sign in before these
 * columns are there.
 */
export const UNREADY = `CASE
  WHEN (to_jsonb(u) ->> 'password_temporary')::boolean THEN 'password'
  WHEN to_jsonb(u) ->> 'totp_confirmed_at' IS NULL AND ${REQUIRED} THEN 'second_factor'
  END AS unready`;

/** Whether `u` has to sign in with a second factor: their own, or because a scope asks for it. */
export const NEEDS_SECOND_FACTOR = `(u.totp_confirmed_at IS NOT NULL OR ${REQUIRED})`;

/** A user of a session, and what the account misses. */
export type SessionUser = Principal & { unready: Unready | null; second_factor_required: boolean };

/** The columns of `SessionUser`, of `u`. */
export const SESSION_USER = `${PRINCIPAL}, ${UNREADY}, ${REQUIRED} AS second_factor_required`;

@Injectable()
export class UsersRepository {
  constructor(private readonly database: Database) {}

  /** The account with this login in any case, or null. */
  async account(username: string): Promise<Account | null> {
    // No stored login holds a NUL, and PostgreSQL fails on a parameter with one.
    if (username.includes('\0')) return null;
    const rows = await this.database.query<Account>(
      `SELECT ${PRINCIPAL}, u.password_hash, u.disabled_at, u.session_epoch FROM users u WHERE u.username = $1`,
      [username.toLowerCase()],
    );
    return rows[0] ?? null;
  }

  /** The user of a session opened under this epoch, as the database has them now; null when the session is over. */
  async signedIn(id: string, epoch: number): Promise<SessionUser | null> {
    const rows = await this.database.query<SessionUser>(
      `SELECT ${SESSION_USER} FROM users u WHERE u.id = $1 AND u.session_epoch = $2 AND u.disabled_at IS NULL`,
      [id, epoch],
    );
    return rows[0] ?? null;
  }

  async any(): Promise<boolean> {
    return (await this.database.query('SELECT 1 FROM users LIMIT 1')).length > 0;
  }

  /** Id of the new user, or null when the login is in use. The transaction must give them a membership. */
  async insert(tx: Tx, user: { username: string; password_hash: string }): Promise<string | null> {
    const rows = await tx.query<{ id: string }>(
      'INSERT INTO users (username, password_hash) VALUES ($1, $2) ON CONFLICT (username) DO NOTHING RETURNING id',
      [user.username.toLowerCase(), user.password_hash],
    );
    return rows[0]?.id ?? null;
  }

  /** Changes what is given, and ends all sessions of the user; a new password, which is temporary, all tokens too. */
  async change(tx: Tx, id: string, change: { password_hash?: string; disabled?: boolean }): Promise<void> {
    await tx.query(
      `UPDATE users SET
         password_hash = COALESCE($2, password_hash),
         password_temporary = password_temporary OR $2::text IS NOT NULL,
         disabled_at = CASE WHEN $3::boolean IS NULL THEN disabled_at WHEN $3 THEN COALESCE(disabled_at, now()) END,
         session_epoch = session_epoch + 1,
         updated_at = now()
       WHERE id = $1`,
      [id, change.password_hash ?? null, change.disabled ?? null],
    );
    await tx.query(`DELETE FROM sessions WHERE sess #>> '{passport,user}' = $1`, [id]);
    if (change.password_hash !== undefined)
      await tx.query('UPDATE api_tokens SET revoked_at = now() WHERE user_id = $1 AND revoked_at IS NULL', [id]);
  }

  /** Those of the scopes whose only enabled admin is this user. */
  async onlyAdminIn(tx: Tx, id: string, scopeIds: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ account_scope_id: string }>(
      `SELECT us.account_scope_id FROM user_scopes us JOIN users u ON u.id = us.user_id
       WHERE us.account_scope_id = ANY ($2::uuid[]) AND us.role = 'admin' AND u.disabled_at IS NULL
       GROUP BY us.account_scope_id HAVING bool_and(u.id = $1)`,
      [id, scopeIds],
    );
    return rows.map((row) => row.account_scope_id);
  }
}
