import { latestRefs } from '../evidence.js';
import { daysBetween } from '../periods.js';
import { AGREEMENT_DAYS } from '../tracks/agreements.js';
import { type ReadSignal, unknown } from './read.js';

/** How many open agreements are past the date that was agreed. */
export const agreementOverdueCount: ReadSignal = ({ agreements, conversation }, { now }) => {
  const open = agreements.open.filter(({ at }) => daysBetween(at, now) <= AGREEMENT_DAYS);
  if (!conversation.begun && open.length === 0) return unknown();
  const overdue = open.filter(({ due_at }) => due_at !== null && due_at < now);
  return {
    value: overdue.length,
    details: { open_agreements: open.length },
    evidence_refs: latestRefs(overdue.length > 0 ? overdue : open),
  };
};
