import type { Basis, ForecastStatus } from '../forecast.js';
import { WAYS } from '../models/models.js';
import type { RiskType } from '../risks.js';
import { driversOf, type HazardDriver, hazardsAt } from './drivers.js';
import type { DayView } from './features/feature.js';
import { featuresOf, valuesOf } from './features/features.js';
import type { Hazard, HazardModel, RiskModel } from './hazard-model.js';
import { cumulative, logistic, logit } from './intervals.js';
import type { ProjectRun } from './project-run.js';

/** Chances within 7, 14 and 30 days. */
export type Chances = readonly [p7: number, p14: number, p30: number];

/** How likely a risk comes about; while it is there, or too little is known, there are no chances. */
export interface HazardForecast {
  risk_type: RiskType;
  status: ForecastStatus;
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
export function forecastHazard(model: HazardModel, risk: RiskType, look: HazardLook): HazardForecast {
  const own = model.risks[risk];
  const status = statusOf(risk, look);
  const common = {
    risk_type: risk,
    status,
    since: look.there_since,
    base_rate: cumulative(own.hazards.map(({ base }) => base)),
    basis: own.basis,
    onsets_seen: own.onsets,
  };
  if (status !== 'ok') return { ...common, chances: null, interval: null, drivers: [] };
  const features = valuesOf(WAYS[model.model].features[risk], lookOf(risk, look));
  return {
    ...common,
    chances: cumulative(hazardsAt(own, features)),
    interval: { low: boundOf(own, features, -EIGHT_OF_TEN), high: boundOf(own, features, EIGHT_OF_TEN) },
    drivers: driversOf(own, features).sort((a, b) => Math.abs(b.p30) - Math.abs(a.p30)),
  };
}

/** The chances alone, where there are any. */
export function chancesOf(model: HazardModel, risk: RiskType, look: HazardLook): Chances | null {
  if (statusOf(risk, look) !== 'ok') return null;
  return cumulative(hazardsAt(model.risks[risk], valuesOf(WAYS[model.model].features[risk], lookOf(risk, look))));
}

/** Whether there is a chance to tell: the same of every model. */
export function statusOf(risk: RiskType, look: HazardLook): ForecastStatus {
  if (isOver(look.run)) return 'not_enough_history';
  if (look.there_since !== null) return 'already';
  if (look.run.days.length < LEAST_DAYS) return 'not_enough_history';
  const known = featuresOf(risk, lookOf(risk, look)).filter((value) => !Number.isNaN(value)).length;
  // A project's own onsets are known of any; without a measure nothing is known of the day.
  return known < 2 ? 'not_enough_history' : 'ok';
}

/** Nothing is known of a project from the day on on which it is over, though its last weeks are. */
const isOver = ({ days, ended_on }: ProjectRun): boolean => ended_on !== null && ended_on <= (days.at(-1)?.day ?? '');

/** A risk's last day, for its features. */
export const lookOf = (risk: RiskType, { run }: HazardLook): DayView => ({
  days: run.days,
  at: run.days.length - 1,
  onsets: run.onsets[risk],
});

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
