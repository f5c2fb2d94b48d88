import { Injectable } from '@nestjs/common';
import { JobRegistry, type JobContext, type JobResult } from '../jobs/index.js';
import { ConnectorRegistry } from './core/connector-registry.js';
import { ConnectorSync } from './core/connector-sync.js';
import type { ConnectorName } from './core/contract.js';
import { EMBEDDINGS_RUN, SIGNALS_REFRESH } from './follow-ups.js';
import { READS, WRITES } from './reading-areas.js';
import { syncJobType } from './sync.jobs.js';

export const rereadJobType = (connector: ConnectorName): string => `${connector}_reread`;
export const previewJobType = (connector: ConnectorName): string => `${connector}_preview`;

/** What a person wants read again: one list from its beginning, or records by their refs. */
export interface RereadRequest {
  stream?: string;
  refs?: string[];
}

const TIMEOUT_SECONDS = 3600;

/**
 * Declares the jobs that a person starts beside the syncs: reading something again, and saying what a sync would
 * change.
 */
@Injectable()
export class RereadJobs {
  constructor(
    private readonly jobs: JobRegistry,
    private readonly connectors: ConnectorRegistry,
    private readonly sync: ConnectorSync,
  ) {}

  /** Call once every connector is registered. */
  declare(): void {
    for (const name of this.connectors.names()) {
      this.jobs.register({
        type: rereadJobType(name),
        title: `Read a list or records of ${name} again`,
        cadenceSeconds: null,
        timeoutSeconds: TIMEOUT_SECONDS,
        reads: READS,
        writes: WRITES,
        followUps: [EMBEDDINGS_RUN, SIGNALS_REFRESH],
        starts: [syncJobType(name)],
        run: (context) => this.reread(name, context),
      });
      this.jobs.register({
        type: previewJobType(name),
        title: `Say what a sync of ${name} would change`,
        cadenceSeconds: null,
        timeoutSeconds: TIMEOUT_SECONDS,
        reads: READS,
        // What a preview writes beside it is taken back.
        writes: ['syncs'],
        run: (context) => this.sync.preview(name, context),
      });
    }
  }

  private async reread(name: ConnectorName, context: JobContext): Promise<JobResult> {
    const { stream, refs = [] } = context.payload as RereadRequest;
    if (stream !== undefined) {
      await this.sync.forget(name, context, stream);
      const outcome = await context.runChild(syncJobType(name));
      const sync = outcome.ok ? outcome.result : { status: 'failed', error: outcome.error, job_run_id: outcome.runId };
      return { connector: name, read: 0, failed: [], sync };
    }
    const { read, failed, chunks, events } = await this.sync.reread(name, context, refs);
    if (chunks > 0) context.followUp(EMBEDDINGS_RUN);
    if (events > 0) context.followUp(SIGNALS_REFRESH);
    return { connector: name, read, failed, sync: null };
  }
}
