import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Config } from '../config/index.js';
import { type ChainRun, type JobContext, JobRegistry, type JobResult, type JobStep, stepJob } from '../jobs/index.js';
import { SignalsStep } from '../kag-signals/index.js';
import { ForecastService, type Forecasted } from './forecast.service.js';
import { countForecasts } from './counters.js';

export const FORECAST_REFRESH = 'kag_forecast_refresh';
const CASES_SHOWN = 3;

/** Forecasts the projects' risks from their signals. */
@Injectable()
export class ForecastStep implements JobStep<Forecasted> {
  readonly name = 'forecasts';
  readonly feature = 'forecasts';
  readonly job = {
    type: FORECAST_REFRESH,
    title: 'Forecast the risks of the next 7, 14 and 30 days',
    cadenceSeconds: null,
    timeoutSeconds: 600,
    reads: ['projects', 'records', 'syncs', 'events', 'signals', 'days', 'onsets', 'signatures', 'forecasts'] as const,
    writes: ['projects', 'events', 'signals', 'forecasts'] as const,
  };

  constructor(
    jobs: JobRegistry,
    private readonly signals: SignalsStep,
    private readonly forecasts: ForecastService,
    config: Config,
    clock: Clock,
  ) {
    jobs.register(stepJob(this, config, clock));
  }

  async work(run: ChainRun): Promise<Map<string, Forecasted>> {
    return this.forecasts.refresh(await run.of(this.signals), run.now);
  }

  tell(context: JobContext, own: Forecasted | undefined) {
    return countForecasts(context, own);
  }

  answer({ forecasts, cases }: Forecasted): JobResult {
    return {
      forecasts: Object.values(forecasts).map(({ risk_type, status, since, p7, p14, p30, publishable }) => ({
        risk_type,
        status,
        since,
        p7,
        p14,
        p30,
        publishable,
      })),
      similar_cases_top3: cases.slice(0, CASES_SHOWN),
    };
  }
}
