import { latestRefs } from '../evidence.js';
import { within } from '../periods.js';
import { WISH_DAYS } from '../tracks/wishes.js';
import type { ReadSignal } from './read.js';

/** Requests out of scope for each message of the client's, in the last 7 days. */
export const scopeCreepRate: ReadSignal = ({ wishes }, now) => {
  const changes = wishes.scope_changes.filter(({ at }) => within(at, now, WISH_DAYS));
  const messages = wishes.messages.filter((at) => within(at, now, WISH_DAYS)).length;
  return {
    value: changes.length / Math.max(1, messages),
    details: { scope_changes: changes.length, client_messages: messages },
    evidence_refs: latestRefs(changes),
  };
};
