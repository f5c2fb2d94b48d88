import type { JobContext } from '../jobs/index.js';
import type { Forecasted } from './forecast.service.js';

/** What a run did with forecasts, in numbers. */
export interface ForecastCounters {
  touched: number;
  unpublishable: number;
  similar_cases: number;
}

/** Counts the forecasts of the run's project. Those without evidence are hidden, which one warning says of all of them. */
export function tellForecasts(context: JobContext, forecasted: Forecasted | undefined): ForecastCounters {
  const all = Object.values(forecasted?.forecasts ?? {});
  const hidden = all.filter(({ publishable }) => !publishable).map(({ risk_type }) => risk_type);
  if (hidden.length > 0)
    context.warn(
      hidden.length === 1
        ? '1 forecast has no evidence and is hidden'
        : `${hidden.length} forecasts have no evidence and are hidden`,
      { risk_types: hidden },
    );
  return { touched: all.length, unpublishable: hidden.length, similar_cases: forecasted?.cases.length ?? 0 };
}
