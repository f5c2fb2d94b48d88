import { Injectable } from '@nestjs/common';
import { AppError } from '../../common/app-error.js';
import { Clock } from '../../common/clock.js';
import { Database } from '../../database/index.js';
import { RunStarter } from '../../jobs/index.js';
import { ProjectSources } from '../../projects/index.js';
import { ConnectorRegistry } from '../core/connector-registry.js';
import { DueRecordsRepository } from '../core/due-records.repository.js';
import type { Delivery } from '../core/webhook-dialect.js';
import { refused } from '../core/webhook-signature.js';
import { WebhookDeliveriesRepository } from '../core/webhook-deliveries.repository.js';
import { dueRecordsJobType } from '../due-records.jobs.js';

/**
 * Takes webhooks in. A delivery only makes records due to be read again: nothing in it is stored as it is, so that
 * lost, doubled, forged and reordered deliveries all end in what polling finds.
 */
@Injectable()
export class WebhookIntake {
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
   * @throws AppError `unauthorized` for unknown sources, wrong signatures and old deliveries, all alike.
   */
  async take(connector: string, webhookId: string, delivery: Delivery): Promise<boolean> {
    if (!this.registry.has(connector)) throw refused('There is no such webhook');
    const vendor = this.registry.get(connector);
    const { name } = vendor.connector;
    const target = vendor.webhooks ? await this.sources.webhookTarget(name, webhookId) : null;
    if (!vendor.webhooks || !target) throw refused('There is no such webhook');
    const { deliveryId, refs } = vendor.webhooks.read(delivery, target.secret, this.clock.now().getTime());
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
}
