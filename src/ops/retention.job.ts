import { Injectable } from '@nestjs/common';
import { Config } from '../config/index.js';
import { JobRegistry, type JobContext, type JobDefinition, type JobResult } from '../jobs/index.js';
import { RetentionRepository } from './retention.repository.js';
import { TableStatistics } from './table-statistics.js';

/** Removes what is older than the configuration keeps it, and lets PostgreSQL know the tables as they are by now. */
@Injectable()
export class RetentionJob implements JobDefinition {
  readonly type = 'retention_cleanup';
  readonly title = 'Remove old events, readings, runs and deliveries';
  readonly cadenceSeconds = 86_400;
  readonly timeoutSeconds = 1800;
  readonly reads = ['syncs', 'errors', 'webhooks', 'events', 'signals', 'runs'] as const;
  readonly writes = this.reads;

  constructor(
    jobs: JobRegistry,
    private readonly retention: RetentionRepository,
    private readonly statistics: TableStatistics,
    private readonly config: Config,
  ) {
    jobs.register(this);
  }

  async run({ projectId, signal }: JobContext): Promise<JobResult> {
    const removed = await this.retention.clean(
      projectId,
      { processEventDays: this.config.EVENT_LOG_RETENTION_DAYS, jobRunDays: this.config.JOB_RUN_RETENTION_DAYS },
      signal,
    );
    await this.statistics.renew();
    return removed;
  }
}
