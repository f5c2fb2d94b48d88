import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import { AppError } from '../../common/app-error.js';
import { Clock } from '../../common/clock.js';
import { Config } from '../../config/index.js';
import { Database, type Tx } from '../../database/index.js';
import { scopesWith, validationFailed, type Principal } from '../../http/index.js';
import { SecretSeal } from '../../projects/index.js';
import { receiverProblems } from '../domain/receiver-problems.js';
import { scheduleProblems } from '../domain/subscription-problems.js';
import { digestHosts } from '../sending/digest-hosts.js';
import { newSecret } from '../sending/signature.js';
import { closeReceiver, openReceiver } from './receiver.js';
import { shownSubscription, type ShownSubscription } from './shown-subscription.js';
import type { Channel, DigestSubscription, PauseReason } from './subscription.entity.js';
import type { NewSubscriptionBody, SubscriptionChangeBody } from './subscriptions.dto.js';
import { SubscriptionsRepository } from './subscriptions.repository.js';

/** Of one account scope: each is a message a day at least. */
const MAX_SUBSCRIPTIONS = 50;

/** Who gets digests of account scopes, as their admins say. */
@Injectable()
export class Subscriptions {
  private readonly seal: SecretSeal;

  constructor(
    private readonly database: Database,
    private readonly repository: SubscriptionsRepository,
    private readonly audit: AuditLog,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    this.seal = new SecretSeal(config);
  }

  async list(user: Principal): Promise<ShownSubscription[]> {
    return (await this.repository.list(this.database, adminScopes(user))).map(shownSubscription);
  }

  /** @throws AppError `not_found` */
  async one(user: Principal, id: string): Promise<DigestSubscription> {
    const row = await this.repository.find(this.database, adminScopes(user), id);
    if (!row) throw notFound(id);
    return row;
  }

  /**
   * Makes one, and returns it with the secret that it signs with.
   * @throws AppError `validation_failed`, `conflict` where there can be none now, or `secrets_key_missing`
   */
  async make(
    user: Principal,
    body: NewSubscriptionBody,
  ): Promise<{ subscription: ShownSubscription; secret: string | null }> {
    const scopeId = scopeOf(user, body.account_scope_id);
    const { time_zone, working_days } = this.config.workingCalendar;
    const { name, channel, address, period, hour, quiet_hours = null } = body;
    const days = body.days ?? (period === 'day' ? [...working_days] : working_days.slice(0, 1));
    refuse([
      ...receiverProblems(channel, address, digestHosts(this.config)),
      ...scheduleProblems({ period, days }, quiet_hours),
    ]);
    if (this.config.PUBLIC_URL === null)
      throw new AppError('conflict', 'The lines of a digest lead to the pages: set PUBLIC_URL and restart the server');
    if (channel === 'email' && (this.config.SMTP_URL === null || this.config.SMTP_FROM === null))
      throw new AppError('conflict', 'Mails need a mail server: set SMTP_URL and SMTP_FROM and restart the server');
    const [id, secret] = [randomUUID(), channel === 'webhook' ? newSecret() : null];
    const sealed = closeReceiver(this.seal, id, { address, secret });
    return this.database.transaction(async (tx) => {
      const count = await this.repository.countForUpdate(tx, scopeId);
      if (count === null)
        throw new AppError('conflict', 'The account scope has no project yet: POST /projects makes one');
      if (count >= MAX_SUBSCRIPTIONS)
        throw new AppError('conflict', `An account scope has ${MAX_SUBSCRIPTIONS} digest subscriptions at most`);
      const row = await this.repository.insert(tx, {
        ...{ id, account_scope_id: scopeId, name, channel, target: targetOf(channel, address), sealed },
        ...{ locale: body.locale ?? this.config.RECOMMENDATIONS_LOCALE, period, days, hour },
        ...{ time_zone: body.time_zone ?? time_zone, quiet_hours },
      });
      const subscription = shownSubscription(row);
      await this.record(tx, 'digest_subscription.create', row, null, subscription);
      return { subscription, secret };
    });
  }

  /**
   * Changes it; times that are over by then are not made up for.
   * @throws AppError as above, or `not_found`
   */
  async change(user: Principal, id: string, body: SubscriptionChangeBody): Promise<ShownSubscription> {
    const { address, paused, ...given } = body;
    return this.database.transaction(async (tx) => {
      const before = await this.repository.find(tx, adminScopes(user), id, true);
      if (!before) throw notFound(id);
      const next = { ...before, ...withoutUndefined(given) };
      refuse([
        ...(address === undefined ? [] : receiverProblems(before.channel, address, digestHosts(this.config))),
        ...scheduleProblems(next, next.quiet_hours),
      ]);
      const { secret } = address === undefined ? { secret: null } : openReceiver(this.seal, id, before.sealed);
      const row = await this.repository.update(tx, {
        ...next,
        ...(address === undefined
          ? {}
          : { target: targetOf(before.channel, address), sealed: closeReceiver(this.seal, id, { address, secret }) }),
        paused_because: pauseOf(paused, before.paused_because),
        starts_after: this.clock.now(),
      });
      const [was, is] = [shownSubscription(before), shownSubscription(row)];
      await this.record(tx, 'digest_subscription.change', row, was, is);
      return is;
    });
  }

  /**
   * Removes it with its deliveries, and returns it as it was.
   * @throws AppError `not_found`
   */
  async remove(user: Principal, id: string): Promise<ShownSubscription> {
    return this.database.transaction(async (tx) => {
      const row = await this.repository.find(tx, adminScopes(user), id, true);
      if (!row) throw notFound(id);
      await this.repository.remove(tx, id);
      await this.record(tx, 'digest_subscription.delete', row, shownSubscription(row), null);
      return shownSubscription(row);
    });
  }

  private record(
    tx: Tx,
    action: string,
    { id, account_scope_id }: DigestSubscription,
    before: ShownSubscription | null,
    after: ShownSubscription | null,
  ): Promise<void> {
    const entity = { entity_type: 'digest_subscription', entity_id: id };
    return this.audit.record(tx, { action, ...entity, project_id: null, account_scope_id, before, after });
  }
}

/** Account scopes whose digests the person decides about. */
export const adminScopes = ({ memberships }: Principal): string[] => scopesWith(memberships, 'admin');

const notFound = (id: string) =>
  new AppError('not_found', `There is no digest subscription ${id} in your account scopes`);
/** Of a web address the rest may be a secret; a mail address is what people know it by. */
const targetOf = (channel: Channel, address: string) => (channel === 'email' ? address : new URL(address).host);
const pauseOf = (paused: boolean | undefined, before: PauseReason | null): PauseReason | null =>
  paused === undefined ? before : paused ? (before ?? 'person') : null;

function scopeOf(user: Principal, wanted: string | undefined): string {
  const scopes = adminScopes(user);
  const [only] = wanted === undefined && scopes.length === 1 ? scopes : scopes.filter((id) => id === wanted);
  if (only !== undefined) return only;
  throw validationFailed([{ path: 'account_scope_id', problem: 'must be an account scope that you administer' }]);
}

function refuse(problems: ReturnType<typeof scheduleProblems>): void {
  if (problems.length > 0) throw validationFailed(problems);
}

const withoutUndefined = <T extends object>(given: T) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
