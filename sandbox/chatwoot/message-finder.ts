import { intParam } from './query.js';
import { ACTIVITY, type MessageRow } from './records.js';

/** Rows per answer: these are fixed, and differ with the parameters given. */
const LATEST = 20;
const AFTER = 100;
const RANGE = 1000;

/**
 * The cut is made by created_at while the bounds are ids, as in Chatwoot: rows whose two orders differ can be skipped
 * at a page's edge.
 * @param messages by created_at, then id
 * @param rangeReads whether `after` with `before` reads a range; without it `before` wins, as on older servers
 * @returns the page, oldest first
 */
export function findMessages(
  messages: readonly MessageRow[],
  query: URLSearchParams,
  rangeReads: boolean,
): MessageRow[] {
  const internal = query.get('filter_internal_messages');
  const visible = internal ? messages.filter((row) => !row.private && row.message_type !== ACTIVITY) : messages;
  const before = intParam(query, 'before');
  const after = intParam(query, 'after');
  const beforeTime = intParam(query, 'before_timestamp');
  if (after !== undefined && before !== undefined && rangeReads) {
    return visible.filter((row) => row.id >= after && row.id < before).slice(0, RANGE);
  }
  if (before !== undefined) return visible.filter((row) => row.id < before).slice(-LATEST);
  if (after !== undefined) return visible.filter((row) => row.id > after).slice(0, AFTER);
  if (beforeTime !== undefined) return visible.filter((row) => row.created_at < beforeTime).slice(-LATEST);
  return visible.slice(-LATEST);
}
