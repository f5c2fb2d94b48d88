import type { Score } from '../score.js';
import type { Bands } from './bands.js';
import { build, type ScorePart, weightOf } from './build.js';

/** The mean of the parts that are known, by their weights. */
export const weightedMean = (parts: readonly ScorePart[], bands: Bands): Score =>
  build(
    0,
    parts,
    (known) => {
      const all = weightOf(known);
      return known.map((one) => ({ ...one, weight: one.weight / all }));
    },
    bands,
  );
