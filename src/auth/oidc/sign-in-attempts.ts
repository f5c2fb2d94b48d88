import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { parse } from 'cookie';
import type { CookieOptions, Request, Response } from 'express';
import { randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client';
import { Clock } from '../../common/clock.js';
import { sameText } from '../../common/same-text.js';
import { Config } from '../../config/index.js';

const LIFETIME_MS = 600_000;

/** A sign-in on its way through the provider. */
export interface SignInAttempt {
  state: string;
  nonce: string;
  verifier: string;
  /** A path on this server. */
  return_to: string;
  /** Whether the person has to prove themselves again, though the provider knows them. */
  fresh: boolean;
  until: number;
}

/**
 * Binds a sign-in to the browser that began it: its secrets travel in a signed cookie that scripts can't read, so that
 * an answer of the provider is good in this browser only, once, and for ten minutes. Visitors leave nothing in the
 * database.
 */
@Injectable()
export class SignInAttempts {
  private readonly name: string;
  private readonly cookie: CookieOptions;

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    this.name = config.production ? '__Host-oidc' : 'oidc';
    // Lax: the provider's page sends the browser back, which no stricter cookie lives through.
    this.cookie = { path: '/', httpOnly: true, sameSite: 'lax', secure: config.production };
  }

  begin(response: Response, wanted: Pick<SignInAttempt, 'return_to' | 'fresh'>): SignInAttempt {
    const until = this.clock.now().getTime() + LIFETIME_MS;
    const secrets = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    const attempt = { ...secrets, ...wanted, until };
    const text = Buffer.from(JSON.stringify(attempt)).toString('base64url');
    const signature = sign(this.config.sessionSecrets[0] ?? '', text);
    response.cookie(this.name, `${text}.${signature}`, { ...this.cookie, maxAge: LIFETIME_MS });
    return attempt;
  }

  /** The attempt that this browser began; null where it began none, or too long ago. */
  of(request: Request): SignInAttempt | null {
    const [text = '', signature = ''] = (parse(request.headers.cookie ?? '')[this.name] ?? '').split('.');
    if (!this.config.sessionSecrets.some((secret) => sameText(signature, sign(secret, text)))) return null;
    const attempt = JSON.parse(Buffer.from(text, 'base64url').toString()) as SignInAttempt;
    return attempt.until > this.clock.now().getTime() ? attempt : null;
  }

  /** However it ends, an attempt ends with the first answer. */
  end(response: Response): void {
    response.clearCookie(this.name, this.cookie);
  }
}

const sign = (secret: string, text: string) =>
  createHmac('sha256', secret)
    .update(JSON.stringify(['sign-in', text]))
    .digest('base64url');
