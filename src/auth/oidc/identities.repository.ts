import { Injectable } from '@nestjs/common';
import { Database, type Sql, type Tx } from '../../database/index.js';
import type { ProviderIdentity } from '../sign-in-records.js';
import { NEEDS_SECOND_FACTOR, PRINCIPAL, type Account } from '../users.repository.js';
import type { UserIdentity } from './identity.entity.js';

/** The user whose identity it is, and what their sign-in takes. */
export type IdentifiedAccount = Omit<Account, 'password_hash'> & {
  identity_id: string;
  provisioned: boolean;
  needs_second_factor: boolean;
};

export type ShownIdentity = Omit<UserIdentity, 'user_id' | 'second_factor_at'>;

const SHOWN = 'id, issuer, subject, provisioned, last_signed_in_at, created_at';

@Injectable()
export class IdentitiesRepository {
  constructor(private readonly database: Database) {}

  /** By issuer and subject alone: names and addresses at a provider can change hands. */
  async account({ issuer, subject }: ProviderIdentity, sql: Sql = this.database): Promise<IdentifiedAccount | null> {
    const rows = await sql.query<IdentifiedAccount>(
      `SELECT ${PRINCIPAL}, u.disabled_at, u.session_epoch, ${NEEDS_SECOND_FACTOR} AS needs_second_factor,
         i.id AS identity_id, i.provisioned
       FROM user_identities i JOIN users u ON u.id = i.user_id WHERE i.issuer = $1 AND i.subject = $2`,
      [issuer, subject],
    );
    return rows[0] ?? null;
  }

  /** Keeps others from making a user of the same identity until the transaction ends. */
  async lock(tx: Tx, { issuer, subject }: ProviderIdentity): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${issuer} ${subject}`]);
  }

  async used(id: string, secondFactor: boolean): Promise<void> {
    await this.database.run(
      `UPDATE user_identities SET last_signed_in_at = now(), second_factor_at = CASE WHEN $2::boolean THEN now() END WHERE id = $1`,
      [id, secondFactor],
    );
  }

  async ofUser(sql: Sql, userId: string): Promise<ShownIdentity[]> {
    return sql.query<ShownIdentity>(`SELECT ${SHOWN} FROM user_identities WHERE user_id = $1 ORDER BY created_at, id`, [
      userId,
    ]);
  }

  /** Null when the identity is somebody's already. */
  async insert(
    tx: Tx,
    userId: string,
    { issuer, subject }: ProviderIdentity,
    provisioned: boolean,
  ): Promise<ShownIdentity | null> {
    const rows = await tx.query<ShownIdentity>(
      `INSERT INTO user_identities (user_id, issuer, subject, provisioned) VALUES ($1, $2, $3, $4)
       ON CONFLICT (issuer, subject) DO NOTHING RETURNING ${SHOWN}`,
      [userId, issuer, subject, provisioned],
    );
    return rows[0] ?? null;
  }

  async remove(tx: Tx, userId: string, id: string): Promise<ShownIdentity | null> {
    const rows = await tx.query<ShownIdentity>(
      `DELETE FROM user_identities WHERE user_id = $1 AND id = $2 RETURNING ${SHOWN}`,
      [userId, id],
    );
    return rows[0] ?? null;
  }

  /** Ids of these account scopes by key; until the transaction ends, no other changes who is in them. */
  async lockScopes(tx: Tx, keys: readonly string[]): Promise<{ id: string; key: string }[]> {
    return tx.query<{ id: string; key: string }>(
      'SELECT id, key FROM account_scopes WHERE key = ANY ($1::text[]) ORDER BY id FOR NO KEY UPDATE',
      [keys],
    );
  }

  /** A user whom the provider vouches for has no password that anybody knows, and none to change. */
  async keepPassword(tx: Tx, userId: string): Promise<void> {
    await tx.query('UPDATE users SET password_temporary = false WHERE id = $1', [userId]);
  }

  async revokeTokens(tx: Tx, userId: string): Promise<void> {
    await tx.query('UPDATE api_tokens SET revoked_at = now() WHERE user_id = $1 AND revoked_at IS NULL', [userId]);
  }
}
