import { isoOf, type ReadSignal, unknown } from './read.js';

/** Working days since the team first asked something that the client has not answered; 0 where nothing is asked. */
export const waitingOnClientDays: ReadSignal = ({ conversation: { begun, asked_at, refs } }, { now, time }) =>
  begun
    ? {
        value: asked_at === null ? 0 : time.daysBetween(asked_at, now),
        details: { since: isoOf(asked_at) },
        evidence_refs: refs,
      }
    : unknown();
