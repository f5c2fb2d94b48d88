import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../database/index.js';
import type { Principal, Role, Unready } from '../http/index.js';
import type { User } from './user.entity.js';

/** What a sign-in needs to know of a user. */
export type Account = Pick<User, 'id' | 'username' | 'role' | 'password_hash' | 'disabled_at' | 'session_epoch'>;

/**
 * What the account of `u` misses. By way of JSON: someone who is told of a missing migration is signed in before these
 * columns are there.
 */
export const UNREADY = `CASE
  WHEN (to_jsonb(u) ->> 'password_temporary')::boolean THEN 'password'
  WHEN to_jsonb(u) ->> 'totp_confirmed_at' IS NULL AND EXISTS (
    SELECT FROM user_scopes us JOIN account_scopes s ON s.id = us.account_scope_id
    WHERE us.user_id = u.id AND (to_jsonb(s) ->> 'second_factor_required')::boolean) THEN 'second_factor'
  END AS unready`;

@Injectable()
export class UsersRepository {
  constructor(private readonly database: Database) {}

  /** The account with this login in whatever case, or null. */
  async account(username: string): Promise<Account | null> {
    // No stored login holds a NUL, and PostgreSQL fails on a parameter with one.
    if (username.includes('\0')) return null;
    const rows = await this.database.query<Account>(
      'SELECT id, username, role, password_hash, disabled_at, session_epoch FROM users WHERE username = $1',
      [username.toLowerCase()],
    );
    return rows[0] ?? null;
  }

  /** The user of a session opened under this epoch, as the database has them now; null when the session is over. */
  async signedIn(id: string, epoch: number): Promise<(Principal & { unready: Unready | null }) | null> {
    const rows = await this.database.query<Principal & { unready: Unready | null }>(
      `SELECT id, username, role, ${UNREADY} FROM users u WHERE id = $1 AND session_epoch = $2 AND disabled_at IS NULL`,
      [id, epoch],
    );
    return rows[0] ?? null;
  }

  async any(): Promise<boolean> {
    return (await this.database.query('SELECT 1 FROM users LIMIT 1')).length > 0;
  }

  /** Id of the new user, or null when the login is in use. */
  async insert(tx: Tx, user: { username: string; password_hash: string; role: Role }): Promise<string | null> {
    const rows = await tx.query<{ id: string }>(
      'INSERT INTO users (username, password_hash, role) VALUES ($1, $2, $3) ON CONFLICT (username) DO NOTHING RETURNING id',
      [user.username.toLowerCase(), user.password_hash, user.role],
    );
    return rows[0]?.id ?? null;
  }

  /** Changes what is given, and ends all sessions of the user; a new password, which is temporary, all tokens too. */
  async change(tx: Tx, id: string, change: { password_hash?: string; role?: Role; disabled?: boolean }): Promise<void> {
    await tx.query(
      `UPDATE users SET
         password_hash = COALESCE($2, password_hash),
         password_temporary = password_temporary OR $2::text IS NOT NULL,
         role = COALESCE($3, role),
         disabled_at = CASE WHEN $4::boolean IS NULL THEN disabled_at WHEN $4 THEN COALESCE(disabled_at, now()) END,
         session_epoch = session_epoch + 1,
         updated_at = now()
       WHERE id = $1`,
      [id, change.password_hash ?? null, change.role ?? null, change.disabled ?? null],
    );
    await tx.query(`DELETE FROM sessions WHERE sess #>> '{passport,user}' = $1`, [id]);
    if (change.password_hash !== undefined)
      await tx.query('UPDATE api_tokens SET revoked_at = now() WHERE user_id = $1 AND revoked_at IS NULL', [id]);
  }

  /**
   * Locks the user and all enabled admins until the transaction ends, and returns the admins' ids. In one order, so
   * that two changes at once neither deadlock nor each remove the admin that the other one counts on.
   */
  async lockWithAdmins(tx: Tx, id: string): Promise<string[]> {
    const rows = await tx.query<{ id: string; admin: boolean }>(
      `SELECT id, role = 'admin' AND disabled_at IS NULL AS admin FROM users
       WHERE id = $1 OR (role = 'admin' AND disabled_at IS NULL) ORDER BY id FOR UPDATE`,
      [id],
    );
    return rows.filter((row) => row.admin).map((row) => row.id);
  }
}
