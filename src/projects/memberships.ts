import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Sql, Tx } from '../database/index.js';
import type { Membership, Role } from '../http/index.js';
import type { AccountScope } from './account-scope.entity.js';

/** The scope that the first admin gets. */
export const DEFAULT_SCOPE = { key: 'default', name: 'Default' };

/** An account scope as one of its users knows it. */
export interface HeldScope {
  id: string;
  key: string;
  called: string;
  role: Role;
}

/**
 * Account scopes and who may do what in them. The database sees to it that every user belongs to a scope.
 *
 * Keys of scopes are unique on the server, since its configuration names scopes by them. People name scopes too, and
 * must not learn which keys other people use: a scope whose key is in use, or not its founder's to take, gets another
 * one, and is still called what its founder asked for.
 */
@Injectable()
export class Memberships {
  /** The user's scopes, the oldest membership first. */
  async scopesOf(sql: Sql, userId: string): Promise<HeldScope[]> {
    return sql.query<HeldScope>(
      `SELECT s.id, s.key, coalesce(s.called, s.key) AS called, us.role
       FROM user_scopes us JOIN account_scopes s ON s.id = us.account_scope_id
       WHERE us.user_id = $1 ORDER BY us.created_at, s.id`,
      [userId],
    );
  }

  /** The same; until the transaction ends, no other changes them. */
  async lockScopesOf(tx: Tx, userId: string): Promise<HeldScope[]> {
    await tx.query('SELECT FROM users WHERE id = $1 FOR NO KEY UPDATE', [userId]);
    return this.scopesOf(tx, userId);
  }

  /** Ids of the user's scopes. */
  async scopeIdsOf(sql: Sql, userId: string): Promise<string[]> {
    return (await this.scopesOf(sql, userId)).map((scope) => scope.id);
  }

  /** Ids of the scopes that the user is an admin of; until the transaction ends, no other changes who is in them. */
  async lockAdministered(tx: Tx, userId: string): Promise<string[]> {
    await tx.query(
      `SELECT s.id FROM account_scopes s JOIN user_scopes us ON us.account_scope_id = s.id
       WHERE us.user_id = $1 AND us.role = 'admin' ORDER BY s.id FOR NO KEY UPDATE OF s`,
      [userId],
    );
    // Read again: the one that held the locks may have changed this very user.
    return (await this.scopesOf(tx, userId)).filter(({ role }) => role === 'admin').map(({ id }) => id);
  }

  /**
   * A new scope that is called this, with its founder as admin. `mayTakeKey`: whether it gets the key itself where no
   * scope has it yet.
   */
  async found(
    tx: Tx,
    founderId: string,
    scope: { key: string; name: string },
    mayTakeKey: boolean,
  ): Promise<AccountScope> {
    const made =
      (mayTakeKey ? await this.insert(tx, { ...scope, called: null }) : null) ??
      (await this.insert(tx, { key: `${scope.key}-${randomUUID()}`, called: scope.key, name: scope.name }));
    if (!made) throw new Error('a key with a new uuid is in use');
    await this.grant(tx, founderId, [{ account_scope_id: made.id, role: 'admin' }]);
    return made;
  }

  /** Id of the scope `default`, made when it is missing; safe for many processes at once. */
  async ensureDefault(tx: Tx): Promise<string> {
    const made = await this.insert(tx, { ...DEFAULT_SCOPE, called: null });
    if (made) return made.id;
    const [row] = await tx.query<{ id: string }>('SELECT id FROM account_scopes WHERE key = $1', [DEFAULT_SCOPE.key]);
    if (!row) throw new Error('the default account scope vanished while it was looked up');
    return row.id;
  }

  /** Gives the user these roles, each in its scope; what they have in other scopes stays. */
  async grant(tx: Tx, userId: string, memberships: readonly Membership[]): Promise<void> {
    await tx.query(
      `INSERT INTO user_scopes AS us (user_id, account_scope_id, role)
       SELECT $1, account_scope_id, role FROM unnest($2::uuid[], $3::text[]) AS w (account_scope_id, role)
       ON CONFLICT (user_id, account_scope_id) DO UPDATE SET role = excluded.role WHERE us.role <> excluded.role`,
      [userId, memberships.map((one) => one.account_scope_id), memberships.map((one) => one.role)],
    );
  }

  async revoke(tx: Tx, userId: string, scopeIds: readonly string[]): Promise<void> {
    await tx.query('DELETE FROM user_scopes WHERE user_id = $1 AND account_scope_id = ANY ($2::uuid[])', [
      userId,
      scopeIds,
    ]);
  }

  /** The scope that this call made, or null when the key was there already. */
  private async insert(tx: Tx, { key, called, name }: { key: string; called: string | null; name: string }) {
    const rows = await tx.query<AccountScope>(
      `INSERT INTO account_scopes (key, called, name) VALUES ($1, $2, $3) ON CONFLICT (key) DO NOTHING
       RETURNING id, key, called, name, created_at`,
      [key, called, name],
    );
    return rows[0] ?? null;
  }
}
