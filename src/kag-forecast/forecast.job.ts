import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Config } from '../config/index.js';
import { JobRegistry, type BatchJobDefinition, type JobContext, type JobResult } from '../jobs/index.js';
import { ReadingsService, skippedBy } from '../kag-signals/index.js';
import { ForecastService, type Forecasted } from './forecast.service.js';

export const FORECAST_REFRESH = 'kag_forecast_refresh';

/** Forecasts the project's risks from its signals as they are now. The schedule's part is the daily pipeline. */
@Injectable()
export class ForecastJob implements BatchJobDefinition {
  readonly type = FORECAST_REFRESH;
  readonly title = 'Forecast the risks of the next 7, 14 and 30 days';
  readonly cadenceSeconds = null;
  readonly timeoutSeconds = 600;

  constructor(
    jobs: JobRegistry,
    private readonly readings: ReadingsService,
    private readonly forecasts: ForecastService,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    jobs.register(this);
  }

  async runTogether(contexts: readonly JobContext[]): Promise<Map<string, JobResult>> {
    const ids = contexts.map(({ projectId }) => projectId);
    const skipped = skippedBy(this.config, 'KAG_ENABLED', 'KAG_FORECASTING_ENABLED');
    if (skipped) return new Map(ids.map((id) => [id, skipped]));
    const now = this.clock.now();
    const made = await this.forecasts.refresh(await this.readings.refresh(ids, now), now);
    return new Map(
      contexts.map((context) => {
        const forecasted = made.get(context.projectId);
        return [context.projectId, forecasted ? told(forecasted, context) : {}];
      }),
    );
  }
}

/** The run's result. Forecasts without evidence are hidden, which one warning says of all of them. */
function told({ forecasts, cases }: Forecasted, context: JobContext): JobResult {
  const all = Object.values(forecasts);
  const hidden = all.filter(({ publishable }) => !publishable).map(({ risk_type }) => risk_type);
  if (hidden.length > 0)
    context.warn(`${hidden.length} forecasts have no evidence and are hidden`, { risk_types: hidden });
  return {
    touched: all.length,
    unpublishable: hidden.length,
    forecasts: all.map(({ risk_type, p7, p14, p30, publishable }) => ({ risk_type, p7, p14, p30, publishable })),
    similar_cases_top3: cases.slice(0, 3),
  };
}
