import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import { AppError } from '../../common/app-error.js';
import { Clock } from '../../common/clock.js';
import { Database } from '../../database/index.js';
import { requestContext, type Principal } from '../../http/index.js';
import { RunStarter } from '../../jobs/index.js';
import { adminScopes } from '../subscriptions/subscriptions.service.js';
import { DIGEST_DELIVERIES } from './deliveries.job.js';
import { DeliveriesRepository, type DeliveryFilter, type ShownDelivery } from './deliveries.repository.js';

/** What became of digests, for those who decide about them. */
@Injectable()
export class ListedDeliveries {
  constructor(
    private readonly database: Database,
    private readonly repository: DeliveriesRepository,
    private readonly audit: AuditLog,
    private readonly starter: RunStarter,
    private readonly clock: Clock,
  ) {}

  /** The newest first, after the one with the id `after`. */
  list(user: Principal, filter: DeliveryFilter, limit: number, after: string | null): Promise<ShownDelivery[]> {
    return this.repository.list(this.database, adminScopes(user), filter, limit, after);
  }

  /**
   * Has it tried again, and a run begin that does so.
   * @throws AppError `not_found` or `invalid_transition`
   */
  async retry(user: Principal, id: string): Promise<ShownDelivery> {
    const shown = await this.database.transaction(async (tx) => {
      const before = await this.repository.find(tx, adminScopes(user), id);
      if (!before) throw new AppError('not_found', `There is no digest delivery ${id} in your account scopes`);
      if (!(await this.repository.again(tx, id, this.clock.now())))
        throw new AppError(
          'invalid_transition',
          `The delivery is ${before.status}: only one that failed is tried again`,
        );
      const after = (await this.repository.find(tx, adminScopes(user), id)) ?? before;
      await this.audit.record(tx, {
        ...{ action: 'digest_delivery.retry', entity_type: 'digest_delivery', entity_id: id },
        ...{ project_id: null, account_scope_id: before.account_scope_id },
        ...{ before: auditFields(before), after: auditFields(after) },
      });
      const project = await this.repository.anyProject(tx, before.account_scope_id);
      if (project !== null)
        await this.starter.followUp(tx, [
          {
            ...{ project_id: project, job_type: DIGEST_DELIVERIES, payload: {} },
            ...{ triggered_by: user.username, request_id: requestContext().requestId },
          },
        ]);
      return after;
    });
    this.starter.nudge();
    return shown;
  }
}

const auditFields = ({ status, attempts, last_error }: ShownDelivery) => ({ status, attempts, last_error });
