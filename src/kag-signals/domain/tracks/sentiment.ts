import type { EvidenceRef } from '../../../kag-events/index.js';
import { numberOf, speakerOf, textOf } from '../domain-event.js';
import { forgetOlder } from '../periods.js';
import type { Track } from './track.js';

/** Moods count for this long. */
export const MOOD_DAYS = 21;

/** The sender of messages that are older than this field: they count as one person's. */
const UNNAMED = '';

export interface Mood {
  at: number;
  person: string;
  /** -1 to 1. */
  score: number;
  refs: readonly EvidenceRef[];
}

/** The moods of the client's messages, in the order of their times. */
export interface Sentiment {
  moods: Mood[];
}

export const sentiment: Track<Sentiment> = {
  start: () => ({ moods: [] }),
  fold(memory, event) {
    const score = numberOf(event, 'sentiment_score');
    if (speakerOf(event) !== 'client' || score === null) return;
    memory.moods.push({ at: event.at, person: textOf(event, 'sender_id') ?? UNNAMED, score, refs: event.evidence });
    forgetOlder(memory.moods, event.at, MOOD_DAYS, ({ at }) => at);
  },
};
