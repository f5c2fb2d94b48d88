import { createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { parse } from 'cookie';
import type { Request, Response } from 'express';
import { sameText } from '../common/same-text.js';
import { Config } from '../config/index.js';

const LIFETIME_MS = 180 * 86_400_000;

/**
 * A cookie that tells that a login has signed in from this device before: `id.until.signature`, signed with the login
 * and good for no other. It does not sign in: it keeps the attempts of strangers apart from those of the login's owner.
 */
@Injectable()
export class KnownDevices {
  private readonly cookie: string;

  constructor(private readonly config: Config) {
    this.cookie = config.production ? '__Host-device' : 'device';
  }

  /** Id of the device, where this login has signed in from it; null for an unknown one, or another login's. */
  deviceOf(request: Request, login: string): string | null {
    const [id, until, signature] = (parse(request.headers.cookie ?? '')[this.cookie] ?? '').split('.');
    if (!id || !until || !signature || !(Number(until) > Date.now())) return null;
    const signed = this.config.sessionSecrets.some((secret) => sameText(signature, sign(secret, login, id, until)));
    return signed ? id : null;
  }

  /** Lets the browser remember that this login signed in from it. */
  remember(request: Request, response: Response, login: string): void {
    const id = this.deviceOf(request, login) ?? randomBytes(18).toString('base64url');
    const until = String(Date.now() + LIFETIME_MS);
    const signature = sign(this.config.sessionSecrets[0] ?? '', login, id, until);
    response.cookie(this.cookie, `${id}.${until}.${signature}`, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.config.production,
      maxAge: LIFETIME_MS,
    });
  }
}

const sign = (secret: string, login: string, id: string, until: string) =>
  createHmac('sha256', secret)
    .update(JSON.stringify(['known device', login.toLowerCase(), id, until]))
    .digest('base64url');
