import { PRIOR } from '../../src/kag-forecast/domain/hazard/prior.js';
import type { RiskType } from './types.js';

/**
 * Chances by the plainest reading of the model where nothing was learnt, apart from the server's own code: the odds of
 * each interval are those that are shipped, moved by each feature's distance from its mean; what is not known moves
 * nothing.
 * @param features in the order of the model; null: not known
 */
export function chancesByHand(risk: RiskType, features: readonly (number | null)[]): [number, number, number] {
  const [first = 0, second = 0, third = 0] = PRIOR[risk].map(({ base, means, slopes }) => {
    let odds = Math.log(base / (1 - base));
    features.forEach((value, j) => {
      if (value !== null) odds += (slopes[j] ?? 0) * (value - (means[j] ?? 0));
    });
    return 1 / (1 + Math.exp(-odds));
  });
  return [first, 1 - (1 - first) * (1 - second), 1 - (1 - first) * (1 - second) * (1 - third)];
}
