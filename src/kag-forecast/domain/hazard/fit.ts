import { RISK_TYPES, type RiskType } from '../risks.js';
import { beliefOf, type Tried } from './belief.js';
import { FEATURES } from './features/features.js';
import {
  type Basis,
  type Hazard,
  HAZARD_MODEL,
  type HazardModel,
  hashed,
  type RiskModel,
  rounded,
} from './hazard-model.js';
import { INTERVALS, logit } from './intervals.js';
import { fitLogistic } from './logistic-fit.js';
import { BASE_WINDOWS, type HazardPrior, PRIOR, SLOPE_PRECISION } from './prior.js';
import type { ProjectRun } from './project-run.js';
import { type TrainingRows, trainingRows } from './training-rows.js';
import { tryOut } from './try-out.js';

export type Priors = Readonly<Record<RiskType, readonly HazardPrior[]>>;

/** Onsets from which on they count for more than what is shipped. */
const OWN_ONSETS = 30;
const OPTIONS = { baseWeight: BASE_WINDOWS, slopePrecision: SLOPE_PRECISION };

/** What a model is learnt from: the runs of an account scope, and the last day of them that counts. */
export interface Lesson {
  runs: readonly ProjectRun[];
  until: string;
  priors?: Priors;
}

/** Learns a model, without a pause. */
export function fitHazards(lesson: Lesson): HazardModel {
  const steps = fitSteps(lesson);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same in steps of some milliseconds, so that other work gets its turn in between. */
export function* fitSteps({ runs, until, priors = PRIOR }: Lesson): Generator<void, HazardModel> {
  // Sums of doubles depend on their order: the same projects in another order are to give the same bytes.
  const sorted = [...runs].sort((a, b) => (a.project_id < b.project_id ? -1 : 1));
  const risks: [RiskType, RiskModel][] = [];
  for (const risk of RISK_TYPES) risks.push([risk, yield* fitRisk(risk, sorted, until, priors[risk])]);
  return hashed({
    model: HAZARD_MODEL,
    trained_until: until,
    projects: runs.length,
    risks: Object.fromEntries(risks) as Record<RiskType, RiskModel>,
  });
}

function* fitRisk(
  risk: RiskType,
  runs: readonly ProjectRun[],
  until: string,
  priors: readonly HazardPrior[],
): Generator<void, RiskModel> {
  const all = yield* trainingRows(risk, runs, until);
  const tried: Tried = { base: [], score: [], came: [], weight: [] };
  for (const [k, rows] of all.entries()) {
    const prior = priors[k];
    if (prior && rows.came.length > 0) yield* tryOut(rows, k, prior, OPTIONS, tried);
  }
  const believed = rounded(yield* beliefOf(tried));
  const hazards: Hazard[] = [];
  for (const k of INTERVALS.keys()) {
    const [rows, prior] = [all[k], priors[k]];
    if (rows && prior) hazards.push(yield* fitHazard(rows, prior, believed));
  }
  const onsets = Math.max(...all.map((rows) => rows.onsets));
  return { features: FEATURES[risk].map(({ key }) => key), basis: basisOf(onsets), onsets, believed, hazards };
}

const basisOf = (onsets: number): Basis => (onsets === 0 ? 'prior' : onsets < OWN_ONSETS ? 'blended' : 'own');

/** Slopes as far as they are believed, and the level that then fits. */
function* fitHazard(rows: TrainingRows, prior: HazardPrior, believed: number): Generator<void, Hazard> {
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
