import type { JobContext } from '../jobs/index.js';
import type { ForecastStatus } from './domain/forecast.js';
import type { Forecasted } from './forecast.service.js';

/** What a run did with forecasts, in numbers. */
export interface ForecastCounters {
  touched: number;
  /** Those that say more than what is usual and have no evidence for it: they are hidden. */
  unpublishable: number;
  /** Risks that are there already, and those of which too little is known to forecast. */
  already: number;
  not_enough_history: number;
  similar_cases: number;
}

/** Counts the forecasts of the run's project. Those without evidence are usual, and make no warning. */
export function countForecasts(_context: JobContext, forecasted: Forecasted | undefined): ForecastCounters {
  const all = Object.values(forecasted?.forecasts ?? {});
  const withStatus = (wanted: ForecastStatus) => all.filter(({ status }) => status === wanted).length;
  return {
    touched: all.length,
    unpublishable: all.filter(({ publishable }) => !publishable).length,
    already: withStatus('already'),
    not_enough_history: withStatus('not_enough_history'),
    similar_cases: forecasted?.cases.length ?? 0,
  };
}
