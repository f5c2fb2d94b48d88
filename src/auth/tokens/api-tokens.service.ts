import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import { AppError } from '../../common/app-error.js';
import { sha256 } from '../../common/stable-hash.js';
import { Database, type Tx } from '../../database/index.js';
import { highestRole, reaches, validationFailed, type Principal, type Role } from '../../http/index.js';
import { Memberships, Projects } from '../../projects/index.js';
import { ApiTokensRepository, type ShownToken } from './api-tokens.repository.js';

/** What every token begins with, so that scanners for leaked secrets know it. */
export const TOKEN_PREFIX = 'kag_';
const MAX_PER_USER = 50;

export interface WantedToken {
  name: string;
  role: Role;
  expires_in_days: number;
  project_id?: string;
  account_scope_id?: string;
}

/** The tokens that people make for their scripts. */
@Injectable()
export class ApiTokens {
  constructor(
    private readonly database: Database,
    private readonly tokens: ApiTokensRepository,
    private readonly projects: Projects,
    private readonly memberships: Memberships,
    private readonly audit: AuditLog,
  ) {}

  list(user: Principal): Promise<ShownToken[]> {
    return this.tokens.ofUser(user.id);
  }

  /**
   * Makes a token and returns its text, which is shown this once.
   * @throws AppError `forbidden` for a role above the user's, `project_not_found`, `validation_failed` for a scope that
   * the user does not hold or for two limits, `conflict` for too many tokens.
   */
  async make(user: Principal, wanted: WantedToken): Promise<{ text: string; token: ShownToken }> {
    const role = highestRole(user.memberships);
    if (!reaches(role, wanted.role)) throw new AppError('forbidden', `A token can have your role, ${role}, at most`);
    await this.checkLimit(user, wanted);
    const text = TOKEN_PREFIX + randomBytes(32).toString('base64url');
    return this.database.transaction(async (tx) => {
      if ((await this.tokens.countForUpdate(tx, user.id)) >= MAX_PER_USER)
        throw new AppError('conflict', `You have ${MAX_PER_USER} tokens already; revoke one of them first`);
      const token = await this.tokens.insert(tx, {
        user_id: user.id,
        name: wanted.name,
        token_hash: sha256(text),
        role: wanted.role,
        project_id: wanted.project_id ?? null,
        account_scope_id: wanted.account_scope_id ?? null,
        days: wanted.expires_in_days,
      });
      await this.record(tx, user, 'create', token);
      return { text, token };
    });
  }

  /** @throws AppError `not_found` when the user has no such token. */
  async revoke(user: Principal, id: string): Promise<ShownToken> {
    return this.database.transaction(async (tx) => {
      const token = await this.tokens.revoke(tx, user.id, id);
      if (!token) throw new AppError('not_found', `You have no token ${id}; GET /auth/tokens lists those you have`);
      await this.record(tx, user, 'revoke', token);
      return token;
    });
  }

  /** Checks what the token shall be limited to. */
  private async checkLimit(user: Principal, wanted: WantedToken): Promise<void> {
    const { project_id, account_scope_id } = wanted;
    if (project_id !== undefined && account_scope_id !== undefined)
      throw validationFailed([{ path: 'account_scope_id', problem: 'must be left out where project_id is given' }]);
    const held = await this.memberships.scopeIdsOf(this.database, user.id);
    if (account_scope_id !== undefined && !held.includes(account_scope_id))
      throw validationFailed([{ path: 'account_scope_id', problem: 'must name an account scope that you belong to' }]);
    if (project_id !== undefined) await this.projects.identityOf(user, project_id);
  }

  /** One row for each account scope whose admins may read of the token. */
  private async record(tx: Tx, user: Principal, verb: 'create' | 'revoke', token: ShownToken): Promise<void> {
    const scopes = await this.scopesOf(tx, user, token);
    await this.audit.recordAll(
      tx,
      scopes.map((account_scope_id) => ({
        action: `api_token.${verb}`,
        entity_type: 'api_token',
        entity_id: token.id,
        project_id: null,
        account_scope_id,
        ...(verb === 'create' ? { after: token } : { before: token }),
      })),
    );
  }

  /**
   * The account scope that the token is limited to, itself or by its project, else all of its user. Null is none: of a
   * project that is out of the user's reach by now.
   */
  private async scopesOf(
    tx: Tx,
    user: Principal,
    { project_id, account_scope_id }: ShownToken,
  ): Promise<(string | null)[]> {
    if (account_scope_id !== null) return [account_scope_id];
    if (project_id !== null) return [await this.tokens.scopeOf(tx, project_id)];
    return this.memberships.scopeIdsOf(tx, user.id);
  }
}
