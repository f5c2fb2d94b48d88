import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { DAY_MS, dayOf } from '../common/day.js';
import { Config } from '../config/index.js';
import { Database } from '../database/index.js';
import { JobRegistry, type BatchJobDefinition, type JobContext, type JobResult } from '../jobs/index.js';
import { EventLog } from '../kag-events/index.js';
import { ForecastService, tellForecasts, type Forecasted } from '../kag-forecast/index.js';
import { ReadingsService, skippedBy, tellSignals, type Reading } from '../kag-signals/index.js';
import { SnapshotsService, tellSnapshots } from '../kag-snapshots/index.js';
import { knownOf } from './known-of.js';
import { followWithPhrasing } from './phrasing/phrase-recommendations.job.js';
import { PipelineRun } from './pipeline-run.js';
import { RecommendationsService } from './recommendations.service.js';
import { tellRecommendations } from './told.js';

export const DAILY_PIPELINE = 'kag_daily_pipeline';

/**
 * Signals, snapshots, forecasts and recommendations, one after the other, of many projects at once: as many statements
 * for a hundred projects as for one. It runs after midnight UTC and keeps the day that is over, and the new one so far.
 * The result tells of each step what it did, or which flag leaves it out.
 */
@Injectable()
export class DailyPipelineJob implements BatchJobDefinition {
  readonly type = DAILY_PIPELINE;
  readonly title = 'Signals, the day’s snapshot, forecasts and recommendations';
  readonly cadenceSeconds = 86_400;
  readonly timeoutSeconds = 1800;

  constructor(
    jobs: JobRegistry,
    private readonly readings: ReadingsService,
    private readonly snapshots: SnapshotsService,
    private readonly forecasts: ForecastService,
    private readonly recommendations: RecommendationsService,
    private readonly log: EventLog,
    private readonly database: Database,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    jobs.register(this);
  }

  async runTogether(contexts: readonly JobContext[]): Promise<Map<string, JobResult>> {
    const ids = contexts.map(({ projectId }) => projectId);
    const skipped = skippedBy(this.config, 'KAG_ENABLED');
    if (skipped) return new Map(ids.map((id) => [id, skipped]));
    const now = this.clock.now();
    const run = new PipelineRun(DAILY_PIPELINE, contexts, this.log, this.database, this.clock);
    const readings = await run.step({
      name: 'signals',
      work: () => this.readings.refresh(ids, now),
      tell: ({ projectId }, read) => tellSignals(read.get(projectId)),
    });
    await this.keepDays(run, contexts, now);
    const forecasts = await this.forecast(run, readings, now);
    await this.recommend(run, readings, forecasts, now);
    return run.results;
  }

  private async keepDays(run: PipelineRun, contexts: readonly JobContext[], now: Date): Promise<void> {
    const skipped = skippedBy(this.config, 'KAG_SNAPSHOTS_ENABLED');
    if (skipped) return run.skip('snapshots', skipped);
    const ids = contexts.map(({ projectId }) => projectId);
    const days = { from: dayOf(new Date(now.getTime() - DAY_MS)), to: dayOf(now) };
    const signal = contexts[0]?.signal;
    await run.step({
      name: 'snapshots',
      work: () => this.snapshots.refresh(ids, days, now, signal ? { signal } : {}),
      tell: (context, kept) => tellSnapshots(context, kept.get(context.projectId)),
    });
  }

  private async forecast(
    run: PipelineRun,
    readings: ReadonlyMap<string, Reading>,
    now: Date,
  ): Promise<ReadonlyMap<string, Forecasted>> {
    const skipped = skippedBy(this.config, 'KAG_FORECASTING_ENABLED');
    if (skipped) {
      run.skip('forecasts', skipped);
      return new Map();
    }
    return run.step({
      name: 'forecasts',
      work: () => this.forecasts.refresh(readings, now),
      tell: (context, made) => tellForecasts(context, made.get(context.projectId)),
    });
  }

  private async recommend(
    run: PipelineRun,
    readings: ReadonlyMap<string, Reading>,
    forecasts: ReadonlyMap<string, Forecasted>,
    now: Date,
  ): Promise<void> {
    const skipped = skippedBy(this.config, 'KAG_FORECASTING_ENABLED', 'KAG_RECOMMENDATIONS_V2_ENABLED');
    if (skipped) return run.skip('recommendations', skipped);
    await run.step({
      name: 'recommendations',
      work: () => this.recommendations.refresh(knownOf(readings, forecasts), now),
      tell: (context, refreshed) => {
        const own = refreshed.get(context.projectId);
        followWithPhrasing(this.config, context, own);
        return tellRecommendations(context, own);
      },
    });
  }
}
