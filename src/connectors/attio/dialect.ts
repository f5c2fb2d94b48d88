import type { VendorDialect, VendorFailure } from '../core/vendor-http.js';

/** A used-up quota comes back with time, not within the moments of a request's own tries. */
const QUOTA_WAIT_SECONDS = 3600;

/** Attio names the scope that is lacking in its message. */
const forbidden = (words: string): VendorFailure => ({
  kind: 'auth',
  message: `${words.replace(/\.$/, '')}. Give the token this right in Attio, or use one that has it.`,
  retry: false,
  forbidden: true,
});

/** Failures whose code says more than their status (docs/contract/vendors.md#attio). */
const FAILURES: Readonly<Record<string, (words: string) => VendorFailure>> = {
  // A record that is being merged answers 404 like a deleted one, and is there in a moment, perhaps under another id.
  '404 merge_in_progress': (words) => ({ kind: 'vendor_error', message: words, retry: false }),
  '403 unauthorized': forbidden,
  '403 system_edit_unauthorized': forbidden,
  '403 quota_exceeded': (words) => ({
    kind: 'rate_limited',
    message: `the workspace's quota is used up. ${words}`,
    retry: false,
    retryAfterSeconds: QUOTA_WAIT_SECONDS,
  }),
  '403 billing_error': (words) => ({
    kind: 'config',
    message: `the workspace's plan does not allow this; see its billing settings. ${words}`,
    retry: false,
  }),
};

export const attioDialect: VendorDialect = {
  isAbsence: (body) => typeof (body as { code?: unknown } | null)?.code === 'string',
  failure({ status, body }) {
    if (status < 400 || typeof body !== 'object' || body === null) return null;
    const { code, message } = body as { code?: unknown; message?: unknown };
    if (typeof code !== 'string') return null;
    const key = `${status} ${code}`;
    if (!Object.hasOwn(FAILURES, key)) return null;
    const words = typeof message === 'string' ? `: ${message.slice(0, 200)}` : '';
    return FAILURES[key]?.(`answered ${status} ${code}${words}`) ?? null;
  },
};
