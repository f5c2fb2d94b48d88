import { beliefOf, type TriedDays } from './belief.js';
import { type Hazard, rounded } from './hazard-model.js';
import { INTERVALS, logit } from './intervals.js';
import { fitLogistic } from './logistic-fit.js';
import { BASE_WINDOWS, type HazardPrior, SLOPE_PRECISION } from './prior.js';
import type { TrainingRows } from './training-rows.js';
import { tryOut } from './try-out.js';

const OPTIONS = { baseWeight: BASE_WINDOWS, slopePrecision: SLOPE_PRECISION };

export interface Learnt {
  /** How far its slopes are believed, by how they did on days after those that they were learnt from: 1 is fully. */
  believed: number;
  /** Of each interval. */
  hazards: Hazard[];
}

/** What rows teach of each interval: slopes as far as they are believed, and a level that fits them. */
export function* learnHazards(all: readonly TrainingRows[], priors: readonly HazardPrior[]): Generator<void, Learnt> {
  const tried: TriedDays = { base: [], score: [], came: [], weight: [] };
  for (const [k, rows] of all.entries()) {
    const prior = priors[k];
    if (prior && rows.width > 0 && rows.came.length > 0) yield* tryOut(rows, k, prior, OPTIONS, tried);
  }
  const believed = rounded(yield* beliefOf(tried));
  const hazards: Hazard[] = [];
  for (const k of INTERVALS.keys()) {
    const [rows, prior] = [all[k], priors[k]];
    if (rows && prior) hazards.push(yield* learnHazard(rows, prior, believed));
  }
  return { believed, hazards };
}

/** Slopes as far as they are believed, and the level that then fits. */
function* learnHazard(rows: TrainingRows, prior: HazardPrior, believed: number): Generator<void, Hazard> {
  const { slopes, covariance } = yield* fitLogistic(rows, prior, OPTIONS);
  const kept = slopes.map((slope) => rounded(believed * slope));
  const level = yield* fitLogistic(rows, { ...prior, slopes: kept }, { ...OPTIONS, levelOnly: true });
  const base = rounded(level.base);
  const scale = (at: number) => (at === 0 ? 1 : believed);
  return {
    base,
    slopes: kept,
    reference: referenceOf(level, kept, base).map(rounded),
    covariance: covariance.flatMap((row, i) => row.map((value, j) => rounded(scale(i) * scale(j) * value))),
  };
}

/** The means, moved so far that the hazard there is the base: the chance at the mean is not the mean chance. */
function referenceOf(
  { intercept, means }: { intercept: number; means: readonly number[] },
  slopes: readonly number[],
  base: number,
): number[] {
  const atMeans = slopes.reduce((sum, slope, j) => sum + slope * (means[j] ?? 0), 0);
  const stretch = atMeans < 1e-6 ? 1 : (logit(base) - intercept) / atMeans;
  return means.map((mean) => stretch * mean);
}
