import { daysBetween } from '../periods.js';
import { isoOf, type ReadSignal } from './read.js';

/** Days since the team's last message, while the client owes an answer; else 0. */
export const waitingOnClientDays: ReadSignal = ({ conversation: { last, refs } }, now) => {
  const since = last?.by === 'team' ? last.at : null;
  return {
    value: since === null ? 0 : daysBetween(since, now),
    details: { since: isoOf(since) },
    evidence_refs: refs,
  };
};
