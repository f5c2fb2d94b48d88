import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { dayOf } from '../common/day.js';
import { DAY_MS } from '../common/time-units.js';
import { Config } from '../config/index.js';
import { skippedResult } from '../common/feature-flags.js';
import {
  type ChainRun,
  type ChainStep,
  type JobContext,
  type JobDefinition,
  JobRegistry,
  type JobResult,
} from '../jobs/index.js';
import { spanOf } from './domain/span.js';
import { type RefreshedSnapshots, SnapshotsService } from './snapshots.service.js';
import { countSnapshots } from './counters.js';

export const SNAPSHOTS_REFRESH = 'kag_snapshots_refresh';
/** Compares projects by their days, so it has to look again where days of the past were made. */
const SIGNATURES_REFRESH = 'case_signatures_refresh';
/** Forecasts days of the past, so it has to look again too. */
const FORECAST_BACKFILL = 'kag_forecast_backfill';

/**
 * Keeps projects' days. As a step of the daily chain, which runs after midnight UTC, it keeps the day that is over and
 * the new one so far; as a job the days that are asked for, or many of them at once after a first sync.
 */
@Injectable()
export class SnapshotsStep implements ChainStep<RefreshedSnapshots>, JobDefinition {
  readonly name = 'snapshots';
  readonly feature = 'snapshots';
  readonly type = SNAPSHOTS_REFRESH;
  readonly title = 'Keep the project’s day, or days of the past, with what had gone wrong';
  readonly cadenceSeconds = null;
  readonly timeoutSeconds = 1800;
  readonly reads = ['projects', 'records', 'events', 'signals', 'days', 'onsets'] as const;
  readonly writes = ['projects', 'events', 'signals', 'days', 'onsets'] as const;
  readonly followUps = [SIGNATURES_REFRESH, FORECAST_BACKFILL];

  constructor(
    jobs: JobRegistry,
    private readonly snapshots: SnapshotsService,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    jobs.register(this);
  }

  work({ projectIds, now, signal }: ChainRun): Promise<Map<string, RefreshedSnapshots>> {
    const days = { from: dayOf(new Date(now.getTime() - DAY_MS)), to: dayOf(now) };
    return this.snapshots.refresh(projectIds, days, now, signal ? { signal } : {});
  }

  tell(context: JobContext, own: RefreshedSnapshots | undefined) {
    return countSnapshots(context, own);
  }

  async run(context: JobContext): Promise<JobResult> {
    const skipped = skippedResult(this.config, this.feature);
    if (skipped) return { ...skipped };
    const now = this.clock.now();
    const span = spanOf(context.payload, dayOf(now));
    const refreshed = await this.snapshots.refresh([context.projectId], span, now, {
      signal: context.signal,
      progress: (done, total) => context.progress({ done, total, unit: 'days' }),
    });
    if (span.from < dayOf(now)) for (const followUp of this.followUps) context.followUp(followUp);
    return { ...span, ...this.tell(context, refreshed.get(context.projectId)) };
  }
}
