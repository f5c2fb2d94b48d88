import type { EvidenceRef } from '../../../kag-events/index.js';
import { SIGNAL_REFS } from '../evidence.js';
import { forgetOlder } from '../periods.js';
import type { Track } from './track.js';

/** Two weeks are compared. */
export const ACTIVITY_DAYS = 14;

export interface Activity {
  /** Times of whatever client and team did. */
  events: number[];
  /** What the latest of them rest on, newest first, each row once. */
  latest: { at: number; ref: EvidenceRef }[];
}

export const activity: Track<Activity> = {
  start: () => ({ events: [], latest: [] }),
  fold(memory, event) {
    memory.events.push(event.at);
    forgetOlder(memory.events, event.at, ACTIVITY_DAYS, (at) => at);
    if (event.evidence.length === 0) return;
    const told = event.evidence.map((ref) => ({ at: event.at, ref }));
    const isTold = ({ ref }: { ref: EvidenceRef }) =>
      event.evidence.some((one) => one.source_table === ref.source_table && one.source_pk === ref.source_pk);
    memory.latest = [...told, ...memory.latest.filter((one) => !isTold(one))].slice(0, SIGNAL_REFS);
  },
};
