import { Injectable } from '@nestjs/common';
import { JobRegistry, type JobContext, type JobResult } from '../jobs/index.js';
import { ConnectorErrorsRepository } from './core/connector-errors.repository.js';
import { ConnectorRegistry } from './core/connector-registry.js';
import { ConnectorSync } from './core/connector-sync.js';
import type { ConnectorName } from './core/contract.js';
import { DueRecordsRepository } from './core/due-records.repository.js';
import { LeavingStatesRepository } from './core/leaving-states.repository.js';
import { dueRecordsJobType } from './due-records.jobs.js';
import { EMBEDDINGS_RUN, SIGNALS_REFRESH } from './follow-ups.js';
import { READS, WRITES } from './reading-areas.js';

export const SYNC_CYCLE = 'connectors_sync_cycle';
const NOT_CONFIGURED = 'connector_not_configured';
const CYCLE_SECONDS = 900;
/** A first sync of a large account takes long; it goes on where it was when its time is up. */
const SYNC_TIMEOUT_SECONDS = 3600;

export const syncJobType = (connector: ConnectorName): string => `${connector}_sync`;

/** Declares the jobs that bring data in: one for each connector, and the cycle over all of them. */
@Injectable()
export class SyncJobs {
  constructor(
    private readonly jobs: JobRegistry,
    private readonly connectors: ConnectorRegistry,
    private readonly sync: ConnectorSync,
    private readonly errors: ConnectorErrorsRepository,
    private readonly due: DueRecordsRepository,
    private readonly leaving: LeavingStatesRepository,
  ) {}

  /** Call once every connector is registered. */
  declare(): void {
    for (const name of this.connectors.names()) {
      this.jobs.register({
        type: syncJobType(name),
        title: `Read what is new in ${name}`,
        cadenceSeconds: null,
        timeoutSeconds: SYNC_TIMEOUT_SECONDS,
        reads: READS,
        writes: WRITES,
        followUps: [EMBEDDINGS_RUN, SIGNALS_REFRESH, dueRecordsJobType(name)],
        run: (context) => this.one(name, context),
      });
    }
    this.jobs.register({
      type: SYNC_CYCLE,
      title: 'Read what is new in every connector',
      cadenceSeconds: CYCLE_SECONDS,
      dueAtOnce: true,
      timeoutSeconds: SYNC_TIMEOUT_SECONDS * 2,
      reads: ['projects', 'sources', 'syncs', 'errors'],
      writes: [],
      starts: this.connectors.names().map(syncJobType),
      run: (context) => this.cycle(context),
    });
  }

  /** One connector; what follows from its chunks and events are runs of their own. */
  private async one(name: ConnectorName, context: JobContext): Promise<JobResult> {
    const result = await this.sync.run(name, context);
    for (const { name: stream, error } of result.streams)
      if (error) context.warn(`${name} could not read its ${stream}: ${error.message}`, { connector: name, stream });
    if (result.chunks > 0) context.followUp(EMBEDDINGS_RUN);
    if (result.events > 0) context.followUp(SIGNALS_REFRESH);
    // What webhooks named since the sync last looked was left to it.
    if (await this.due.any(context.projectId, name)) context.followUp(dueRecordsJobType(name));
    return result;
  }

  /** Every connector, each as a run of its own: one that fails stops none of the others. */
  private async cycle(context: JobContext): Promise<JobResult> {
    const results: Record<string, unknown> = {};
    let succeeded = 0;
    let failed = 0;
    const names = this.connectors.names();
    for (const [done, name] of names.entries()) {
      context.progress({ done, total: names.length, unit: 'connectors' });
      context.signal.throwIfAborted();
      // What failed is tried again at its own times, by connector_errors_retry; a person's sync doesn't wait for them.
      // Asked right before, since that job may have tried it while this one was at the connectors before.
      const until = context.triggeredBy === null ? await this.errors.backingOff(context.projectId, name) : null;
      if (until) {
        results[name] = { status: 'backing_off', until: until.toISOString() };
        continue;
      }
      if ((await this.leaving.of(context.projectId)).some(({ connector }) => connector === name)) {
        results[name] = { status: 'data_leaving' };
        continue;
      }
      const lacking = await this.sync.notConfigured(name, context.projectId);
      if (lacking) {
        const { message, unused } = lacking;
        const error = { code: NOT_CONFIGURED, message };
        results[name] = { status: 'not_configured', ...(unused ? { unused } : {}), error };
        // A project may do without a vendor; half of a configuration is a mistake.
        if (!unused) context.warn(`${name}: skipped, ${message}`, { connector: name, code: NOT_CONFIGURED });
        continue;
      }
      const outcome = await context.runChild(syncJobType(name));
      results[name] = outcome.ok
        ? outcome.result
        : { status: 'failed', error: outcome.error, job_run_id: outcome.runId };
      if (outcome.ok) {
        succeeded++;
        continue;
      }
      failed++;
      const { code, message } = outcome.error;
      context.warn(`${name}: ${message}`, { connector: name, code });
    }
    context.progress({ done: names.length, total: names.length, unit: 'connectors' });
    return { connectors: results, succeeded, failed };
  }
}
