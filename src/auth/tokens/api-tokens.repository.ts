import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import type { Membership, Role, Unready } from '../../http/index.js';
import { MEMBERSHIPS, UNREADY } from '../users.repository.js';
import type { ApiToken } from './api-token.entity.js';

/** A token as its maker sees it. */
export type ShownToken = Omit<ApiToken, 'user_id' | 'token_hash' | 'revoked_at'>;

export type NewToken = Pick<
  ApiToken,
  'user_id' | 'name' | 'token_hash' | 'role' | 'project_id' | 'account_scope_id'
> & { days: number };

/** Whose token it is, and what it allows. */
export interface TokenBearer {
  token_id: string;
  token_role: Role;
  project_id: string | null;
  account_scope_id: string | null;
  id: string;
  username: string;
  memberships: Membership[];
  unready: Unready | null;
}

const SHOWN = 'id, name, role, project_id, account_scope_id, created_at, expires_at, last_used_at';
const GOOD = 'revoked_at IS NULL AND expires_at > now()';

@Injectable()
export class ApiTokensRepository {
  constructor(private readonly database: Database) {}

  async insert(tx: Tx, token: NewToken): Promise<ShownToken> {
    const [row] = await tx.query<ShownToken>(
      `INSERT INTO api_tokens (user_id, name, token_hash, role, project_id, account_scope_id, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, now() + make_interval(days => $7)) RETURNING ${SHOWN}`,
      [token.user_id, token.name, token.token_hash, token.role, token.project_id, token.account_scope_id, token.days],
    );
    if (!row) throw new Error('an insert returns its row');
    return row;
  }

  /** How many good tokens the user has; they are counted one request after the other. */
  async countForUpdate(tx: Tx, userId: string): Promise<number> {
    await tx.query('SELECT FROM users WHERE id = $1 FOR UPDATE', [userId]);
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM api_tokens WHERE user_id = $1 AND ${GOOD}`,
      [userId],
    );
    return row?.count ?? 0;
  }

  /** The user's tokens that are good, the newest first. */
  async ofUser(userId: string): Promise<ShownToken[]> {
    return this.database.query<ShownToken>(
      `SELECT ${SHOWN} FROM api_tokens WHERE user_id = $1 AND ${GOOD} ORDER BY created_at DESC, id`,
      [userId],
    );
  }

  /** The token as it was, or null when the user has no such good token. */
  async revoke(tx: Tx, userId: string, id: string): Promise<ShownToken | null> {
    const [row] = await tx.query<ShownToken>(
      `UPDATE api_tokens SET revoked_at = now() WHERE user_id = $1 AND id = $2 AND ${GOOD} RETURNING ${SHOWN}`,
      [userId, id],
    );
    return row ?? null;
  }

  /** The account scope of a project; null where there is no such project within reach, or it is being removed. */
  async scopeOf(tx: Tx, projectId: string): Promise<string | null> {
    const [row] = await tx.query<{ account_scope_id: string | null }>(
      'SELECT account_scope_id FROM projects WHERE id = $1',
      [projectId],
    );
    return row?.account_scope_id ?? null;
  }

  /** Who holds the token with this hash; null when it is not good any more, or its user is kept out. */
  async bearer(tokenHash: string): Promise<TokenBearer | null> {
    const [row] = await this.database.query<TokenBearer>(
      `SELECT t.id AS token_id, t.role AS token_role, t.project_id, t.account_scope_id, u.id, u.username,
         ${MEMBERSHIPS} AS memberships, ${UNREADY}
       FROM api_tokens t JOIN users u ON u.id = t.user_id
       WHERE t.token_hash = $1 AND t.revoked_at IS NULL AND t.expires_at > now() AND u.disabled_at IS NULL`,
      [tokenHash],
    );
    return row ?? null;
  }

  /** Whether the provider said within these hours, when the user last came by it, that it asked for a second factor. */
  async provenAt(issuer: string, userId: string, hours: number): Promise<boolean> {
    const rows = await this.database.query(
      `SELECT FROM user_identities
       WHERE issuer = $1 AND user_id = $2 AND second_factor_at > now() - make_interval(hours => $3)`,
      [issuer, userId, hours],
    );
    return rows.length > 0;
  }

  async used(tokenId: string): Promise<void> {
    await this.database.query('UPDATE api_tokens SET last_used_at = now() WHERE id = $1', [tokenId]);
  }
}
