import { Injectable } from '@nestjs/common';
import type { Sql } from '../database/index.js';
import { lowestRole, type Membership, type Role } from '../http/index.js';

/** A user as an admin sees them: with what they have in the account scopes that the admin administers. */
export interface VisibleUser {
  id: string;
  username: string;
  /** The lowest of `memberships`. */
  role: Role;
  disabled: boolean;
  account_scope_ids: string[];
  memberships: Membership[];
  created_at: Date;
  updated_at: Date;
}

type Row = Omit<VisibleUser, 'role' | 'account_scope_ids'>;

// $1 are the scopes that the admin administers.
const SHARED = 'us.user_id = u.id AND us.account_scope_id = ANY ($1::uuid[])';
const VISIBLE = `EXISTS (SELECT FROM user_scopes us WHERE ${SHARED})`;
const SHOWN = `u.id, u.username, u.disabled_at IS NOT NULL AS disabled,
  (SELECT jsonb_agg(jsonb_build_object('account_scope_id', us.account_scope_id, 'role', us.role) ORDER BY us.account_scope_id)
   FROM user_scopes us WHERE ${SHARED}) AS memberships,
  u.created_at, u.updated_at`;

/** Users who share a scope with the admin that asks. Others do not exist for that admin. */
@Injectable()
export class VisibleUsersRepository {
  async page(sql: Sql, scopeIds: readonly string[], limit: number, after: string | null): Promise<VisibleUser[]> {
    const rows = await sql.query<Row>(
      `SELECT ${SHOWN} FROM users u WHERE ${VISIBLE} AND ($2::text IS NULL OR u.username > $2) ORDER BY u.username LIMIT $3`,
      [scopeIds, after, limit],
    );
    return rows.map(visible);
  }

  /** The user, and whether they belong to scopes that the admin does not administer; null when not visible. */
  async find(
    sql: Sql,
    scopeIds: readonly string[],
    id: string,
  ): Promise<{ user: VisibleUser; elsewhere: boolean } | null> {
    const [row] = await sql.query<Row & { elsewhere: boolean }>(
      `SELECT ${SHOWN}, EXISTS (
         SELECT FROM user_scopes us WHERE us.user_id = u.id AND us.account_scope_id <> ALL ($1::uuid[])
       ) AS elsewhere FROM users u WHERE ${VISIBLE} AND u.id = $2`,
      [scopeIds, id],
    );
    if (!row) return null;
    const { elsewhere, ...user } = row;
    return { user: visible(user), elsewhere };
  }
}

/** With what follows from the memberships, in the order in which it is shown. */
const visible = ({ id, username, disabled, memberships, created_at, updated_at }: Row): VisibleUser => ({
  id,
  username,
  role: lowestRole(memberships) ?? 'viewer',
  disabled,
  account_scope_ids: memberships.map((one) => one.account_scope_id),
  memberships,
  created_at,
  updated_at,
});
