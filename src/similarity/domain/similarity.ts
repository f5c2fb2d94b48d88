/** What the similarity of two windows is made of; together 1. */
export const WEIGHTS = { numbers: 0.8, patterns: 0.1, context: 0.1 } as const;
/** The same of the likeness of two projects' circumstances. */
export const CONTEXT_WEIGHTS = { project_type: 0.5, deal_stage: 0.5 } as const;

/** How alike two windows' circumstances are, 0..1. An equal budget is named, but decides nothing. */
export const contextLikeness = (sameType: boolean, sameStage: boolean): number =>
  (sameType ? CONTEXT_WEIGHTS.project_type : 0) + (sameStage ? CONTEXT_WEIGHTS.deal_stage : 0);

/**
 * How much of what stands out in either of two windows stands out in both, 0..1; 1 where nothing does in either.
 * @param out how far each number stands out; the windows' numbers begin at `a` and at `b`
 */
export function alikeAt(out: Float64Array, a: number, b: number, size: number): number {
  let [both, either] = [0, 0];
  for (let i = 0; i < size; i++) {
    const [one, other] = [out[a + i] ?? 0, out[b + i] ?? 0];
    both += one < other ? one : other;
    either += one < other ? other : one;
  }
  return either === 0 ? 1 : both / either;
}

/**
 * The similarity of two signatures, 0..1. It never falls where `alike` grows, or where `shared` grows and `either` does
 * not, also in the last bit: from bounds of these comes a bound of it.
 * @param alike how much of what stands out does so in both
 * @param shared pairs that both have
 * @param either pairs that either has; two empty sets have nothing in common
 * @param likeness of their contexts
 */
export const similarityOf = (alike: number, shared: number, either: number, likeness: number): number =>
  WEIGHTS.numbers * alike + WEIGHTS.patterns * (either === 0 ? 0 : shared / either) + WEIGHTS.context * likeness;
