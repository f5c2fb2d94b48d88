import type { Basis } from '../forecast.js';
import { hazardV1 } from '../models/hazard-v1.js';
import type { Priors, Way } from '../models/way.js';
import { byRisk, RISK_TYPES, type RiskType } from '../risks.js';
import { type HazardModel, hashed, type RiskModel } from './hazard-model.js';
import type { ProjectRun } from './project-run.js';
import { trainingRows } from './training-rows.js';

/** Onsets from which on they count for more than what is shipped. */
export const OWN_ONSETS = 30;

/** What a model is learnt from: the runs of an account scope, and the last day of them that counts. */
export interface Lesson {
  runs: readonly ProjectRun[];
  until: string;
  priors?: Priors;
}

/** Learns a model, without a pause. */
export function fitHazards(lesson: Lesson, way: Way = hazardV1): HazardModel {
  const steps = fitSteps(lesson, way);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same in steps of some milliseconds, so that other work gets its turn in between. */
export function* fitSteps({ runs, until, priors }: Lesson, way: Way = hazardV1): Generator<void, HazardModel> {
  // Sums of doubles depend on their order: the same projects in another order are to give the same bytes.
  const sorted = [...runs].sort((a, b) => (a.project_id < b.project_id ? -1 : 1));
  const learnt = new Map<RiskType, RiskModel>();
  for (const risk of RISK_TYPES) {
    const rows = yield* trainingRows(risk, sorted, until, way.features[risk]);
    const onsets = Math.max(...rows.map((one) => one.onsets));
    learnt.set(risk, {
      features: way.features[risk].map(({ key }) => key),
      basis: basisOf(onsets),
      onsets,
      ...(yield* way.learn(risk, rows, (priors ?? way.priors)[risk])),
    });
  }
  return hashed({
    model: way.name,
    trained_until: until,
    projects: runs.length,
    risks: byRisk((risk) => learnt.get(risk) as RiskModel),
  });
}

const basisOf = (onsets: number): Basis => (onsets === 0 ? 'prior' : onsets < OWN_ONSETS ? 'blended' : 'own');
