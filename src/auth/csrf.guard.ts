import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { parse } from 'cookie';
import type { Request } from 'express';
import { AppError } from '../common/app-error.js';
import { sameText } from '../common/same-text.js';
import { Config } from '../config/index.js';
import { requestContext } from '../http/index.js';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses changes that another site made the browser send: it can send our cookies, but not read one and repeat it in
 * a header. Without a signed-in user there is nothing to abuse; a login is protected by its JSON content type, which
 * another origin may not send, and by SameSite. No browser sends a token by itself.
 */
@Injectable()
export class CsrfGuard implements CanActivate {
  constructor(private readonly config: Config) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (READING.has(request.method) || !request.user) return true;
    if (requestContext().credential?.kind === 'token') return true;
    const expected = request.session.csrf_token;
    const inHeader = request.get('x-csrf-token');
    const inCookie = parse(request.headers.cookie ?? '')[this.config.CSRF_COOKIE_NAME];
    if (same(inHeader, expected) && same(inCookie, expected)) return true;
    throw new AppError(
      'csrf_invalid',
      `Send the value of the ${this.config.CSRF_COOKIE_NAME} cookie in the x-csrf-token header; GET /auth/me sets the cookie again`,
    );
  }
}

const same = (given: string | undefined, expected: string | undefined): boolean =>
  Boolean(given && expected && sameText(given, expected));
