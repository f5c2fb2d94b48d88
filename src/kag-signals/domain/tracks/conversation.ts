import type { EvidenceRef } from '../../../kag-events/index.js';
import { speakerOf } from '../domain-event.js';
import { firstRefs, SIGNAL_REFS } from '../evidence.js';
import type { Track } from './track.js';

export interface Conversation {
  /** The last message of all, by whom and when. */
  last: { by: 'client' | 'team'; at: number } | null;
  /** The client's last message and the team's since, newest first. */
  refs: EvidenceRef[];
}

/** Who spoke last. */
export const conversation: Track<Conversation> = {
  start: () => ({ last: null, refs: [] }),
  fold(memory, event) {
    const by = speakerOf(event);
    if (by === null) return;
    memory.last = { by, at: event.at };
    memory.refs = firstRefs([event.evidence, by === 'client' ? [] : memory.refs], SIGNAL_REFS);
  },
};
