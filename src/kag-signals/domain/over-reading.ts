import { factsOf } from './facts.js';
import type { Reading } from './reading.js';
import { SCORE_TYPES, type Score, type Scores } from './score.js';
import { SIGNAL_KEYS, type Signal, type Signals } from './signal.js';
import { startState } from './state.js';

const SIGNAL: Signal = { known: false, value: null, status: 'unknown', details: {}, evidence_refs: [] };
const SCORE: Score = { known: false, value: null, band: null, coverage: 0, factors: [], evidence_refs: [] };

/** The reading of a project that was over by then: nothing is known of it any more, so that nothing follows from it. */
export const overReading = ({ project_id, as_of }: Reading, ended_on: string): Reading => ({
  project_id,
  as_of,
  ended_on,
  signals: Object.fromEntries(SIGNAL_KEYS.map((key) => [key, SIGNAL])) as unknown as Signals,
  facts: factsOf(startState(), as_of.getTime()),
  scores: Object.fromEntries(SCORE_TYPES.map((type) => [type, SCORE])) as unknown as Scores,
});
