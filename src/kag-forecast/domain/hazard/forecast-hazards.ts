import type { RiskType } from '../risks.js';
import { driversOf, type HazardDriver, hazardsAt } from './drivers.js';
import { featuresOf } from './features/features.js';
import type { Basis, Hazard, HazardModel, RiskModel } from './hazard-model.js';
import { cumulative, logistic, logit } from './intervals.js';
import type { ProjectRun } from './project-run.js';

export const HAZARD_STATUSES = ['ok', 'already', 'not_enough_history'] as const;
export type HazardStatus = (typeof HAZARD_STATUSES)[number];

/** Chances within 7, 14 and 30 days. */
export type Chances = readonly [p7: number, p14: number, p30: number];

/** How likely a risk comes about; while it is there, or too little is known, there are no chances. */
export interface HazardForecast {
  risk_type: RiskType;
  status: HazardStatus;
  /** Since when it is there. */
  since: string | null;
  chances: Chances | null;
  /** Between these the chances lie in 8 of 10 cases, as far as coefficients are unsure. */
  interval: { low: Chances; high: Chances } | null;
  /** What is usual in the account scope. */
  base_rate: Chances;
  basis: Basis;
  onsets_seen: number;
  /** Those that add most first. */
  drivers: HazardDriver[];
}

/** Days of a project without which nothing is said of it. */
export const LEAST_DAYS = 14;
/** Deviations of a normal distribution between which 8 of 10 lie. */
const EIGHT_OF_TEN = 1.2816;

/** A run as it is at the end of its last day: whether the risk is there, and since when. */
export interface HazardLook {
  run: ProjectRun;
  /** The day since which it is there; null: it is not. */
  there_since: string | null;
}

/** The forecast of a risk for the last day of a run. */
export function forecastHazard(model: HazardModel, risk: RiskType, { run, there_since }: HazardLook): HazardForecast {
  const own = model.risks[risk];
  const common = {
    risk_type: risk,
    since: there_since,
    base_rate: cumulative(own.hazards.map(({ base }) => base)),
    basis: own.basis,
    onsets_seen: own.onsets,
  };
  const nothing = { ...common, chances: null, interval: null, drivers: [] };
  if (there_since !== null) return { ...nothing, status: 'already' };
  const features = featuresOf(risk, { days: run.days, at: run.days.length - 1, onsets: run.onsets[risk] });
  // A project's own onsets are known of any; without a measure nothing is known of the day.
  const known = features.filter((value) => !Number.isNaN(value)).length;
  if (run.days.length < LEAST_DAYS || known < 2) return { ...nothing, status: 'not_enough_history' };
  return {
    ...common,
    status: 'ok',
    chances: cumulative(hazardsAt(own, features)),
    interval: { low: boundOf(own, features, -EIGHT_OF_TEN), high: boundOf(own, features, EIGHT_OF_TEN) },
    drivers: driversOf(own, features).sort((a, b) => Math.abs(b.p30) - Math.abs(a.p30)),
  };
}

/** The chances with each interval's odds so many deviations off. */
function boundOf(model: RiskModel, features: readonly number[], deviations: number): Chances {
  const hazards = hazardsAt(model, features);
  return cumulative(
    model.hazards.map((hazard, k) =>
      logistic(logit(hazards[k] ?? hazard.base) + deviations * deviationOf(hazard, features)),
    ),
  );
}

/** How unsure the odds are at these features; what is not known is at its reference. */
function deviationOf({ covariance, reference }: Hazard, features: readonly number[]): number {
  const row = [1, ...features.map((value, j) => (Number.isNaN(value) ? (reference[j] ?? 0) : value))];
  let variance = 0;
  row.forEach((one, i) =>
    row.forEach((other, j) => {
      variance += one * other * (covariance[i * row.length + j] ?? 0);
    }),
  );
  return Math.sqrt(Math.max(0, variance));
}
