import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { DAY_MS } from '../../common/time-units.js';
import { decideRetry } from '../../connectors/index.js';
import { Database } from '../../database/index.js';
import { dueSpan, isQuiet } from '../domain/schedule.js';
import { DigestSender, type DeliveryRefusal } from '../sending/sender.js';
import type { DigestSubscription } from '../subscriptions/subscription.entity.js';
import { SubscriptionsRepository } from '../subscriptions/subscriptions.repository.js';
import { DeliveriesRepository, type DeliveryAttempt } from './deliveries.repository.js';
import type { DigestDelivery } from './delivery.entity.js';

/** A try that has not ended after this long is taken for lost: longer than any may take. */
const LEASE_MS = 15 * 60_000;
/** From five minutes on, doubled: eight tries take about ten hours. */
const BACK_OFF = { baseSeconds: 300, maxRetries: 8 };
const KEPT_DAYS = 90;

/** What a run did in an account scope. */
export interface DeliveryCounters {
  made: number;
  sent: number;
  /** Tried in vain, and tried again later. */
  late: number;
  /** Given up. */
  failed: number;
}

/** Makes the digests of an account scope that are due, and sends what waits. */
@Injectable()
export class Deliveries {
  constructor(
    private readonly database: Database,
    private readonly subscriptions: SubscriptionsRepository,
    private readonly repository: DeliveriesRepository,
    private readonly sender: DigestSender,
    private readonly clock: Clock,
  ) {}

  /**
   * @param failed hears of each that is given up
   * @throws what aborts `signal`
   */
  async deliver(
    scopeId: string,
    signal: AbortSignal,
    failed: (subscription: DigestSubscription, why: string) => void,
  ): Promise<DeliveryCounters> {
    const done: DeliveryCounters = { made: 0, sent: 0, late: 0, failed: 0 };
    const active = (await this.subscriptions.list(this.database, [scopeId])).filter(isActive);
    for (const subscription of active) if (await this.make(subscription)) done.made++;
    const byId = new Map(active.map((one) => [one.id, one]));
    for (const delivery of await this.repository.due(this.database, scopeId, this.clock.now())) {
      signal.throwIfAborted();
      const subscription = byId.get(delivery.subscription_id);
      if (!subscription || isQuiet(subscription.quiet_hours, subscription.time_zone, this.clock.now())) continue;
      const tried = await this.attempt(subscription, delivery, signal);
      if (tried === null) continue;
      done[tried.status === 'sent' ? 'sent' : tried.status === 'failed' ? 'failed' : 'late']++;
      if (tried.status !== 'failed') continue;
      failed(subscription, tried.last_error ?? '');
      // What else waits for this receiver would fail for the same reason.
      byId.delete(subscription.id);
    }
    await this.repository.forget(this.database, scopeId, new Date(this.clock.now().getTime() - KEPT_DAYS * DAY_MS));
    return done;
  }

  private make(subscription: DigestSubscription): Promise<boolean> {
    const now = this.clock.now();
    if (dueSpan(subscription, subscription, now) === null) return Promise.resolve(false);
    return this.database.transaction(async (tx) => {
      // Another run may have made it meanwhile, or a person changed when it is due.
      const latest = await this.subscriptions.find(tx, [subscription.account_scope_id], subscription.id, true);
      const span = latest && isActive(latest) ? dueSpan(latest, latest, now) : null;
      return latest !== null && span !== null && this.repository.make(tx, latest, span, now);
    });
  }

  /** Null: another process has begun it. Nothing but the sending itself lies between the two notes. */
  private async attempt(
    subscription: DigestSubscription,
    delivery: DigestDelivery,
    signal: AbortSignal,
  ): Promise<DeliveryAttempt | null> {
    const begun = this.clock.now();
    if (!(await this.repository.begin(this.database, delivery, begun, new Date(begun.getTime() + LEASE_MS))))
      return null;
    const { id, attempts, period_start: from, period_end: to } = delivery;
    const refusal = await this.sender.send(subscription, id, { from, to }, signal);
    const tried = this.tried(refusal, attempts + 1);
    await this.repository.end(this.database, id, attempts + 1, tried);
    if (refusal?.kind === 'gone') await this.repository.pause(this.database, subscription.id);
    return tried;
  }

  private tried(refusal: DeliveryRefusal | null, attempt: number): DeliveryAttempt {
    const now = this.clock.now();
    if (refusal === null) return { status: 'sent', next_try_at: null, last_error: null, sent_at: now };
    const { kind, text, retryAfterSeconds } = refusal;
    // Of what is gone no repetition helps, as of a wrong setting.
    const { waitSeconds } = decideRetry(kind === 'failed' ? kind : 'config', attempt, {
      ...BACK_OFF,
      random: Math.random(),
      retryAfterSeconds,
    });
    const next_try_at = waitSeconds === null ? null : new Date(now.getTime() + waitSeconds * 1000);
    return { status: next_try_at === null ? 'failed' : 'waiting', next_try_at, last_error: text, sent_at: null };
  }
}

const isActive = ({ paused_because }: DigestSubscription): boolean => paused_because === null;
