import { clamp01 } from '../../../common/clamp.js';
import { firstRefs, SIGNAL_REFS } from '../evidence.js';
import { within } from '../periods.js';
import { ACTIVITY_DAYS } from '../tracks/activity.js';
import type { ReadSignal } from './read.js';

/** Days of each of the two spans that are compared. */
export const WEEK = 7;

/** By which share the last 7 days saw less than the 7 before: 0 for as much or more, 1 for nothing. */
export const activityDrop: ReadSignal = ({ activity: { events, latest } }, now) => {
  const last = events.filter((at) => within(at, now, WEEK)).length;
  const before = events.filter((at) => within(at, now, 2 * WEEK)).length - last;
  return {
    value: before > 0 ? clamp01((before - last) / before) : 0,
    details: { events_last_7d: last, events_7d_before: before },
    evidence_refs: firstRefs(
      [latest.filter(({ at }) => within(at, now, ACTIVITY_DAYS)).map(({ ref }) => ref)],
      SIGNAL_REFS,
    ),
  };
};
