import { isTooMuch } from '../core/page-sizes.js';
import type { SyncError } from '../core/sync-error.js';

/** How far behind what can't be shown is looked: neighbours may fail together, and in an outage each look is a wait. */
const PLACES = [1, 2, 5];
/** Silence takes a whole deadline each time. */
const PLACES_AFTER_SILENCE = [1];

/**
 * What the vendor answers behind a place that it stumbles over: the first of a few answers.
 * @param read gets how far behind
 * @throws `failure` in an outage, where it answers none of them; SyncError what says more than that it stumbles
 */
export async function firstBehind<T>(failure: SyncError, read: (ahead: number) => Promise<T>): Promise<T> {
  for (const ahead of failure.kind === 'timeout' ? PLACES_AFTER_SILENCE : PLACES) {
    try {
      return await read(ahead);
    } catch (error) {
      if (!isTooMuch(error)) throw error;
    }
  }
  throw failure;
}
