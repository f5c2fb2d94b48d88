import { parse } from 'cookie';
import type { Request } from 'express';
import { sameText } from '../../common/same-text.js';
import type { Config } from '../../config/index.js';
import { requestContext, roleIn, type ActiveProject, type Principal } from '../../http/index.js';
import type { RequestFacts } from './domain/facts.js';

/**
 * What a request shows of how its page stays signed in. `origin`: of the page that is asked about, where it is another.
 */
export function requestFacts(
  request: Request,
  user: Principal,
  project: ActiveProject,
  origin: string | undefined,
  { CSRF_COOKIE_NAME }: Pick<Config, 'CSRF_COOKIE_NAME'>,
): RequestFacts {
  const forwarded = request.get('x-forwarded-proto')?.split(',')[0]?.trim().toLowerCase() ?? null;
  return {
    username: user.username,
    role: roleIn(user.memberships, project.account_scope_id) ?? 'none',
    signed_in_by: requestContext().credential?.kind ?? 'session',
    // Not `request.secure`, which sessions overwrite in production.
    scheme: request.protocol === 'https' ? 'https' : 'http',
    host: request.host,
    forwarded_scheme: forwarded === 'https' || forwarded === 'http' ? forwarded : null,
    forwarded_for: request.get('x-forwarded-for') !== undefined || request.get('forwarded') !== undefined,
    page_origin: origin ?? originOf(request.get('origin')) ?? originOf(request.get('referer')),
    csrf_cookie: csrfCookie(parse(request.headers.cookie ?? '')[CSRF_COOKIE_NAME], request.session.csrf_token),
  };
}

/** The origin of an address; null for none, for `null` (sandboxed pages), and for what is not a web address. */
function originOf(address: string | undefined): string | null {
  if (address === undefined || !URL.canParse(address)) return null;
  const { origin, protocol } = new URL(address);
  return /^https?:$/.test(protocol) ? origin : null;
}

function csrfCookie(given: string | undefined, expected: string | undefined): RequestFacts['csrf_cookie'] {
  if (!given) return 'missing';
  return sameText(given, expected ?? '') ? 'matches' : 'differs';
}
