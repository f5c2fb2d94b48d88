import { randomUUID } from 'node:crypto';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Clock } from '../../common/clock.js';
import { Access, Limited, Operation, orNull, ShownOnce, User, type Principal } from '../../http/index.js';
import { lastFullDay, spanUpTo } from '../domain/span.js';
import { DigestSender } from '../sending/sender.js';
import { SUBSCRIPTION } from './examples.js';
import { NewSubscriptionBody, SubscriptionChangeBody, SubscriptionParams } from './subscriptions.dto.js';
import { Subscriptions } from './subscriptions.service.js';

@ApiTags('digest')
@Controller('digest/subscriptions')
@Access('admin')
export class SubscriptionsController {
  constructor(
    private readonly subscriptions: Subscriptions,
    private readonly sender: DigestSender,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Operation({
    id: 'listDigestSubscriptions',
    summary: 'Where digests of your account scopes are sent, and when',
    description:
      'Those of the account scopes that you administer, the oldest first. `target` is the host; the whole address is ' +
      'never shown. `paused_because` gone: the receiver answered 410. `told_until`: the last day that was told.',
    example: { subscriptions: [SUBSCRIPTION] },
  })
  async list(@User() user: Principal) {
    return { subscriptions: await this.subscriptions.list(user) };
  }

  @Post()
  @HttpCode(200)
  @ShownOnce()
  @Operation({
    id: 'createDigestSubscription',
    summary: 'Send digests of an account scope to an address',
    description:
      'A digest tells of all days since the one before it, so that no day is told twice or left out; the first one ' +
      'tells of a day, or of a week. `secret` is shown this once: a webhook’s messages carry webhook-id, ' +
      'webhook-timestamp and webhook-signature as standardwebhooks.com describes, made with it. A message that is sent ' +
      'again has the same webhook-id. Addresses are https and of hosts that DIGEST_HOSTS names; those of DIGEST_PRIVATE_HOSTS may be private.',
    confirm: 'The address gets names of clients and what is said of them, as often as it is set to.',
    example: { subscription: SUBSCRIPTION, secret: orNull('whsec_shown-once') },
    errors: ['conflict', 'secrets_key_missing'],
  })
  async make(@User() user: Principal, @Body() body: NewSubscriptionBody) {
    return this.subscriptions.make(user, body);
  }

  @Patch(':id')
  @Operation({
    id: 'changeDigestSubscription',
    summary: 'Change when and where a digest is sent, pause or resume it',
    description: 'What is left out stays as it is. Times of the day that are over by then are not made up for.',
    confirm: 'From now on digests are sent as it says, with names of clients and what is said of them.',
    example: { subscription: SUBSCRIPTION },
    errors: ['not_found', 'secrets_key_missing'],
  })
  async change(@User() user: Principal, @Param() { id }: SubscriptionParams, @Body() body: SubscriptionChangeBody) {
    return { subscription: await this.subscriptions.change(user, id, body) };
  }

  @Delete(':id')
  @Operation({
    id: 'removeDigestSubscription',
    summary: 'Stop sending digests to an address',
    description: 'Answers the subscription as it was.',
    confirm: 'Its address, its secret and the list of what was sent are gone for good.',
    example: { subscription: SUBSCRIPTION },
    errors: ['not_found'],
  })
  async remove(@User() user: Principal, @Param() { id }: SubscriptionParams) {
    return { subscription: await this.subscriptions.remove(user, id) };
  }

  @Post(':id/test')
  @HttpCode(200)
  @Limited('trigger')
  @Operation({
    id: 'testDigestSubscription',
    summary: 'Send the latest digest to the address now',
    description:
      'Of the latest day, or week, even if that was told already, in quiet hours and while it is paused. It is not among ' +
      'the deliveries, and is not tried again. `error`: why the receiver did not take it.',
    effect: 'sends a message to the outside',
    example: { delivered: true, error: orNull('answered 404', null) },
    errors: ['not_found'],
  })
  async test(@User() user: Principal, @Param() { id }: SubscriptionParams) {
    const subscription = await this.subscriptions.one(user, id);
    const span = spanUpTo(lastFullDay(this.clock.now()), subscription.period);
    const refusal = await this.sender.send(subscription, randomUUID(), span, AbortSignal.any([]));
    return { delivered: refusal === null, error: refusal?.text ?? null };
  }
}
