import type { AnswerOf } from '../../client/published.js';
import type { Format } from '../../shared/format.js';
import type { Texts } from '../texts/index.js';
import type { Tone } from './tone.js';

export interface BacklogView {
  headline: string;
  /** Whether somebody should start the job. */
  waiting: boolean;
  parts: { state: string; tone: Tone; count: string; share: number }[];
}

type Counts = AnswerOf<'getProjectStatus'>['rag_counts'];

const STATES = [
  ['ready', 'good'],
  ['processing', 'open'],
  ['pending', 'warning'],
  ['failed', 'bad'],
] as const;

/** How many chunks wait to be embedded; null where there are no texts at all. */
export function backlogView(counts: Counts, texts: Texts, format: Format): BacklogView | null {
  const total = STATES.reduce((sum, [state]) => sum + counts[state], 0);
  if (total === 0) return null;
  return {
    headline: texts.embeddings.about(format.number(counts.ready), format.number(total)),
    waiting: counts.pending + counts.failed > 0,
    parts: STATES.map(([state, tone]) => ({
      state: texts.embeddings.states[state],
      tone,
      count: format.number(counts[state]),
      share: counts[state] / total,
    })),
  };
}
