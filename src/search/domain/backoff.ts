const FIRST_MS = 30_000;
const MAX_MS = 30 * 60_000;

/**
 * Milliseconds until a chunk whose embedding failed for a passing reason is tried again: what the provider asked for,
 * or 30 s doubled with each attempt, at most 30 minutes. `attempts` counts the one that just failed.
 */
export function embedBackoffMs(attempts: number, retryAfterMs: number | null): number {
  const own = Math.min(MAX_MS, FIRST_MS * 2 ** Math.min(20, Math.max(0, attempts - 1)));
  return Math.max(own, Math.min(retryAfterMs ?? 0, MAX_MS));
}
