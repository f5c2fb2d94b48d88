import { Injectable } from '@nestjs/common';
import type { Sql } from '../database/index.js';
import type { Role } from '../http/index.js';

/** A user as an admin sees them: of their account scopes, those that the admin holds too. */
export interface VisibleUser {
  id: string;
  username: string;
  role: Role;
  disabled: boolean;
  account_scope_ids: string[];
  created_at: Date;
  updated_at: Date;
}

// $1 are the scopes that the admin holds.
const SHARED = 'us.user_id = u.id AND us.account_scope_id = ANY ($1::uuid[])';
const VISIBLE = `(EXISTS (SELECT 1 FROM user_scopes us WHERE ${SHARED})
  OR NOT EXISTS (SELECT 1 FROM user_scopes us WHERE us.user_id = u.id))`;
const SHOWN = `u.id, u.username, u.role, u.disabled_at IS NOT NULL AS disabled,
  ARRAY(SELECT us.account_scope_id FROM user_scopes us WHERE ${SHARED} ORDER BY 1) AS account_scope_ids,
  u.created_at, u.updated_at`;

/** Users who share a scope with the admin that asks, or have none. */
@Injectable()
export class VisibleUsersRepository {
  async page(sql: Sql, scopeIds: readonly string[], limit: number, after: string | null): Promise<VisibleUser[]> {
    return sql.query<VisibleUser>(
      `SELECT ${SHOWN} FROM users u WHERE ${VISIBLE} AND ($2::text IS NULL OR u.username > $2) ORDER BY u.username LIMIT $3`,
      [scopeIds, after, limit],
    );
  }

  /** The user, and whether they belong to scopes that the admin does not hold; null when the admin may not see them. */
  async find(
    sql: Sql,
    scopeIds: readonly string[],
    id: string,
  ): Promise<{ user: VisibleUser; elsewhere: boolean } | null> {
    const [row] = await sql.query<VisibleUser & { elsewhere: boolean }>(
      `SELECT ${SHOWN}, EXISTS (
         SELECT 1 FROM user_scopes us WHERE us.user_id = u.id AND us.account_scope_id <> ALL ($1::uuid[])
       ) AS elsewhere FROM users u WHERE ${VISIBLE} AND u.id = $2`,
      [scopeIds, id],
    );
    if (!row) return null;
    const { elsewhere, ...user } = row;
    return { user, elsewhere };
  }
}
