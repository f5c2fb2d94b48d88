/** What a list of answers is worth, each figure from 0 to 1. Järvelin and Kekäläinen (2002) for nDCG. */
export interface Worth {
  /** nDCG@10: an answer further down counts less, beside the best list that there could be. */
  readonly ndcg: number;
  /** Recall@10: the right ones among the first ten, of those that could be there. */
  readonly recall: number;
  /** The reciprocal rank of the first right answer among the first ten; 0 where there is none. Its mean is the MRR. */
  readonly reciprocalRank: number;
}

const DEPTH = 10;

/** @param right how many right answers there are in all */
export function worthOf(answers: readonly boolean[], right: number): Worth {
  const shown = answers.slice(0, DEPTH);
  const reachable = Math.min(DEPTH, right);
  if (reachable === 0) return { ndcg: 0, recall: 0, reciprocalRank: 0 };
  const gain = (at: number) => 1 / Math.log2(at + 2);
  const places = shown.flatMap((is, at) => (is ? [at] : []));
  const sum = (of: readonly number[]) => of.reduce((total, at) => total + gain(at), 0);
  const [first] = places;
  return {
    ndcg: sum(places) / sum(Array.from({ length: reachable }, (_, at) => at)),
    recall: Math.min(1, places.length / reachable),
    reciprocalRank: first === undefined ? 0 : 1 / (first + 1),
  };
}

/** The means of all figures over several lists. */
export function meanWorth(worths: readonly Worth[]): Worth {
  const mean = (of: (worth: Worth) => number) =>
    worths.reduce((sum, worth) => sum + of(worth), 0) / Math.max(1, worths.length);
  return {
    ndcg: mean(({ ndcg }) => ndcg),
    recall: mean(({ recall }) => recall),
    reciprocalRank: mean(({ reciprocalRank }) => reciprocalRank),
  };
}
