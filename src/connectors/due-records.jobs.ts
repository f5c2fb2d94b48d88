import { Injectable } from '@nestjs/common';
import { JobRegistry, type JobContext, type JobResult } from '../jobs/index.js';
import { ConnectorRegistry } from './core/connector-registry.js';
import { ConnectorSync } from './core/connector-sync.js';
import type { ConnectorName } from './core/contract.js';
import { EMBEDDINGS_RUN, SIGNALS_REFRESH } from './follow-ups.js';
import { READS, WRITES } from './reading-areas.js';

export const dueRecordsJobType = (connector: ConnectorName): string => `${connector}_due_records`;

/**
 * Declares the jobs that read again what webhooks said has changed, one for each connector: a vendor that hangs must
 * not hold up what the others tell. What they miss, the next sync finds.
 */
@Injectable()
export class DueRecordsJobs {
  constructor(
    private readonly jobs: JobRegistry,
    private readonly connectors: ConnectorRegistry,
    private readonly sync: ConnectorSync,
  ) {}

  /** Call once every connector is registered. */
  declare(): void {
    for (const name of this.connectors.names()) {
      this.jobs.register({
        type: dueRecordsJobType(name),
        title: `Read again what webhooks of ${name} have named`,
        cadenceSeconds: null,
        timeoutSeconds: 600,
        reads: READS,
        writes: WRITES,
        followUps: [EMBEDDINGS_RUN, SIGNALS_REFRESH],
        run: (context) => this.run(name, context),
      });
    }
  }

  private async run(name: ConnectorName, context: JobContext): Promise<JobResult> {
    const done = await this.sync.readDue(name, context);
    if (!done) return { read: 0, chunks: 0, left_to: 'the sync that is under way' };
    if (done.chunks > 0) context.followUp(EMBEDDINGS_RUN);
    if (done.events > 0) context.followUp(SIGNALS_REFRESH);
    return done;
  }
}
