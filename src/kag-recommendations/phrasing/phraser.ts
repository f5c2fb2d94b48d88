import type { OpenaiFailure, Rejection } from '../../openai/index.js';
import type { Question } from '../domain/phrasing/question.js';
import type { Wording } from '../domain/phrasing/wording.js';

/** Other words for a recommendation; not yet checked by anybody. Or why there are none. */
export type PhraseOutcome = { wording: Wording } | Rejection | OpenaiFailure;

/** Words recommendations anew. Never throws for what a provider does: the outcome says it. */
export interface Phraser {
  readonly model: string;
  /** Gives up when `signal` aborts. */
  phrase(question: Question, signal: AbortSignal): Promise<PhraseOutcome>;
}
