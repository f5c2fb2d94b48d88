/**
 * The longest wait before a vendor is asked again. Some gateways ask for more: milliseconds as seconds, a date decades
 * ahead.
 */
export const LONGEST_WAIT_SECONDS = 6 * 3600;
const JITTER = 0.1;

export interface RetryDecision {
  status: 'pending' | 'retrying' | 'dead_letter';
  /** Seconds until the next try; null when it is not tried again by itself. */
  waitSeconds: number | null;
}

/** Kinds that no repetition mends: somebody has to change a token or a setting first. */
const HOPELESS = new Set(['auth', 'config']);

/**
 * What becomes of an error after its nth attempt: wait base·2^(attempt−1) seconds, ±10 % by `random` in [0, 1),
 * at least what the vendor asked for, and at most 6 h; dead letter at `maxRetries`, and at once for auth and config.
 */
export function decideRetry(
  kind: string,
  attempt: number,
  options: { baseSeconds: number; maxRetries: number; random: number; retryAfterSeconds?: number | undefined },
): RetryDecision {
  if (HOPELESS.has(kind) || attempt >= options.maxRetries) return { status: 'dead_letter', waitSeconds: null };
  const backoff = Math.min(options.baseSeconds * 2 ** (attempt - 1), LONGEST_WAIT_SECONDS);
  const jittered = backoff * (1 - JITTER + 2 * JITTER * options.random);
  return {
    status: attempt === 1 ? 'pending' : 'retrying',
    waitSeconds: Math.min(Math.max(jittered, options.retryAfterSeconds ?? 0), LONGEST_WAIT_SECONDS),
  };
}
