import type { EvidenceRef } from '../../../kag-events/index.js';
import { firstRefs, SIGNAL_REFS } from '../evidence.js';
import { forgetOlder } from '../periods.js';
import type { Track } from './track.js';

/** Two weeks are compared (spec 8). */
const ACTIVITY_DAYS = 14;

export interface Activity {
  /** Times of whatever client and team did. */
  events: number[];
  /** Newest first. */
  refs: EvidenceRef[];
}

export const activity: Track<Activity> = {
  start: () => ({ events: [], refs: [] }),
  fold(memory, event) {
    memory.events.push(event.at);
    forgetOlder(memory.events, event.at, ACTIVITY_DAYS, (at) => at);
    memory.refs = firstRefs([event.evidence, memory.refs], SIGNAL_REFS);
  },
};
