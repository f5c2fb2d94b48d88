import type { HazardFeature } from '../hazard/features/feature.js';
import { type Hazard, rounded } from '../hazard/hazard-model.js';
import { learnHazards } from '../hazard/learn.js';
import { meansOf } from '../hazard/logistic-fit.js';
import { BASE_WINDOWS, type HazardPrior } from '../hazard/prior.js';
import type { TrainingRows } from '../hazard/training-rows.js';
import { byRisk } from '../risks.js';
import { NORMS } from './rules-norms.js';
import { RULES_PRIOR } from './rules-prior.js';
import type { Way } from './way.js';

/**
 * A score of today's measures: norms with fixed weights. What it is worth is learnt: one slope, of at least 0, leads
 * from the score to each interval's hazard, so that a higher score never says a smaller chance.
 */
export const rulesV2: Way = {
  name: 'rules-v2',
  features: byRisk((risk) => NORMS[risk].map(({ weight: _weight, ...feature }): HazardFeature => feature)),
  priors: RULES_PRIOR,
  *learn(risk, rows, priors) {
    const weights = NORMS[risk].map(({ weight }) => weight);
    const scores = rows.map((one) => scoreRows(one, weights));
    const { believed, hazards } = yield* learnHazards(
      scores,
      priors.map((prior) => scorePrior(prior, weights)),
    );
    const means = rows.map((own, k) => meansOf(own, priors[k]?.means ?? [], BASE_WINDOWS));
    return { believed, hazards: hazards.map((hazard, k) => spread(hazard, weights, means[k] ?? [])) };
  },
};

const dot = (weights: readonly number[], values: ArrayLike<number>, from = 0): number =>
  weights.reduce((sum, weight, j) => sum + weight * (values[from + j] ?? 0), 0);

/** Rows with the score in place of the norms. */
const scoreRows = (rows: TrainingRows, weights: readonly number[]): TrainingRows => ({
  ...rows,
  width: 1,
  x: Float64Array.from(rows.came, (_came, at) => dot(weights, rows.x, at * rows.width)),
});

const scorePrior = ({ base, means, slopes }: HazardPrior, weights: readonly number[]): HazardPrior => ({
  base,
  means: [dot(weights, means)],
  slopes: [(slopes[0] ?? 0) / (weights[0] ?? 1)],
});

/** The score's slope as slopes of the norms, with a reference whose score is that of the fit. */
function spread(
  { base, slopes, reference, covariance }: Hazard,
  weights: readonly number[],
  means: readonly number[],
): Hazard {
  const [slope = 0] = slopes;
  const [level = 0, both = 0, , own = 0] = covariance;
  const usual = dot(weights, means);
  const stretch = usual === 0 ? 0 : (reference[0] ?? 0) / usual;
  const row = [1, ...weights];
  return {
    base,
    slopes: weights.map((weight) => rounded(slope * weight)),
    reference: means.map((mean) => rounded(stretch * mean)),
    covariance: row.flatMap((one, i) =>
      row.map((other, j) => rounded((i === 0 ? (j === 0 ? level : both) : j === 0 ? both : own) * one * other)),
    ),
  };
}
