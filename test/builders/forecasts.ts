import type { EvidenceRef } from '../../src/kag-events/event.js';
import { forecastOf } from '../../src/kag-forecast/domain/forecast-of.js';
import { type Forecasts, MODELS, type ModelName } from '../../src/kag-forecast/domain/forecast.js';
import { fitHazards } from '../../src/kag-forecast/domain/hazard/fit.js';
import type { HazardModel } from '../../src/kag-forecast/domain/hazard/hazard-model.js';
import { WAYS } from '../../src/kag-forecast/domain/models/models.js';
import { byRisk } from '../../src/kag-forecast/domain/risks.js';
import type { SignalKey } from '../../src/kag-signals/domain/signal.js';
import type { DayMeasures } from '../../src/kag-snapshots/domain/day-measures.js';
import { daysFrom, projectRun } from './project-runs.js';

/** What is forecast by while nothing was learnt. */
export const SHIPPED = Object.fromEntries(
  MODELS.map((name) => [name, fitHazards({ runs: [], until: daysFrom(1)[0] ?? '' }, WAYS[name])]),
) as Record<ModelName, HazardModel>;

const DAYS = 40;

/** The shipped forecasts of a project with 40 calm days, the last of which is as given. */
export function shippedForecasts(
  today: Partial<DayMeasures>,
  signals: Partial<Record<SignalKey, readonly EvidenceRef[]>> = {},
  model: ModelName = 'hazard-v1',
): Forecasts {
  const run = projectRun('p', DAYS, (nth) => (nth === DAYS - 1 ? today : {}));
  return byRisk((risk) => forecastOf(SHIPPED[model], risk, { run, there_since: null }, { signals, onset: [] }));
}
