import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { DAY_MS, dayOf } from '../common/day.js';
import { Config } from '../config/index.js';
import { Database } from '../database/index.js';
import { JobRegistry, type BatchJobDefinition, type JobContext, type JobResult } from '../jobs/index.js';
import { EventLog } from '../kag-events/index.js';
import { ForecastService } from '../kag-forecast/index.js';
import { ReadingsService, skippedBy } from '../kag-signals/index.js';
import { SnapshotsService } from '../kag-snapshots/index.js';
import { knownOf } from './known-of.js';
import { RecommendationsService } from './recommendations.service.js';
import { tell } from './refresh-recommendations.job.js';

export const DAILY_PIPELINE = 'kag_daily_pipeline';

/**
 * Signals, snapshots, forecasts and recommendations, one after the other, of many projects at once: as many statements
 * for a hundred projects as for one. It runs after midnight UTC and keeps the day that is over, and the new one so far.
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
    const results = new Map<string, JobResult>(ids.map((id) => [id, {}]));
    const put = (id: string, part: JobResult) => results.set(id, { ...results.get(id), ...part });

    const readings = await this.step(contexts, 'signals', () => this.readings.refresh(ids, now));
    if (this.config.KAG_SNAPSHOTS_ENABLED) {
      const days = { from: dayOf(new Date(now.getTime() - DAY_MS)), to: dayOf(now) };
      const { hidden } = await this.step(contexts, 'snapshots', () => this.snapshots.refresh(ids, days, now));
      for (const context of contexts) {
        const dates = hidden.filter((one) => one.project_id === context.projectId).map((one) => one.snapshot_date);
        if (dates.length > 0) context.warn('snapshots have no evidence and are hidden', { snapshot_dates: dates });
        put(context.projectId, { snapshots: 2, unpublishable_snapshots: dates.length });
      }
    }
    if (!this.config.KAG_FORECASTING_ENABLED) return results;
    const forecasts = await this.step(contexts, 'forecasts', () => this.forecasts.refresh(readings, now));
    for (const context of contexts) {
      const all = Object.values(forecasts.get(context.projectId)?.forecasts ?? {});
      const hidden = all.filter(({ publishable }) => !publishable).map(({ risk_type }) => risk_type);
      if (hidden.length > 0) context.warn('forecasts have no evidence and are hidden', { risk_types: hidden });
      put(context.projectId, { forecasts: all.length, unpublishable_forecasts: hidden.length });
    }
    if (!this.config.KAG_RECOMMENDATIONS_V2_ENABLED) return results;
    const refreshed = await this.step(contexts, 'recommendations', () =>
      this.recommendations.refresh(knownOf(readings, forecasts), now),
    );
    for (const context of contexts)
      put(context.projectId, { recommendations: tell(context, refreshed.get(context.projectId)) });
    return results;
  }

  /** Does a step of all projects; each project's log tells when it began and how it went. */
  private async step<T>(contexts: readonly JobContext[], name: string, work: () => Promise<T>): Promise<T> {
    const [first] = contexts;
    first?.signal.throwIfAborted();
    const started = this.clock.now();
    const note = (type: 'process_started' | 'process_finished', at: Date, more: { duration_ms?: number } = {}) =>
      this.log.process(
        this.database,
        contexts.map(({ projectId, runId }) => ({
          project_id: projectId,
          type,
          at,
          step: started.toISOString(),
          note: { process: `${DAILY_PIPELINE}_${name}`, run_id: runId, ...more },
        })),
      );
    await note('process_started', started);
    const done = await work();
    const finished = this.clock.now();
    await note('process_finished', finished, { duration_ms: finished.getTime() - started.getTime() });
    return done;
  }
}
