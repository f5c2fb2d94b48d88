import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client';
import { AppError, errorText } from '../../common/app-error.js';

/** Codes of the library for a provider that does not answer as one, rather than with something that does not fit. */
const NO_ANSWER = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_PARSE_ERROR',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
]);
/** What a provider says where it does not take this server for its client. */
const CLIENT_REFUSED = new Set(['invalid_client', 'unauthorized_client']);

/** The provider's own addresses could not be had, or are another provider's. */
export class DiscoveryFailure extends Error {
  constructor(cause: unknown) {
    super(['discovery', ...namedIn(cause)].join(' of '), { cause });
  }
}

/** The issuer that a document names, where the library refused it for being another's. */
function namedIn(error: unknown): string[] {
  const { body } = ((error as { cause?: unknown } | null)?.cause ?? {}) as { body?: { issuer?: unknown } };
  return typeof body?.issuer === 'string' ? [body.issuer.slice(0, 300)] : [];
}

/** Why a call to the provider failed; `reason` goes into the log, and never holds a secret. */
export interface ProviderFailure {
  kind: 'away' | 'client_refused' | 'code_refused' | 'person_refused' | 'answer_refused';
  reason: string;
}

export function providerFailure(error: unknown): ProviderFailure {
  if (error instanceof AuthorizationResponseError) return { kind: 'person_refused', reason: error.error };
  if (error instanceof ResponseBodyError) {
    const kind = CLIENT_REFUSED.has(error.error) ? 'client_refused' : error.status >= 500 ? 'away' : 'code_refused';
    return { kind, reason: error.error };
  }
  // How a provider refuses a client that came with HTTP Basic; for a token of somebody's it has another word.
  if (error instanceof WWWAuthenticateChallengeError && error.cause.some(({ scheme }) => scheme === 'basic'))
    return { kind: 'client_refused', reason: 'invalid_client' };
  if (error instanceof ClientError) {
    const kind = error.code !== undefined && !NO_ANSWER.has(error.code) ? 'answer_refused' : 'away';
    return { kind, reason: causesOf(error) };
  }
  return { kind: 'away', reason: causesOf(error) };
}

/** The failure in words for people. */
export function problemOf({ kind, reason }: ProviderFailure, cause: unknown): AppError {
  switch (kind) {
    case 'away':
      return new AppError(
        'identity_provider_unavailable',
        'The identity provider does not answer as it should; sign in with a password, or try again in a moment',
        undefined,
        { cause, retryAfterSeconds: 10 },
      );
    case 'client_refused':
      return new AppError(
        'identity_provider_unavailable',
        'The identity provider refuses this server; an operator has to mend OIDC_CLIENT_ID, and OIDC_CLIENT_SECRET or OIDC_PRIVATE_KEY. Until then sign in with a password',
        undefined,
        { cause },
      );
    case 'person_refused':
      return new AppError(
        'identity_refused',
        `The identity provider did not sign you in (${word(reason)})`,
        undefined,
        {
          cause,
        },
      );
    case 'code_refused':
    case 'answer_refused':
      return new AppError(
        'identity_refused',
        'What the identity provider sent can’t be trusted, or has been used before; begin again',
        undefined,
        { cause },
      );
  }
}

/** Repeats a provider's own code, which is a word. Other text in an address is not repeated. */
const word = (reason: string) => (/^[a-z_]{1,60}$/.test(reason) ? reason : 'for a reason of its own');

/** The message with those of its causes: libraries hide there what went wrong. */
function causesOf(error: unknown): string {
  const texts: string[] = [];
  for (let one = error; one instanceof Error && texts.length < 4; one = one.cause) texts.push(errorText(one));
  return texts.join(': ') || errorText(error);
}
