import { fitHazards } from '../../src/kag-forecast/domain/hazard/fit.js';
import { type Chances, forecastHazard } from '../../src/kag-forecast/domain/hazard/forecast-hazards.js';
import type { HazardModel } from '../../src/kag-forecast/domain/hazard/hazard-model.js';
import type { RiskType } from '../../src/kag-forecast/domain/risks.js';
import { dayText } from '../worlds/calendar.js';
import type { History } from './history.js';

/** The model that is learnt from what all of a world's projects show up to the end of a day. */
export const learn = (histories: readonly History[], until: number): HazardModel =>
  fitHazards({ runs: histories.map((history) => history.runUntil(until)), until: dayText(until) });

/** What the model says of a day; null where it gives no chances. */
export function hazardChances(model: HazardModel, history: History, risk: RiskType, day: number): Chances | null {
  const look = { run: history.runUntil(day), there_since: history.thereSince(risk, day) };
  return forecastHazard(model, risk, look).chances;
}
