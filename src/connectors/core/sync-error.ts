import type { ErrorCode } from '../../common/app-error.js';
import { storableText } from '../../common/storable-text.js';
import { redactText } from '../domain/redact.js';

export const ERROR_KINDS = [
  'auth',
  'config',
  'rate_limited',
  'timeout',
  'network',
  'vendor_error',
  'bad_payload',
  'gone',
  'internal',
] as const;
/** Why a vendor could not be read; one table (`domain/retry-policy.ts`) decides what follows from each. */
export type ErrorKind = (typeof ERROR_KINDS)[number];

/**
 * A vendor could not be read. The message is for operators: what happened, and what to do where that is known. It may
 * quote the vendor, so secrets are taken out of it, and characters that PostgreSQL refuses are replaced.
 */
export class SyncError extends Error {
  constructor(
    readonly kind: ErrorKind,
    message: string,
    readonly options: {
      cause?: unknown;
      retryAfterSeconds?: number;
      status?: number;
      payload?: unknown;
      /** The answer was over the limit: fewer records at once may be under it. */
      tooLarge?: boolean;
      /** The token is good, but may not read this. */
      forbidden?: boolean;
    } = {},
  ) {
    super(storableText(redactText(message)), options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'SyncError';
  }

  /** Whether the next request meets it too: a used-up limit, a token that is refused. */
  get isOfTheSource(): boolean {
    const { kind, options } = this;
    return kind === 'rate_limited' || kind === 'internal' || (kind === 'auth' && options.forbidden !== true);
  }

  /** The code under which people who asked for the sync see this failure. */
  get code(): ErrorCode {
    return this.kind === 'internal' ? 'internal_error' : 'vendor_failed';
  }
}
