import { Injectable } from '@nestjs/common';
import { AppError, errorText } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import { JobRegistry, type JobContext, type JobDefinition, type JobResult } from '../jobs/index.js';
import { ConnectorRegistry } from './core/connector-registry.js';
import { ConnectorSync } from './core/connector-sync.js';
import { READS, WRITES } from './reading-areas.js';

export const RECONCILIATION = 'connectors_reconciliation_daily';

/** Compares every connector's records with ours, id by id, and puts right what differs. */
@Injectable()
export class ReconciliationJob implements JobDefinition {
  readonly type = RECONCILIATION;
  readonly title = 'Compare with the vendors, id by id, and put right what differs';
  readonly cadenceSeconds = 86_400;
  readonly timeoutSeconds = 7200;
  readonly reads = READS;
  readonly writes = WRITES;

  constructor(
    jobs: JobRegistry,
    private readonly connectors: ConnectorRegistry,
    private readonly sync: ConnectorSync,
    private readonly clock: Clock,
  ) {
    jobs.register(this);
  }

  async run(context: JobContext): Promise<JobResult> {
    const day = this.clock.now().toISOString().slice(0, 10);
    const report: Record<string, unknown> = {};
    const closed: unknown[] = [];
    let failed = 0;
    for (const name of this.connectors.names()) {
      context.signal.throwIfAborted();
      try {
        const compared = await this.sync.reconcile(name, context, day);
        report[name] = compared?.measured ?? { skipped: 'first_sync_not_through' };
        for (const { resource, error } of compared?.closed ?? []) {
          closed.push({ connector: name, resource, error });
          const warning = `${name} was compared without its ${resource}: ${error.message}`;
          context.warn(warning, { connector: name, resource });
        }
      } catch (error) {
        if (context.signal.aborted || !(error instanceof AppError)) throw error;
        failed++;
        report[name] = { status: 'failed', error: { code: error.code, message: error.message } };
        context.warn(`${name} was not compared: ${errorText(error)}`, { connector: name, code: error.code });
      }
    }
    return { date: day, connectors: report, failed, closed };
  }
}
