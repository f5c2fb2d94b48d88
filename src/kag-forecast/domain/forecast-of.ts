import { FIGURES } from './drivers/figures.js';
import { evidenceOf, evidenceThere, type ShownEvidence } from './evidence.js';
import type { ByHorizon, Driver, Forecast } from './forecast.js';
import type { HazardDriver } from './hazard/drivers.js';
import { type Chances, forecastHazard, type HazardLook, lookOf } from './hazard/forecast-hazards.js';
import type { HazardModel } from './hazard/hazard-model.js';
import type { RiskType } from './risks.js';

/** Points by which a chance is above the base rate from which on it says more than what is usual. */
export const NOTABLE_POINTS = 1;

/** What a model says of a project's day, with what there is to show for it. */
export function forecastOf(model: HazardModel, risk: RiskType, look: HazardLook, shown: ShownEvidence): Forecast {
  const { status, since, chances, interval, drivers: parts, ...rest } = forecastHazard(model, risk, look);
  const drivers = parts.filter(({ value }) => value !== null).map((part) => driverOf(part, risk, look));
  const evidence_refs = status === 'already' ? evidenceThere(risk, shown) : evidenceOf(drivers, shown);
  const base_rate = byHorizon(rest.base_rate);
  const [p7, p14, p30] = chances ?? [null, null, null];
  const isUsual = p14 === null || 100 * (p14 - base_rate.p14) < NOTABLE_POINTS;
  return {
    ...rest,
    status,
    since,
    p7,
    p14,
    p30,
    interval: interval && { low: byHorizon(interval.low), high: byHorizon(interval.high) },
    base_rate,
    drivers,
    model: model.model,
    evidence_refs,
    // What is usual is said of the account's projects, and rests on no message of this one.
    publishable: evidence_refs.length > 0 || (status !== 'already' && isUsual),
  };
}

const byHorizon = ([p7, p14, p30]: Chances): ByHorizon => ({ p7, p14, p30 });

function driverOf({ feature, value, p7, p14, p30 }: HazardDriver, risk: RiskType, look: HazardLook): Driver {
  return { key: feature, value, points: { p7, p14, p30 }, figures: FIGURES[feature]?.(lookOf(risk, look)) ?? {} };
}
