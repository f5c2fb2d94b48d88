import type { Read } from '../kit/read-rows.js';
import type { ChatwootConversation } from './payloads.js';

/** Changes become visible some time after their own date: commits take time, and clocks differ. */
export const OVERLAP_SECONDS = 600;

/** How far behind our clock an account without any conversation is taken to be: further than any clocks differ. */
export const EMPTY_ACCOUNT_SECONDS = 86_400;

/**
 * A time up to which every change is in the lists that were read before: the newest one they show. By the vendor's own
 * clock, hence untouched by ours; but never in the future, where an imported message with a wrong date would hold it.
 */
export function watermarkOf(seen: readonly Read<ChatwootConversation>[], atLeast: number | null, now: number): number {
  let newest = atLeast ?? now - EMPTY_ACCOUNT_SECONDS;
  if (atLeast === null && seen.length > 0) newest = 0;
  for (const { fields } of seen) {
    for (const time of [fields.last_activity_at, fields.updated_at]) {
      if (time !== null && time > newest && time <= now + OVERLAP_SECONDS) newest = time;
    }
  }
  return Math.min(newest, now);
}
