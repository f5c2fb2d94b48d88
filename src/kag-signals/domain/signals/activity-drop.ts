import { clamp01 } from '../clamp.js';
import { within } from '../periods.js';
import type { ReadSignal } from './read.js';

const WEEK = 7;

/** By which share the last 7 days saw less than the 7 before: 0 for as much or more, 1 for nothing. */
export const activityDrop: ReadSignal = ({ activity: { events, refs } }, now) => {
  const last = events.filter((at) => within(at, now, WEEK)).length;
  const before = events.filter((at) => within(at, now, 2 * WEEK)).length - last;
  return {
    value: before > 0 ? clamp01((before - last) / before) : 0,
    details: { events_last_7d: last, events_7d_before: before },
    evidence_refs: refs,
  };
};
