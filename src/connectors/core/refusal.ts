import { SyncError } from './sync-error.js';
import { vendorWords } from './vendor-words.js';

const RETRIED = new Set([408, 425, 429]);

export interface VendorRefusal {
  error: SyncError;
  /** Whether the same request may succeed in a moment. */
  retry: boolean;
  /** Milliseconds that the vendor asks to wait; null when it says nothing. */
  retryAfterMs: number | null;
}

/**
 * What an answer other than 2xx means, going by its status alone.
 * @param look where the request was about no single record: then nothing being there tells of a wrong address, and
 * these words say what to look at
 * @param absent whether the body is how the vendor says that a record is not there: a gateway's 404 says nothing of it
 */
export function refusal(
  where: string,
  status: number,
  headers: Readonly<Record<string, string>>,
  text: string,
  look: string | null = null,
  absent = true,
): VendorRefusal {
  const words = vendorWords(text);
  const message = `${where} answered ${status}${words === '' ? '' : `: ${words}`}`;
  const retryAfterMs = retryAfter(headers['retry-after'] ?? null);
  const options = { status, ...(retryAfterMs === null ? {} : { retryAfterSeconds: Math.ceil(retryAfterMs / 1000) }) };
  const error = () => {
    if (status === 401 || status === 403)
      return new SyncError(
        'auth',
        `${message}. Check the token and what it may read.${look === null ? '' : ` ${look}`}`,
        {
          ...options,
          forbidden: status === 403,
        },
      );
    if (status === 404 || status === 410) {
      if (look !== null) return new SyncError('config', `${message}. ${look}`, options);
      return new SyncError(absent ? 'gone' : 'vendor_error', message, options);
    }
    if (status >= 300 && status < 400)
      return new SyncError('config', `${message}. The base URL redirects elsewhere; name the final one.`, options);
    return new SyncError(
      status === 429 ? 'rate_limited' : status === 408 ? 'timeout' : 'vendor_error',
      message,
      options,
    );
  };
  return { error: error(), retry: RETRIED.has(status) || status >= 500, retryAfterMs };
}

/** Milliseconds that a Retry-After asks for, given as seconds or as an HTTP date; null when it can't be understood. */
export function retryAfter(header: string | null, now: number = Date.now()): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
