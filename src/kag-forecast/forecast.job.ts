import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Config } from '../config/index.js';
import { JobRegistry, type BatchJobDefinition, type JobContext, type JobResult } from '../jobs/index.js';
import { ReadingsService, skippedBy } from '../kag-signals/index.js';
import { ForecastService, type Forecasted } from './forecast.service.js';
import { tellForecasts } from './told.js';

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
    return new Map(contexts.map((context) => [context.projectId, told(context, made.get(context.projectId))]));
  }
}

function told(context: JobContext, forecasted: Forecasted | undefined): JobResult {
  const all = Object.values(forecasted?.forecasts ?? {});
  return {
    ...tellForecasts(context, forecasted),
    forecasts: all.map(({ risk_type, p7, p14, p30, publishable }) => ({ risk_type, p7, p14, p30, publishable })),
    similar_cases_top3: forecasted?.cases.slice(0, 3) ?? [],
  };
}
