import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/index.js';
import { Clock } from '../common/clock.js';
import { Config } from '../config/index.js';
import { decideRetry, DELIVERY_MS, VendorActions, type WriteFailure } from '../connectors/index.js';
import { Database } from '../database/index.js';
import { JobRegistry, type JobContext, type JobDefinition, type JobResult } from '../jobs/index.js';
import type { Action } from './action.entity.js';
import { ActionsRepository, type Ending } from './actions.repository.js';
import { auditEntry } from './audited.js';
import { afterFailure } from './domain/settle.js';

export const ACTIONS_DELIVERIES = 'actions_deliveries';
/** A worker that is not heard of for so long is dead, and so is what it was sending. */
const CLAIM_MS = DELIVERY_MS + 60_000;

/** Sends what people have queued: one after the other, each once. */
@Injectable()
export class ActionDeliveriesJob implements JobDefinition {
  readonly type = ACTIONS_DELIVERIES;
  readonly title = 'Send the actions that are due';
  readonly cadenceSeconds = 300;
  readonly timeoutSeconds = 1800;
  readonly reads = ['projects', 'sources', 'records', 'syncs', 'actions'] as const;
  readonly writes = ['syncs', 'actions', 'audit'] as const;

  constructor(
    jobs: JobRegistry,
    private readonly actions: ActionsRepository,
    private readonly vendors: VendorActions,
    private readonly audit: AuditLog,
    private readonly database: Database,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    jobs.register(this);
  }

  async run(context: JobContext): Promise<JobResult> {
    const counts = { done: 0, queued: 0, failed: 0, unsure: 0 };
    for (let sent = 0; ; sent++) {
      context.signal.throwIfAborted();
      context.progress({ done: sent, total: null, unit: 'actions' });
      const now = this.clock.now();
      const action = await this.actions.claim(context.projectId, now, new Date(now.getTime() + CLAIM_MS));
      if (!action) return counts;
      const ending = await this.deliver(action, context);
      if (await this.settle(action, ending)) counts[ending.status as keyof typeof counts]++;
    }
  }

  /** Has the vendor make it. No transaction is open meanwhile. */
  private async deliver(action: Action, context: JobContext): Promise<Ending> {
    const { project_id: projectId, id, kind, title, text, attempts } = action;
    const order = {
      id,
      target: action.target ?? '',
      title,
      text,
      firstSentAt: action.first_sent_at ?? this.clock.now(),
      taken: await this.actions.madeAt(action),
    };
    const delivered = await this.vendors.deliver(projectId, kind, order, action.unanswered, context.signal);
    if ('made' in delivered) {
      const { ref, url } = delivered.made;
      const made = { vendor_ref: ref, vendor_url: url, error_kind: null, last_error: null };
      return { status: 'done', unanswered: false, next_try_at: null, ...made };
    }
    const { failure } = delivered;
    context.warn(`${kind} was not sent: ${failure.message}`, { action: id, attempt: attempts, kind: failure.kind });
    return this.failed(action, failure);
  }

  private failed({ attempts, unanswered }: Action, failure: WriteFailure): Ending {
    const { kind, message, retryAfterSeconds } = failure;
    const { waitSeconds } = decideRetry(kind, attempts, {
      baseSeconds: this.config.CONNECTOR_RETRY_BASE_SECONDS,
      maxRetries: this.config.CONNECTOR_MAX_RETRIES,
      random: Math.random(),
      retryAfterSeconds,
    });
    const settled = afterFailure(unanswered, failure, waitSeconds);
    const wait = settled.waitSeconds;
    return {
      status: settled.status,
      unanswered: settled.unanswered,
      next_try_at: wait === null ? null : new Date(this.clock.now().getTime() + wait * 1000),
      error_kind: kind,
      last_error: message,
      vendor_ref: null,
      vendor_url: null,
    };
  }

  /** Notes how it went, and in the audit what it came to; false where another attempt has it by now. */
  private settle(action: Action, ending: Ending): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const noted = await this.actions.settle(tx, action, ending, this.clock.now());
      if (noted && ending.status !== 'queued') {
        const account_scope_id = await this.actions.scopeOf(tx, action);
        const entry = auditEntry(`action.${ending.status}`, action, { ...action, ...ending });
        await this.audit.record(tx, { ...entry, account_scope_id });
      }
      return noted;
    });
  }
}
