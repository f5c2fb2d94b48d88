import { type Forecasts, type ModelName, MODELS, type Thresholds } from '../../src/kag-forecast/domain/forecast.js';
import { forecastOf } from '../../src/kag-forecast/domain/forecast-of.js';
import { fitHazards } from '../../src/kag-forecast/domain/hazard/fit.js';
import { type Chances, chancesOf, type HazardLook } from '../../src/kag-forecast/domain/hazard/forecast-hazards.js';
import type { HazardModel } from '../../src/kag-forecast/domain/hazard/hazard-model.js';
import { WAYS } from '../../src/kag-forecast/domain/models/models.js';
import { byRisk, type RiskType } from '../../src/kag-forecast/domain/risks.js';
import { thresholdsOf } from '../../src/kag-forecast/domain/thresholds.js';
import { dayText } from '../worlds/calendar.js';
import type { History } from './history.js';
import { toEnd } from './steps.js';

/** As the product allows by default. */
const ALARMS_A_MONTH = 1;
const NOTHING_SHOWN = { signals: {}, onset: [] };

/** What is forecast by for some days. */
export interface Learnt {
  models: Readonly<Record<ModelName, HazardModel>>;
  /** Of hazard-v1. */
  thresholds: Thresholds;
}

/**
 * What the models learn from what all of a world's projects show up to the end of a day; before the first day nothing.
 */
export function learn(histories: readonly History[], day: number): Learnt {
  const runs = day < 0 ? [] : histories.map((history) => history.runUntil(day));
  const until = dayText(day);
  const models = Object.fromEntries(
    MODELS.map((name) => [name, fitHazards({ runs, until }, WAYS[name])]),
  ) as Learnt['models'];
  return { models, thresholds: toEnd(thresholdsOf(models['hazard-v1'], runs, until, ALARMS_A_MONTH)) };
}

/** What a model says of a day; null where it gives no chances. */
export const chancesOn = (model: HazardModel, history: History, risk: RiskType, day: number): Chances | null =>
  chancesOf(model, risk, lookOn(history, risk, day));

/** What hazard-v1 forecasts of a project's day. */
export const forecastsOn = ({ models }: Learnt, history: History, day: number): Forecasts =>
  byRisk((risk) => forecastOf(models['hazard-v1'], risk, lookOn(history, risk, day), NOTHING_SHOWN));

const lookOn = (history: History, risk: RiskType, day: number): HazardLook => ({
  run: history.runUntil(day),
  there_since: history.thereSince(risk, day),
});
