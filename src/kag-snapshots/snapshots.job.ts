import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { dayOf } from '../common/day.js';
import { Config } from '../config/index.js';
import { JobRegistry, type JobContext, type JobDefinition, type JobResult } from '../jobs/index.js';
import { skippedBy } from '../kag-signals/index.js';
import { spanOf } from './domain/span.js';
import { SnapshotsService } from './snapshots.service.js';
import { tellSnapshots } from './told.js';

export const SNAPSHOTS_REFRESH = 'kag_snapshots_refresh';
/** Compares projects by their days, so it has to look again where days of the past were made. */
const SIGNATURES_REFRESH = 'case_signatures_refresh';

/** Computes the project's day, or many of them at once after a first sync. The schedule's part is the daily pipeline. */
@Injectable()
export class SnapshotsJob implements JobDefinition {
  readonly type = SNAPSHOTS_REFRESH;
  readonly title = 'Keep the project’s day, or days of the past, with what had gone wrong';
  readonly cadenceSeconds = null;
  readonly timeoutSeconds = 1800;

  constructor(
    private readonly jobs: JobRegistry,
    private readonly snapshots: SnapshotsService,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    jobs.register(this);
  }

  async run(context: JobContext): Promise<JobResult> {
    const skipped = skippedBy(this.config, 'KAG_ENABLED', 'KAG_SNAPSHOTS_ENABLED');
    if (skipped) return skipped;
    const now = this.clock.now();
    const span = spanOf(context.payload, dayOf(now));
    const refreshed = await this.snapshots.refresh([context.projectId], span, now, {
      signal: context.signal,
      progress: (done, total) => context.progress({ done, total, unit: 'days' }),
    });
    if (span.from < dayOf(now) && this.jobs.has(SIGNATURES_REFRESH)) context.followUp(SIGNATURES_REFRESH);
    return { ...span, ...tellSnapshots(context, refreshed.get(context.projectId)) };
  }
}
