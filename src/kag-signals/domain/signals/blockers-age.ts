import { latestRefs } from '../evidence.js';
import { daysBetween } from '../periods.js';
import { BLOCKER_DAYS } from '../tracks/blockers.js';
import { inTimeOrder } from '../tracks/track.js';
import type { ReadSignal } from './read.js';

/** Mean days for which the open blockers have been open; 0 without any. */
export const blockersAge: ReadSignal = ({ blockers }, now) => {
  const open = inTimeOrder(blockers).filter(({ at }) => daysBetween(at, now) <= BLOCKER_DAYS);
  const days = open.reduce((sum, { at }) => sum + daysBetween(at, now), 0);
  return {
    value: open.length === 0 ? 0 : days / open.length,
    details: { open_blockers: open.length },
    evidence_refs: latestRefs(open),
  };
};
