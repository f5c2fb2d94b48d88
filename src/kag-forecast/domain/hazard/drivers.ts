import type { Hazard, RiskModel } from './hazard-model.js';
import { cumulative, logistic, logit } from './intervals.js';

/** What a feature adds to what is usual, in percentage points; below 0 it takes away. */
export interface HazardDriver {
  feature: string;
  /** 0 to 1; null: it is not known, and adds nothing. */
  value: number | null;
  p7: number;
  p14: number;
  p30: number;
}

/** Steps of the way from the usual to the day, along which each feature's share is counted (midpoints). */
const STEPS = 16;

/** The odds of an interval at a share of the way from the reference to these features. */
const oddsAt = (hazard: Hazard, features: readonly number[], part: number): number =>
  logit(hazard.base) + part * hazard.slopes.reduce((sum, _slope, j) => sum + pushOf(hazard, features, j), 0);

/** What a feature adds to the odds. */
export function pushOf({ slopes, reference }: Hazard, features: readonly number[], j: number): number {
  const value = features[j] ?? NaN;
  return Number.isNaN(value) ? 0 : (slopes[j] ?? 0) * (value - (reference[j] ?? 0));
}

export const hazardsAt = (model: RiskModel, features: readonly number[], part = 1): number[] =>
  model.hazards.map((hazard) => logistic(oddsAt(hazard, features, part)));

/**
 * Each feature's part in the difference between the chances and the usual ones (Aumann and Shapley): all features go
 * the same share of the way together, and each is credited with what its own moving changes. They add up to the
 * difference.
 */
export function driversOf(model: RiskModel, features: readonly number[]): HazardDriver[] {
  const sums = model.features.map(() => [0, 0, 0]);
  for (let step = 0; step < STEPS; step++) {
    const hazards = hazardsAt(model, features, (step + 0.5) / STEPS);
    model.features.forEach((_feature, j) => {
      let none = 1;
      // By how much the logarithm of having none so far falls as this feature moves.
      let falls = 0;
      hazards.forEach((hazard, k) => {
        const own = model.hazards[k];
        if (!own) return;
        none *= 1 - hazard;
        falls += hazard * pushOf(own, features, j);
        const row = sums[j];
        if (row) row[k] = (row[k] ?? 0) + (none * falls) / STEPS;
      });
    });
  }
  const gap = gapsOf(model, features);
  const total = [0, 1, 2].map((k) => sums.reduce((sum, row) => sum + (row[k] ?? 0), 0));
  // What is left by counting in steps is shared out by size.
  const exact = (row: readonly number[], k: number) => {
    const size = sums.reduce((sum, one) => sum + Math.abs(one[k] ?? 0), 0);
    const rest = (gap[k] ?? 0) - (total[k] ?? 0);
    return 100 * ((row[k] ?? 0) + (size === 0 ? 0 : (rest * Math.abs(row[k] ?? 0)) / size));
  };
  return model.features.map((feature, j) => {
    const row = sums[j] ?? [];
    const value = features[j] ?? NaN;
    return {
      feature,
      value: Number.isNaN(value) ? null : value,
      p7: exact(row, 0),
      p14: exact(row, 1),
      p30: exact(row, 2),
    };
  });
}

function gapsOf(model: RiskModel, features: readonly number[]): number[] {
  const usual = cumulative(model.hazards.map(({ base }) => base));
  return cumulative(hazardsAt(model, features)).map((p, k) => p - (usual[k] ?? 0));
}
