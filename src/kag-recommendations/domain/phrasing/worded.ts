import { wordingOf, type Phrasing, type Wording } from './wording.js';

/** The words to show, and where they are a model's, which one's and what the rules say themselves. */
export type Worded = Wording & {
  phrasing: { model: string; phrased_at: string; original: Wording } | null;
};

export function worded(original: Wording, phrasing: Phrasing | null): Worded {
  if (!phrasing?.wording) return { ...wordingOf(original), phrasing: null };
  const { model, phrased_at, wording } = phrasing;
  return { ...wordingOf(wording), phrasing: { model, phrased_at, original: wordingOf(original) } };
}
