import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { decodeCursor } from '../../common/cursor.js';
import { keysetPage } from '../../common/keyset-page.js';
import {
  Access,
  FromReplica,
  Limited,
  named,
  NEXT_CURSOR,
  oneOf,
  Operation,
  orNull,
  User,
  type Principal,
} from '../../http/index.js';
import { SUBSCRIPTION_ID } from '../subscriptions/examples.js';
import { CHANNELS } from '../subscriptions/subscription.entity.js';
import { DeliveriesQuery, DeliveryParams } from './deliveries.dto.js';
import { DELIVERY_STATUSES } from './delivery.entity.js';
import { ListedDeliveries } from './listed-deliveries.service.js';

const TIME = '2026-02-08T07:05:12.000Z';
const DELIVERY = named('DigestDelivery', {
  id: '1f6b8c2d-7e34-4a19-9c50-2d3e4f5a6b70',
  subscription_id: SUBSCRIPTION_ID,
  account_scope_id: '5a0fcbd4-9c0c-4f21-8a2b-0d9d3c6b7e02',
  name: 'Morning, #projects',
  channel: oneOf(CHANNELS, 'webhook'),
  target: 'hooks.example.com',
  period_start: '2026-02-07',
  period_end: '2026-02-07',
  status: oneOf(DELIVERY_STATUSES, 'waiting'),
  attempts: 2,
  next_try_at: orNull(TIME),
  last_error: orNull('answered 503'),
  sent_at: orNull(TIME, null),
  created_at: TIME,
});

@ApiTags('digest')
@Controller('digest/deliveries')
@Access('admin')
export class DeliveriesController {
  constructor(private readonly deliveries: ListedDeliveries) {}

  @Get()
  @FromReplica()
  @Operation({
    id: 'listDigestDeliveries',
    summary: 'What became of the digests that were sent, the newest first',
    description:
      'Those of the account scopes that you administer, for 90 days. `waiting`: it is tried at `next_try_at`, once quiet ' +
      'hours and pauses are over; `failed`: it was given up after 8 tries, or at once where no repetition helps. `id` is ' +
      'the webhook-id of all its tries.',
    example: { deliveries: [DELIVERY], next_cursor: NEXT_CURSOR },
  })
  async list(@User() user: Principal, @Query() { limit, cursor, ...filter }: DeliveriesQuery) {
    const after = cursor === undefined ? null : decodeCursor(cursor, ['uuid'])[0];
    const found = await this.deliveries.list(user, filter, limit + 1, after);
    const { rows: deliveries, next_cursor } = keysetPage(found, limit, ({ id }) => [id]);
    return { deliveries, next_cursor };
  }

  @Post(':id/retry')
  @HttpCode(200)
  @Limited('trigger')
  @Operation({
    id: 'retryDigestDelivery',
    summary: 'Try a digest again that was given up',
    description: 'With all its tries. A run of digest_deliveries takes it at once; see GET /digest/deliveries.',
    effect: 'sends a message to the outside',
    example: { delivery: DELIVERY },
    errors: ['not_found', 'invalid_transition'],
  })
  async retry(@User() user: Principal, @Param() { id }: DeliveryParams) {
    return { delivery: await this.deliveries.retry(user, id) };
  }
}
