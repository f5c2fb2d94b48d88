/** What may be said in other words: the rest of a recommendation is the rules' alone. */
export const WORDED = ['title', 'rationale', 'why_now', 'suggested_template'] as const;

export type Wording = Readonly<Record<(typeof WORDED)[number], string>>;

/** How a model words a recommendation. It holds for the words that it was made of, and for no others. */
export interface Phrasing {
  /** Hash of these words: figures and language go into them. */
  told_hash: string;
  /** Hash of all that the model was sent. */
  input_hash: string;
  model: string;
  /** ISO 8601. */
  phrased_at: string;
  /** null: what the model answered was of no use, and the same question is not asked again. */
  wording: Wording | null;
}

export const wordingOf = ({ title, rationale, why_now, suggested_template }: Wording): Wording => ({
  title,
  rationale,
  why_now,
  suggested_template,
});
