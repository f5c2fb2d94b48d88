import type { EvidenceRef } from '../../../kag-events/index.js';
import { SIGNAL_REFS } from '../evidence.js';
import { forgetOlder } from '../periods.js';
import { LEVEL_DAYS } from '../scope-activity.js';
import type { Track } from './track.js';

export interface Activity {
  /** When the first thing happened. */
  began_at: number | null;
  /** Times of what client and team did in the weeks that are compared. */
  events: number[];
  /** What the latest of them rest on, newest first, each row once. */
  latest: { at: number; ref: EvidenceRef }[];
}

export const activity: Track<Activity> = {
  start: () => ({ began_at: null, events: [], latest: [] }),
  fold(memory, event) {
    memory.began_at ??= event.at;
    memory.events.push(event.at);
    forgetOlder(memory.events, event.at, LEVEL_DAYS, (at) => at);
    if (event.evidence.length === 0) return;
    const added = event.evidence.map((ref) => ({ at: event.at, ref }));
    const isAdded = ({ ref }: { ref: EvidenceRef }) =>
      event.evidence.some((one) => one.source_table === ref.source_table && one.source_pk === ref.source_pk);
    memory.latest = [...added, ...memory.latest.filter((one) => !isAdded(one))].slice(0, SIGNAL_REFS);
  },
};
