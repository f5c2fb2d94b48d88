import { latestRefs } from '../evidence.js';
import { daysBetween } from '../periods.js';
import { BLOCKER_DAYS } from '../tracks/blockers.js';
import { inTimeOrder } from '../tracks/track.js';
import { type ReadSignal, unknown } from './read.js';

/** Working days after which a blocker is parked: work goes on around it, without waiting for it. */
export const PARKED_DAYS = 15;

/** Mean working days for which the open blockers have been open; 0 without any. */
export const blockersAge: ReadSignal = ({ blockers }, { now, time }) => {
  if (!blockers.told) return unknown();
  const kept = inTimeOrder(blockers.open)
    .filter(({ at }) => daysBetween(at, now) <= BLOCKER_DAYS)
    .map(({ at, refs }) => ({ refs, days: time.daysBetween(at, now) }));
  const open = kept.filter(({ days }) => days <= PARKED_DAYS);
  const days = open.reduce((sum, one) => sum + one.days, 0);
  return {
    value: open.length === 0 ? 0 : days / open.length,
    details: { open_blockers: open.length, parked_blockers: kept.length - open.length },
    evidence_refs: latestRefs(open),
  };
};
