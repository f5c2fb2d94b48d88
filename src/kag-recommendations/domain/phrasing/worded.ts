import { stableHash } from '../../../common/stable-hash.js';
import { wordingOf, type Phrasing, type Wording } from './wording.js';

/** The words to show, and where they are a model's, which one's and what the rules say themselves. */
export type Worded = Wording & {
  phrasing: { model: string; phrased_at: string; original: Wording } | null;
};

/** Names the rules' words that a phrasing is of. */
export const originalHash = (original: Wording): string => stableHash(wordingOf(original));

export function worded(original: Wording, phrasing: Phrasing | null): Worded {
  // The rules may say something else by now, or the same in another language.
  if (!phrasing?.wording || phrasing.told_hash !== originalHash(original))
    return { ...wordingOf(original), phrasing: null };
  const { model, phrased_at, wording } = phrasing;
  return { ...wordingOf(wording), phrasing: { model, phrased_at, original: wordingOf(original) } };
}
