import type { Thresholds } from './forecast.js';
import { hazardsAt } from './hazard/drivers.js';
import { valuesOf } from './hazard/features/features.js';
import { LEAST_DAYS } from './hazard/forecast-hazards.js';
import type { HazardModel } from './hazard/hazard-model.js';
import { cumulative, logistic, logit } from './hazard/intervals.js';
import type { ProjectRun } from './hazard/project-run.js';
import { WAYS } from './models/models.js';
import { byRisk, RISK_TYPES, type RiskType } from './risks.js';

/** How many days an alarm lasts. A chance that rises above the threshold again within them is the same alarm. */
export const RESTS_DAYS = 7;
const MONTH_DAYS = 30;
/** An alarm says at least that the odds are twice the usual ones. */
export const LEAST_LIFT = Math.LN2;
const MAX_LIFT = 8;
/** What alarms come to in made worlds, and the months of projects without which a scope's own days decide nothing. */
export const SHIPPED_LIFT = 1.5;
export const FEW_MONTHS = 12;
const STEP = 0.05;
const PARTS = 10_000;

/**
 * The days of a project's risk on which it could be an alarm: their numbers, and by how much the odds of p14 are
 * lifted.
 */
interface Lifts {
  days: number[];
  lifts: number[];
}

/**
 * By risk the p14 from which on it is an alarm. All risks are lifted from what is usual of them by the same factor of
 * their odds: the smallest with which the projects that the model has learnt from would have been alarmed no more than
 * so often.
 */
export function* thresholdsOf(
  model: HazardModel,
  runs: readonly ProjectRun[],
  until: string,
  alarmsPerMonth: number,
): Generator<void, Thresholds> {
  const sorted = [...runs].sort((a, b) => (a.project_id < b.project_id ? -1 : 1));
  const all: Lifts[] = [];
  let projectDays = 0;
  for (const run of sorted) {
    const days = run.days.filter(({ day }) => day <= until).length;
    projectDays += Math.max(0, days - LEAST_DAYS);
    for (const risk of RISK_TYPES) all.push(liftsOf(model, risk, run, days));
    yield;
  }
  const months = projectDays / MONTH_DAYS;
  const most = alarmsPerMonth * months;
  const least = alarmsPerMonth === 0 ? MAX_LIFT : months < FEW_MONTHS ? SHIPPED_LIFT : LEAST_LIFT;
  // How often it alarms does not only fall as it rises: a long time above it may fall into two. So it comes down from
  // above.
  let lift = MAX_LIFT;
  while (lift - STEP >= least && countOf(all, lift - STEP) <= most) {
    lift -= STEP;
    yield;
  }
  return byRisk((risk) => roundedUp(logistic(usualOdds(model, risk) + lift)));
}

const roundedUp = (p: number): number => Math.ceil(p * PARTS) / PARTS;

const usualOdds = (model: HazardModel, risk: RiskType): number =>
  logit(cumulative(model.risks[risk].hazards.map(({ base }) => base))[1]);

function liftsOf(model: HazardModel, risk: RiskType, run: ProjectRun, count: number): Lifts {
  const own = model.risks[risk];
  const features = WAYS[model.model].features[risk];
  const usual = usualOdds(model, risk);
  const found: Lifts = { days: [], lifts: [] };
  for (let at = LEAST_DAYS - 1; at < count; at++) {
    const day = run.days[at]?.day ?? '';
    if (run.onsets[risk].some(({ began, ended }) => began <= day && (ended === null || day < ended))) continue;
    const values = valuesOf(features, { days: run.days, at, onsets: run.onsets[risk] });
    const lift = logit(cumulative(hazardsAt(own, values))[1]) - usual;
    if (lift < LEAST_LIFT) continue;
    found.days.push(at);
    found.lifts.push(lift);
  }
  return found;
}

/** How often projects would have been alarmed by this much. */
function countOf(all: readonly Lifts[], least: number): number {
  let count = 0;
  for (const { days, lifts } of all) {
    let last = -Infinity;
    lifts.forEach((lift, n) => {
      if (lift < least) return;
      const day = days[n] ?? 0;
      if (day - last > RESTS_DAYS) count++;
      last = day;
    });
  }
  return count;
}
