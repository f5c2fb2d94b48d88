import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { skippedResult } from '../../common/feature-flags.js';
import { Config } from '../../config/index.js';
import { withinWholeScopes } from '../../database/index.js';
import {
  type JobContext,
  type JobDefinition,
  JobRegistry,
  type JobResult,
  JobRunsRepository,
} from '../../jobs/index.js';
import { BackfillService } from './backfill.service.js';

export const FORECAST_BACKFILL = 'kag_forecast_backfill';
const LATER = 'a later run of another project of the account scope, which forecasts the days of all its projects';

/**
 * Forecasts the days that a refresh of past snapshots brought, so that there is something to judge forecasts by at
 * once. Each run goes through all projects of the account scope. So of many that wait, as after the first syncs of a
 * whole agency, only the last one does the work.
 */
@Injectable()
export class BackfillJob implements JobDefinition {
  readonly type = FORECAST_BACKFILL;
  readonly title = 'Forecast days of the past by what was known then';
  readonly cadenceSeconds = null;
  readonly timeoutSeconds = 3600;
  readonly reads = ['projects', 'days', 'onsets', 'forecasts', 'runs'] as const;
  readonly writes = ['forecasts'] as const;
  readonly feature = 'forecasts';

  constructor(
    jobs: JobRegistry,
    private readonly backfill: BackfillService,
    private readonly runs: JobRunsRepository,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    jobs.register(this);
  }

  async run(context: JobContext): Promise<JobResult> {
    const skipped = skippedResult(this.config, this.feature);
    if (skipped) return { ...skipped };
    return withinWholeScopes(async () => {
      if (await this.runs.othersWait(context.projectId, this.type)) return { left_to: LATER };
      const done = await this.backfill.run(context.projectId, this.clock.now(), {
        signal: context.signal,
        progress: (weeks, total) => context.progress({ done: weeks, total, unit: 'weeks' }),
      });
      return { ...done };
    });
  }
}
