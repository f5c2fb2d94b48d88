import { logistic, logit } from './intervals.js';
import { inverse, solveAtLeast } from './small-matrix.js';
import type { HazardPrior } from './prior.js';
import type { TrainingRows } from './training-rows.js';

export interface LogisticFit {
  intercept: number;
  slopes: number[];
  /** Of intercept and slopes. */
  covariance: number[][];
  /** Beta-binomial: how often it came, drawn towards the prior. */
  base: number;
  /** Of the features, drawn towards the prior's. */
  means: number[];
}

export interface FitOptions {
  /** As how many rows of weight 1 the prior's base rate counts. */
  baseWeight: number;
  slopePrecision: number;
  /** The slopes stay as the prior has them: only the level is fitted. */
  levelOnly?: boolean;
}

const MAX_STEPS = 30;
const SETTLED = 1e-8;
/** Rows that are gone through without a pause. */
const SLICE = 4096;

interface Pass {
  loss: number;
  gradient: Float64Array;
  hessian: Float64Array;
}

/**
 * A logistic regression with slopes of at least 0, each drawn towards the prior's (ridge), and a level that is drawn
 * towards the prior's base rate: the base rate counts as rows at the features' means. Newton's steps; it pauses by
 * yielding.
 */
export function* fitLogistic(
  rows: TrainingRows,
  prior: HazardPrior,
  options: FitOptions,
): Generator<void, LogisticFit> {
  const { width } = rows;
  const means = meansOf(rows, prior.means, options.baseWeight);
  const base = baseOf(rows, prior, options.baseWeight);
  const theta = Float64Array.from([0, ...prior.slopes]);
  theta[0] = logit(base) - prior.slopes.reduce((sum, slope, j) => sum + slope * (means[j] ?? 0), 0);
  let best: Pass = yield* pass(rows, means, theta, prior, options);
  for (let step = 0; step < MAX_STEPS; step++) {
    const move = options.levelOnly ? levelMove(best, width + 1) : movesOf(best, theta);
    const before = Float64Array.from(theta);
    let next = best;
    for (let size = 1; size > 1e-4; size /= 2) {
      for (let j = 0; j <= width; j++) theta[j] = (before[j] ?? 0) + size * (move[j] ?? 0);
      next = yield* pass(rows, means, theta, prior, options);
      if (next.loss <= best.loss + 1e-12) break;
      theta.set(before);
    }
    const gained = best.loss - next.loss;
    best = next.loss <= best.loss ? next : best;
    if (gained < SETTLED * (1 + Math.abs(best.loss))) break;
  }
  const slopes = Array.from(theta.subarray(1), (slope) => Math.max(0, slope));
  return { intercept: theta[0] ?? 0, slopes, covariance: inverse(best.hessian, width + 1), base, means };
}

/** Newton's step, with no slope below 0. */
const movesOf = ({ hessian, gradient }: Pass, theta: Float64Array): Float64Array =>
  solveAtLeast(
    hessian,
    gradient,
    theta.map((value, j) => (j === 0 ? -Infinity : -value)),
  );

/** Newton's step of the level alone. */
function levelMove({ hessian, gradient }: Pass, size: number): Float64Array {
  const move = new Float64Array(size);
  move[0] = (gradient[0] ?? 0) / (hessian[0] ?? 1);
  return move;
}

/** Loss, its downward gradient and its curvature at `theta`; a feature that is not known counts as its mean. */
function* pass(
  rows: TrainingRows,
  means: readonly number[],
  theta: Float64Array,
  prior: HazardPrior,
  { baseWeight, slopePrecision }: FitOptions,
): Generator<void, Pass> {
  const size = rows.width + 1;
  const sums: Pass = { loss: 0, gradient: new Float64Array(size), hessian: new Float64Array(size * size) };
  const row = new Float64Array(size);
  row[0] = 1;
  for (let at = 0; at < rows.came.length; at++) {
    const weight = rows.weight[at] ?? 0;
    if (at % SLICE === SLICE - 1) yield;
    if (weight === 0) continue;
    for (let j = 1; j < size; j++) {
      const value = rows.x[at * rows.width + j - 1] ?? NaN;
      row[j] = Number.isNaN(value) ? (means[j - 1] ?? 0) : value;
    }
    add(sums, row, theta, weight, rows.came[at] ?? 0);
  }
  row.set(means, 1);
  add(sums, row, theta, baseWeight, prior.base);
  for (let j = 1; j < size; j++) {
    const off = (theta[j] ?? 0) - (prior.slopes[j - 1] ?? 0);
    sums.loss += (slopePrecision / 2) * off * off;
    sums.gradient[j] = (sums.gradient[j] ?? 0) - slopePrecision * off;
    sums.hessian[j * size + j] = (sums.hessian[j * size + j] ?? 0) + slopePrecision;
  }
  return sums;
}

function add(sums: Pass, row: Float64Array, theta: Float64Array, weight: number, came: number): void {
  const size = row.length;
  let odds = 0;
  for (let j = 0; j < size; j++) odds += (theta[j] ?? 0) * (row[j] ?? 0);
  const p = logistic(odds);
  // log(1 + e^odds) - came * odds, without running over.
  sums.loss += weight * (Math.max(0, odds) + Math.log1p(Math.exp(-Math.abs(odds))) - came * odds);
  const pull = weight * (came - p);
  const bend = weight * p * (1 - p);
  for (let j = 0; j < size; j++) {
    const value = row[j] ?? 0;
    if (value === 0) continue;
    sums.gradient[j] = (sums.gradient[j] ?? 0) + pull * value;
    for (let l = 0; l <= j; l++) {
      const more = bend * value * (row[l] ?? 0);
      sums.hessian[j * size + l] = (sums.hessian[j * size + l] ?? 0) + more;
      if (l < j) sums.hessian[l * size + j] = (sums.hessian[l * size + j] ?? 0) + more;
    }
  }
}

function baseOf({ came, weight }: TrainingRows, prior: HazardPrior, baseWeight: number): number {
  let sum = baseWeight * prior.base;
  let all = baseWeight;
  for (let at = 0; at < came.length; at++) {
    sum += (weight[at] ?? 0) * (came[at] ?? 0);
    all += weight[at] ?? 0;
  }
  return sum / all;
}

/** The weighted means of the features where they are known, drawn towards the prior's. */
export function meansOf({ x, weight, width }: TrainingRows, prior: readonly number[], baseWeight: number): number[] {
  return prior.map((mean, j) => {
    let sum = baseWeight * mean;
    let all = baseWeight;
    for (let at = 0; at < weight.length; at++) {
      const value = x[at * width + j] ?? NaN;
      if (Number.isNaN(value)) continue;
      sum += (weight[at] ?? 0) * value;
      all += weight[at] ?? 0;
    }
    return sum / all;
  });
}
