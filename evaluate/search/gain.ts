/**
 * nDCG@10 of a list of answers, right or wrong: what its first ten are worth, an answer further down less, beside the best
 * list that there could be of `right` right ones.
 */
export function gainOf(answers: readonly boolean[], right: number): number {
  const worth = (at: number) => 1 / Math.log2(at + 2);
  const sum = (places: readonly number[]) => places.reduce((total, at) => total + worth(at), 0);
  const best = sum(Array.from({ length: Math.min(10, right) }, (_, at) => at));
  return best === 0 ? 0 : sum(answers.slice(0, 10).flatMap((is, at) => (is ? [at] : []))) / best;
}

export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
