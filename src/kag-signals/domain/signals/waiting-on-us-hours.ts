import { latestRefs } from '../evidence.js';
import { daysBetween } from '../periods.js';
import { FORGOTTEN_DAYS } from '../tracks/responses.js';
import { inTimeOrder } from '../tracks/track.js';
import { isoOf, type ReadSignal, unknown } from './read.js';

const MINUTES = 60;

/** Working hours since the oldest of the client's messages that expect an answer and have none; 0 without any. */
export const waitingOnUsHours: ReadSignal = ({ conversation, responses }, { now, time }) => {
  if (!conversation.begun) return unknown();
  const open = inTimeOrder(responses.open).filter(({ at }) => daysBetween(at, now) <= FORGOTTEN_DAYS);
  const since = open[0]?.at ?? null;
  return {
    value: since === null ? 0 : time.minutesBetween(since, now) / MINUTES,
    details: { since: isoOf(since), conversations: open.length },
    evidence_refs: latestRefs(open),
  };
};
