import type { Band, Score } from '../score.js';
import { build, type Part, weightOf } from './build.js';

/** The mean of the parts that are known, by their weights. */
export const weightedMean = (parts: readonly Part[], bandOf: (value: number) => Band): Score =>
  build(
    0,
    parts,
    (known) => {
      const all = weightOf(known);
      return known.map((one) => ({ ...one, weight: one.weight / all }));
    },
    bandOf,
  );
