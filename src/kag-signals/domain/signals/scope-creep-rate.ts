import { latestRefs } from '../evidence.js';
import { within } from '../periods.js';
import { WISH_DAYS, WISH_MEMORY_DAYS } from '../tracks/wishes.js';
import { type ReadSignal, unknown } from './read.js';

/** Requests out of scope for each message of the client's, in the last 7 days. */
export const scopeCreepRate: ReadSignal = ({ wishes }, { now }) => {
  const recent = wishes.scope_changes.filter(({ at }) => within(at, now, WISH_MEMORY_DAYS));
  if (recent.length === 0 && !wishes.messages.some((at) => within(at, now, WISH_MEMORY_DAYS))) return unknown();
  const changes = recent.filter(({ at }) => within(at, now, WISH_DAYS));
  const messages = wishes.messages.filter((at) => within(at, now, WISH_DAYS)).length;
  return {
    value: changes.length / Math.max(1, messages),
    details: { requests_7d: changes.length, requests_28d: recent.length, client_messages: messages },
    evidence_refs: latestRefs(changes),
  };
};
