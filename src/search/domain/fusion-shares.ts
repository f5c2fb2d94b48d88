import { HASHING_MODEL, parseModelId } from './model-id.js';

/** What the lists of a hybrid answer count for, two together, and how much a text's missing words count against it. */
export interface FusionShares {
  vector: number;
  lexical: number;
  /** Power of the share of the query's words that a text has; 0: all texts of the list count alike. */
  doubt: number;
}

/**
 * Tuned on one part of some real conversations and shown on another (`npm run evaluate -- search`): equal shares pulled a
 * good list of meanings from 0.905 down to 0.872 (nDCG@10); these leave it at 0.905, and at 0.903 where it had 0.901.
 */
const BY_MEANING: FusionShares = { vector: 1.5, lexical: 0.5, doubt: 3 };
/** Hashed words are the weaker list: 0.751 beside 0.783 by words, and 0.786 together. */
const BY_HASHED_WORDS: FusionShares = { vector: 0.25, lexical: 1.75, doubt: 1 };

/** By how far the model that made the vectors may be trusted beside the words. */
export const sharesOf = (model: string | null): FusionShares =>
  model !== null && parseModelId(model)?.name === HASHING_MODEL ? BY_HASHED_WORDS : BY_MEANING;
