import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';

/** Somebody who can be asked to do a recommendation, and in which account scopes. */
export interface Member {
  username: string;
  account_scope_ids: string[];
}

const MOST = 500;

/** The people of account scopes. */
@Injectable()
export class MembersRepository {
  constructor(private readonly database: Database) {}

  /** Those who can sign in, by name; only these scopes are named. */
  async of(accountScopeIds: readonly string[]): Promise<Member[]> {
    return this.database.query<Member>(
      `SELECT u.username, array_agg(us.account_scope_id ORDER BY us.account_scope_id) AS account_scope_ids
       FROM user_scopes us JOIN users u ON u.id = us.user_id
       WHERE us.account_scope_id = ANY ($1::uuid[]) AND u.disabled_at IS NULL
       GROUP BY u.id, u.username ORDER BY u.username LIMIT ${MOST}`,
      [accountScopeIds],
    );
  }
}
