import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import { JobRegistry, type JobContext, type JobDefinition, type JobResult } from '../jobs/index.js';
import { ConnectorErrorsRepository, type Picked } from './core/connector-errors.repository.js';
import { SyncStateRepository } from './core/sync-state.repository.js';
import { syncJobType } from './sync.jobs.js';
import { CONNECTORS, type ConnectorName } from './core/contract.js';

export const ERRORS_RETRY = 'connector_errors_retry';

/** What a person may choose to try again; the schedule tries what is due. */
export type RetryChoice = {
  limit?: number;
  ids?: string[];
  include_dead_letter?: boolean;
};

const DEFAULT_LIMIT = 100;

/** Tries again what failed: a sync, or single records, each when its time has come. */
@Injectable()
export class RetryJob implements JobDefinition {
  readonly type = ERRORS_RETRY;
  readonly title = 'Try again what could not be read';
  readonly cadenceSeconds = 300;
  readonly timeoutSeconds = 3600;
  readonly reads = ['syncs', 'errors', 'runs'] as const;
  readonly writes = ['syncs', 'errors'] as const;
  readonly starts = CONNECTORS.map(syncJobType);

  constructor(
    jobs: JobRegistry,
    private readonly errors: ConnectorErrorsRepository,
    private readonly states: SyncStateRepository,
    private readonly database: Database,
  ) {
    jobs.register(this);
  }

  /**
   * A sync takes both kinds of error with it: it is the retry of a failed sync, and it reads again the records that are
   * due. So one sync for each connector concerned is all that is needed.
   */
  async run(context: JobContext): Promise<JobResult> {
    const {
      limit = DEFAULT_LIMIT,
      ids = null,
      include_dead_letter: deadLetters = false,
    } = context.payload as RetryChoice;
    await this.states.freeStale(context.projectId);
    const picked = await this.database.transaction((tx) =>
      this.errors.pick(tx, context.projectId, { ids, deadLetters, limit }),
    );
    for (const connector of new Set(picked.map((error) => error.connector))) {
      context.signal.throwIfAborted();
      await context.runChild(syncJobType(connector as ConnectorName));
    }
    return this.report(context.projectId, picked);
  }

  private async report(projectId: string, picked: readonly Picked[]): Promise<JobResult> {
    const statuses = await this.errors.statuses(
      projectId,
      picked.map((error) => error.id),
    );
    const retried = picked.map((error) => ({ ...error, status: statuses.get(error.id) ?? 'resolved' }));
    const succeeded = retried.filter((error) => error.status === 'resolved').length;
    return { due: picked.length, succeeded, failed: picked.length - succeeded, retried };
  }
}
