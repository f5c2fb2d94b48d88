import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Config } from '../config/index.js';
import { JobRegistry, type BatchJobDefinition, type JobContext, type JobResult } from '../jobs/index.js';
import { ForecastService } from '../kag-forecast/index.js';
import { ReadingsService, skippedBy } from '../kag-signals/index.js';
import { knownOf } from './known-of.js';
import { followWithPhrasing } from './phrasing/phrase-recommendations.job.js';
import { RecommendationsService } from './recommendations.service.js';
import { tellRecommendations } from './told.js';

export const RECOMMENDATIONS_REFRESH = 'kag_recommendations_refresh';

/** Recommends from signals and forecasts as they are now. The schedule's part is the daily pipeline. */
@Injectable()
export class RefreshRecommendationsJob implements BatchJobDefinition {
  readonly type = RECOMMENDATIONS_REFRESH;
  readonly title = 'Bring recommendations in line with signals and forecasts';
  readonly cadenceSeconds = null;
  readonly timeoutSeconds = 600;

  constructor(
    jobs: JobRegistry,
    private readonly readings: ReadingsService,
    private readonly forecasts: ForecastService,
    private readonly recommendations: RecommendationsService,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    jobs.register(this);
  }

  async runTogether(contexts: readonly JobContext[]): Promise<Map<string, JobResult>> {
    const ids = contexts.map(({ projectId }) => projectId);
    const skipped = skippedBy(this.config, 'KAG_ENABLED', 'KAG_FORECASTING_ENABLED', 'KAG_RECOMMENDATIONS_V2_ENABLED');
    if (skipped) return new Map(ids.map((id) => [id, skipped]));
    const now = this.clock.now();
    const readings = await this.readings.refresh(ids, now);
    const forecasts = await this.forecasts.refresh(readings, now);
    const refreshed = await this.recommendations.refresh(knownOf(readings, forecasts), now);
    return new Map(
      contexts.map((context) => {
        const own = refreshed.get(context.projectId);
        followWithPhrasing(this.config, context, own);
        return [context.projectId, { ...tellRecommendations(context, own) }];
      }),
    );
  }
}
