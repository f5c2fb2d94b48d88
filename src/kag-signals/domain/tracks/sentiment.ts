import type { EvidenceRef } from '../../../kag-events/index.js';
import { numberOf, speakerOf } from '../domain-event.js';
import { firstRefs, SIGNAL_REFS } from '../evidence.js';
import type { Track } from './track.js';

/** Weight of the latest message. */
export const ALPHA = 0.35;

export interface Sentiment {
  /** Exponentially weighted mean over the client's messages; null before the first. */
  ewma: number | null;
  /** The same before the last message. */
  before: number | null;
  /** The client's messages, newest first. */
  refs: EvidenceRef[];
}

export const sentiment: Track<Sentiment> = {
  start: () => ({ ewma: null, before: null, refs: [] }),
  fold(memory, event) {
    const score = numberOf(event, 'sentiment_score');
    if (speakerOf(event) !== 'client' || score === null) return;
    memory.before = memory.ewma;
    memory.ewma = memory.ewma === null ? score : ALPHA * score + (1 - ALPHA) * memory.ewma;
    memory.refs = firstRefs([event.evidence, memory.refs], SIGNAL_REFS);
  },
};
