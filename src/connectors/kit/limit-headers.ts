import { retryAfter } from '../core/refusal.js';
import type { VendorDialect, VendorFailure } from '../core/vendor-http.js';

type Headers = Readonly<Record<string, string>>;
type Answer = Parameters<Required<VendorDialect>['failure']>[0];

/** What is asked for where a vendor limits and says nothing more. */
const DEFAULT_WAIT_SECONDS = 60;
/** Limits are per hour; a reset further away is a clock that is wrong. */
const LONGEST_WAIT_SECONDS = 3600;
/** A wait that a request may sit out by itself. */
const SHORT_WAIT_SECONDS = 10;

/**
 * Limits told by headers: 403 or 429 with `x-ratelimit-remaining: 0` and `x-ratelimit-reset` in epoch seconds, or with
 * `retry-after`, or by words alone. A 403 without any of these is a right that is lacking.
 */
export const limitHeaders = {
  failure({ status, headers, body }: Answer): VendorFailure | null {
    if (status !== 403 && status !== 429) return null;
    const { message: words } = (body ?? {}) as { message?: unknown };
    const message = typeof words === 'string' ? words : '';
    const retryAfterMs = retryAfter(headers['retry-after'] ?? null);
    const limited = retryAfterMs !== null || headers['x-ratelimit-remaining'] === '0' || /rate limit/i.test(message);
    if (status === 403 && !limited) return null;
    const seconds =
      retryAfterMs === null ? (waitOf(headers, Date.now()) ?? DEFAULT_WAIT_SECONDS) : Math.ceil(retryAfterMs / 1000);
    return {
      kind: 'rate_limited',
      message: `answered ${status}: ${message}`,
      retry: seconds <= SHORT_WAIT_SECONDS,
      retryAfterSeconds: seconds,
    };
  },
  exhausted: waitOf,
} satisfies VendorDialect;

/** Seconds until a used-up limit is renewed. */
function waitOf(headers: Headers, now: number): number | null {
  if (headers['x-ratelimit-remaining'] !== '0') return null;
  const seconds = Number(headers['x-ratelimit-reset']) - now / 1000;
  return seconds > 0 ? Math.min(LONGEST_WAIT_SECONDS, Math.ceil(seconds)) : null;
}
