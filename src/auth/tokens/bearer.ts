import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { LRUCache } from 'lru-cache';
import { AppError } from '../../common/app-error.js';
import { sha256 } from '../../common/stable-hash.js';
import { Config } from '../../config/index.js';
import { reaches, type Membership, type Unready } from '../../http/index.js';
import { TOKEN_PREFIX } from './api-tokens.service.js';
import { ApiTokensRepository, type TokenBearer } from './api-tokens.repository.js';

const USED_EVERY_MS = 60_000;
const BEARER = new RegExp(`^Bearer (${TOKEN_PREFIX}[\\w-]+)$`, 'i');

/** Who is asking by a token. */
@Injectable()
export class Bearer {
  private readonly noted = new LRUCache<string, true>({ max: 10_000, ttl: USED_EVERY_MS });

  constructor(
    private readonly tokens: ApiTokensRepository,
    private readonly config: Config,
  ) {}

  /**
   * Puts the token's user on the request. Call before sessions are loaded: cookies that come with a token don't count.
   */
  handler(): RequestHandler {
    return (request: Request, _response: Response, next: NextFunction) => {
      const [, token] = BEARER.exec(request.get('authorization') ?? '') ?? [];
      if (token === undefined) return next();
      delete request.headers.cookie;
      this.userOf(sha256(token)).then(
        (user) => {
          if (!user) return next(new AppError('unauthorized', 'The API token is unknown, expired or revoked'));
          request.user = user;
          next();
        },
        () => next(new AppError('service_unavailable', 'Tokens can’t be read at the moment; try again')),
      );
    };
  }

  private async userOf(hash: string): Promise<Express.User | null> {
    const bearer = await this.tokens.bearer(hash);
    if (!bearer) return null;
    await this.note(bearer.token_id);
    const { id, username, project_id, account_scope_id } = bearer;
    const unready = await this.missingOf(bearer);
    const memberships = membershipsOf(bearer);
    const holds = async () => {
      const now = await this.tokens.bearer(hash);
      if (now === null || !isDeepStrictEqual(membershipsOf(now), memberships)) return false;
      // From now on it may be good for nothing until its person proves more.
      return (await this.missingOf(now)) === null;
    };
    const limit = project_id === null && account_scope_id === null ? null : { project_id, account_scope_id };
    return { id, username, memberships, credential: { kind: 'token', unready, limit, holds } };
  }

  /**
   * A second factor at the provider is as good as one here, for as long as a session that came by it would last: who
   * has not been there since may have lost it, or be gone.
   */
  private async missingOf({ id, unready }: TokenBearer): Promise<Unready | null> {
    const { OIDC_ISSUER: issuer, SESSION_MAX_HOURS: hours } = this.config;
    if (unready !== 'second_factor' || issuer === null) return unready;
    return (await this.tokens.provenAt(issuer, id, hours)) ? null : unready;
  }

  private async note(tokenId: string): Promise<void> {
    if (this.noted.has(tokenId)) return;
    this.noted.set(tokenId, true);
    await this.tokens.used(tokenId);
  }
}

/**
 * The user's roles as far as the token goes: none above its own, and none in other account scopes than the one it
 * names.
 */
const membershipsOf = ({ token_role, account_scope_id, memberships }: TokenBearer): Membership[] =>
  memberships
    .filter((one) => account_scope_id === null || one.account_scope_id === account_scope_id)
    .map((one) => ({ ...one, role: reaches(one.role, token_role) ? token_role : one.role }));
