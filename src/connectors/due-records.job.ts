import { Injectable } from '@nestjs/common';
import { JobRegistry, type JobContext, type JobDefinition, type JobResult } from '../jobs/index.js';
import { ConnectorSync } from './core/connector-sync.js';
import { DueRecordsRepository } from './core/due-records.repository.js';

export const DUE_RECORDS = 'connector_due_records';

/** Reads again what webhooks said has changed. What this misses, the next sync finds. */
@Injectable()
export class DueRecordsJob implements JobDefinition {
  readonly type = DUE_RECORDS;
  readonly title = 'Read again what webhooks have named';
  readonly cadenceSeconds = null;
  readonly timeoutSeconds = 600;

  constructor(
    jobs: JobRegistry,
    private readonly due: DueRecordsRepository,
    private readonly sync: ConnectorSync,
  ) {
    jobs.register(this);
  }

  async run(context: JobContext): Promise<JobResult> {
    let read = 0;
    let chunks = 0;
    let events = 0;
    for (const connector of await this.due.connectors(context.projectId)) {
      const done = await this.sync.readDue(connector, context);
      read += done.read;
      chunks += done.chunks;
      events += done.events;
    }
    if (chunks > 0) context.followUp('embeddings_run');
    if (events > 0) context.followUp('kag_signals_refresh');
    return { read, chunks, events };
  }
}
