import { Injectable } from '@nestjs/common';
import type { Sql, Tx } from '../database/index.js';
import type { AccountScope } from './account-scope.entity.js';

/** The scope that the first admin gets. */
export const DEFAULT_SCOPE = { key: 'default', name: 'Default' };

/** Account scopes and who belongs to them. */
@Injectable()
export class Memberships {
  /** The user's scopes, the oldest membership first. */
  async scopesOf(sql: Sql, userId: string): Promise<AccountScope[]> {
    return sql.query<AccountScope>(
      `SELECT s.id, s.key, s.name, s.created_at FROM user_scopes us JOIN account_scopes s ON s.id = us.account_scope_id
       WHERE us.user_id = $1 ORDER BY us.created_at, s.id`,
      [userId],
    );
  }

  /** Ids of the user's scopes. */
  async scopeIdsOf(sql: Sql, userId: string): Promise<string[]> {
    return (await this.scopesOf(sql, userId)).map((scope) => scope.id);
  }

  /** The scope that this call made, or null when the key was there already. */
  async create(tx: Tx, scope: { key: string; name: string }): Promise<AccountScope | null> {
    const rows = await tx.query<AccountScope>(
      'INSERT INTO account_scopes (key, name) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING RETURNING id, key, name, created_at',
      [scope.key, scope.name],
    );
    return rows[0] ?? null;
  }

  /** Id of the scope `default`, made when it is missing; safe for many processes at once. */
  async ensureDefault(tx: Tx): Promise<string> {
    const made = await this.create(tx, DEFAULT_SCOPE);
    if (made) return made.id;
    const [row] = await tx.query<{ id: string }>('SELECT id FROM account_scopes WHERE key = $1', [DEFAULT_SCOPE.key]);
    if (!row) throw new Error('the default account scope vanished while it was looked up');
    return row.id;
  }

  async grant(tx: Tx, userId: string, scopeIds: readonly string[]): Promise<void> {
    await tx.query(
      `INSERT INTO user_scopes (user_id, account_scope_id) SELECT $1, unnest($2::uuid[]) ON CONFLICT DO NOTHING`,
      [userId, scopeIds],
    );
  }

  async revoke(tx: Tx, userId: string, scopeIds: readonly string[]): Promise<void> {
    await tx.query('DELETE FROM user_scopes WHERE user_id = $1 AND account_scope_id = ANY ($2::uuid[])', [
      userId,
      scopeIds,
    ]);
  }
}
