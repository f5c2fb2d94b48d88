import { randomBytes } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { AppError, errorText } from '../../common/app-error.js';
import { Clock } from '../../common/clock.js';
import { Database } from '../../database/index.js';
import { RunStarter } from '../../jobs/index.js';
import { ProjectSources } from '../../projects/index.js';
import { ConnectorRegistry } from '../core/connector-registry.js';
import type { ConnectorName } from '../core/contract.js';
import { DueRecordsRepository } from '../core/due-records.repository.js';
import type { Delivery } from '../core/webhook-dialect.js';
import { unproven } from '../core/webhook-signature.js';
import { WebhookDeliveriesRepository } from '../core/webhook-deliveries.repository.js';
import { dueRecordsJobType } from '../due-records.jobs.js';

/**
 * Takes webhooks in. A delivery only makes records due to be read again: nothing in it is stored as it is, so that
 * lost, doubled, forged and reordered deliveries all end in what polling finds.
 */
@Injectable()
export class WebhookIntake {
  private readonly log = new Logger('webhooks');

  constructor(
    private readonly registry: ConnectorRegistry,
    private readonly sources: ProjectSources,
    private readonly deliveries: WebhookDeliveriesRepository,
    private readonly due: DueRecordsRepository,
    private readonly starter: RunStarter,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Whether the delivery was new. Answers at once; the reading is a job's.
   * @throws AppError `unauthorized`, all alike and after the same work, for unknown webhooks, those without a secret
   * and wrong signatures; for old deliveries too, once the signature fits.
   */
  async take(connector: string, webhookId: string, delivery: Delivery): Promise<boolean> {
    if (!this.registry.has(connector)) throw unproven();
    const vendor = this.registry.get(connector);
    const { name } = vendor.connector;
    if (!vendor.webhooks) throw unproven();
    const target = await this.target(name, webhookId);
    const secret = target?.secret ?? randomBytes(32).toString('hex');
    const { deliveryId, refs } = vendor.webhooks.read(delivery, secret, this.clock.now().getTime());
    if (!target) throw unproven();
    if (deliveryId.length > 200) throw new AppError('validation_failed', 'The delivery id is too long');
    const taken = await this.database.transaction(async (tx) => {
      if (!(await this.deliveries.add(tx, target.projectId, name, deliveryId))) return false;
      if (refs.length === 0) return true;
      await this.due.add(tx, target.projectId, name, refs);
      await this.starter.followUp(tx, [
        {
          project_id: target.projectId,
          job_type: dueRecordsJobType(name),
          triggered_by: null,
          request_id: null,
          payload: {},
        },
      ]);
      return true;
    });
    if (taken) this.starter.nudge();
    return taken;
  }

  /** Null for a webhook that takes no deliveries; the log says why. */
  private async target(connector: ConnectorName, webhookId: string) {
    try {
      const target = await this.sources.webhookTarget(connector, webhookId);
      if (!target) this.log.warn(`A ${connector} delivery names no webhook, or one without a secret: ${webhookId}`);
      return target;
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'secrets_key_missing')) throw error;
      this.log.error(`A ${connector} delivery can’t be checked: ${errorText(error)}`);
      return null;
    }
  }
}
