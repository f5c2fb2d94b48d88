import { Injectable } from '@nestjs/common';
import { AppError, errorText } from '../../common/app-error.js';
import { Clock } from '../../common/clock.js';
import type { Span } from '../../common/day.js';
import { AddressNotAllowed } from '../../common/pinned-fetch.js';
import { Config } from '../../config/index.js';
import { SecretSeal } from '../../projects/index.js';
import { Digests, type Digest } from '../digest.service.js';
import { digestHosts } from './digest-hosts.js';
import { mailOf } from '../domain/mail.js';
import { slackMessage, webhookMessage } from '../domain/messages.js';
import { openReceiver, type Receiver } from '../subscriptions/receiver.js';
import type { DigestSubscription } from '../subscriptions/subscription.entity.js';
import { MailRefused, sendMail } from './mailer.js';
import { post, type PostAnswer } from './post.js';
import { signed } from './signature.js';

const DEADLINE_MS = 10_000;
const GONE = 410;
/** Of these no repetition helps. */
const HOPELESS = [AddressNotAllowed, AppError, MailRefused];

/** Why a message was not taken: by kinds as the error queue knows them, and `gone` where it never will be. */
export interface DeliveryRefusal {
  kind: 'config' | 'gone' | 'failed';
  text: string;
  retryAfterSeconds?: number | undefined;
}

/** Makes the digest of some days and sends it to where a subscription says. */
@Injectable()
export class DigestSender {
  private readonly seal: SecretSeal;

  constructor(
    private readonly digests: Digests,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    this.seal = new SecretSeal(config);
  }

  /**
   * Null: it was taken.
   * @param id what the receiver knows the message by
   * @throws what aborts `signal`
   */
  async send(
    subscription: DigestSubscription,
    id: string,
    span: Span,
    signal: AbortSignal,
  ): Promise<DeliveryRefusal | null> {
    const { account_scope_id: accountScopeId, locale } = subscription;
    const digest = await this.digests.of({ accountScopeId }, span, locale);
    const base = this.config.PUBLIC_URL;
    if (base === null) return { kind: 'config', text: 'PUBLIC_URL is not set: lines would lead nowhere' };
    const deadline = this.clock.deadline(DEADLINE_MS);
    try {
      const receiver = openReceiver(this.seal, subscription.id, subscription.sealed);
      const both = AbortSignal.any([signal, deadline]);
      if (subscription.channel === 'email') {
        await sendMail(this.config, receiver.address, mailOf(digest, base), id, both);
        return null;
      }
      const { status, retryAfterSeconds } = await this.post(receiver, id, digest, base, both);
      if (status >= 200 && status < 300) return null;
      return { kind: status === GONE ? 'gone' : 'failed', text: `answered ${status}`, retryAfterSeconds };
    } catch (error) {
      signal.throwIfAborted();
      if (HOPELESS.some((kind) => error instanceof kind) && error instanceof Error)
        return { kind: 'config', text: error.message };
      return { kind: 'failed', text: deadline.aborted ? `no answer within ${DEADLINE_MS / 1000} s` : errorText(error) };
    }
  }

  private post(receiver: Receiver, id: string, digest: Digest, base: string, signal: AbortSignal): Promise<PostAnswer> {
    const { address, secret } = receiver;
    const now = this.clock.now();
    const body = JSON.stringify(secret === null ? slackMessage(digest, base) : webhookMessage(digest, base, now));
    const headers = secret === null ? {} : signed(secret, id, now, body);
    return post(address, body, headers, digestHosts(this.config), signal);
  }
}
