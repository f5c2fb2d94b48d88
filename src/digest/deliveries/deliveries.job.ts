import { Injectable } from '@nestjs/common';
import { withinWholeScopes, Database } from '../../database/index.js';
import { JobRegistry, type BatchJobDefinition, type JobContext, type JobResult } from '../../jobs/index.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { Deliveries, type DeliveryCounters } from './deliveries.service.js';

export const DIGEST_DELIVERIES = 'digest_deliveries';

const NOTHING: DeliveryCounters = { made: 0, sent: 0, late: 0, failed: 0 };
/** Account scopes at once: a receiver that hangs holds up few others. */
const AT_ONCE = 4;

/** Sends the digests that are due. They are account scopes’: the first run of a scope’s projects sends them for all. */
@Injectable()
export class DigestDeliveriesJob implements BatchJobDefinition {
  readonly type = DIGEST_DELIVERIES;
  readonly title = 'Send the digests that are due, and those that could not be sent before';
  readonly cadenceSeconds = 900;
  readonly timeoutSeconds = 600;
  readonly reads = [
    'projects',
    'syncs',
    'days',
    'onsets',
    'forecasts',
    'recommendations',
    'digests',
    'people',
    'audit',
  ] as const;
  readonly writes = ['digests'] as const;

  constructor(
    jobs: JobRegistry,
    private readonly deliveries: Deliveries,
    private readonly repository: DeliveriesRepository,
    private readonly database: Database,
  ) {
    jobs.register(this);
  }

  async runTogether(contexts: readonly JobContext[]): Promise<Map<string, JobResult | Error>> {
    const results = new Map<string, JobResult | Error>(contexts.map(({ projectId }) => [projectId, { ...NOTHING }]));
    const waiting = await this.firstOfEachScope(contexts);
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let next = waiting.shift(); next; next = waiting.shift())
          results.set(next.context.projectId, await this.scope(next.scopeId, next.context));
      }),
    );
    return results;
  }

  private async firstOfEachScope(contexts: readonly JobContext[]) {
    const ids = contexts.map(({ projectId }) => projectId);
    const rows = await this.repository.scopesOf(this.database, ids);
    const firsts = new Map(rows.toReversed().map(({ id, account_scope_id }) => [account_scope_id, id]));
    return [...firsts].flatMap(([scopeId, id]) => {
      const context = contexts.find(({ projectId }) => projectId === id);
      return context ? [{ scopeId, context }] : [];
    });
  }

  private async scope(scopeId: string, context: JobContext): Promise<JobResult | Error> {
    try {
      const done = await withinWholeScopes(() =>
        this.deliveries.deliver(scopeId, context.signal, ({ name, target }, why) =>
          context.warn(`the digest “${name}” was given up: ${target} ${why}`, { target, why }),
        ),
      );
      return { ...done };
    } catch (error) {
      context.signal.throwIfAborted();
      return error instanceof Error ? error : new Error(String(error));
    }
  }
}
