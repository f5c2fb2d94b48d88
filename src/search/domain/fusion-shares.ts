import { HASHING_MODEL, parseModelId } from './model-id.js';

/** What the lists of a hybrid answer count for, two together, and how much a text's missing words count against it. */
export interface FusionShares {
  vector: number;
  lexical: number;
  /** Power of the share of the query's words that a text has; 0: all texts of the list count alike. */
  doubt: number;
}

/**
 * On two halves of some real conversations (`npm run evaluate -- search`) the list of meanings has 0.926 and 0.916
 * (nDCG@10), the words 0.821 and 0.812, and both together 0.926 and 0.917; on others, that took no part in any choice,
 * 0.916 and 0.900, 0.819 and 0.806, and together 0.920 and 0.904. Equal shares pulled the list of meanings from 0.905
 * to 0.872, before other messages of a conversation counted.
 */
const BY_MEANING: FusionShares = { vector: 1.5, lexical: 0.5, doubt: 3 };
/** Hashed words are the weaker list: 0.785 and 0.772, and with the words 0.819 and 0.822. */
const BY_HASHED_WORDS: FusionShares = { vector: 0.25, lexical: 1.75, doubt: 1 };

/** By how far the model that made the vectors may be trusted beside the words. */
export const sharesOf = (model: string | null): FusionShares =>
  model !== null && parseModelId(model)?.name === HASHING_MODEL ? BY_HASHED_WORDS : BY_MEANING;
