import { createHmac, randomUUID } from 'node:crypto';
import type { LinearChange } from './changes.js';
import { valueOf } from './model.js';
import { TYPE_NAMES } from './records.js';
import { WEBHOOK_KINDS, webhookData } from './webhook-data.js';
import type { LinearWorld } from './world.js';

export interface LinearDelivery {
  headers: Record<string, string>;
  /** The raw text the signature is made over. */
  body: string;
}

/** What to make different from an honest delivery. */
export interface DeliveryChoices {
  /** The same one makes it the same delivery again, as Linear's own retries are. */
  deliveryId?: string;
  /** Epoch ms; default the world's now. Older than a minute is a replay. */
  webhookTimestamp?: number;
  /** Instead of the true signature. */
  signature?: string;
  /** Laid over the payload before it is signed. */
  payload?: Record<string, unknown>;
  actorId?: string | null;
}

const WEBHOOK_ID = '7c1f8a52-3f0e-4a8e-9b1c-52d1f0a6e310';

/**
 * A webhook call for a change, as `world.watch` hands them out. Nothing is sent: post `body` as it is, with `headers`.
 * @throws for kinds Linear has no events for: teams, states, relations
 */
export function linearDelivery(
  world: LinearWorld,
  change: LinearChange,
  secret: string,
  choices: DeliveryChoices = {},
): LinearDelivery {
  const { kind, action, row, updatedFrom, at } = change;
  if (!WEBHOOK_KINDS.includes(kind)) throw new Error(`Linear sends no webhooks for ${TYPE_NAMES[kind]}`);
  const timestamp = choices.webhookTimestamp ?? world.now();
  const data = webhookData(world, kind, row);
  const payload = {
    action,
    type: TYPE_NAMES[kind],
    actor: actorOf(world, choices.actorId),
    createdAt: at,
    data,
    ...(typeof data['url'] === 'string' ? { url: data['url'] } : {}),
    ...(action === 'update' ? { updatedFrom: updatedFrom ?? {} } : {}),
    organizationId: world.organization.id,
    webhookId: WEBHOOK_ID,
    webhookTimestamp: timestamp,
    ...choices.payload,
  };
  const body = JSON.stringify(payload);
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Linear-Webhook',
    'linear-delivery': choices.deliveryId ?? randomUUID(),
    'linear-event': TYPE_NAMES[kind],
    'linear-timestamp': String(timestamp),
    'linear-signature': choices.signature ?? linearSignature(body, secret),
  };
  return { headers, body };
}

/** The same call later: same id, new timestamp, signed anew. */
export function linearRetry(delivery: LinearDelivery, secret: string, webhookTimestamp: number): LinearDelivery {
  const body = JSON.stringify({ ...(JSON.parse(delivery.body) as object), webhookTimestamp });
  const changed = { 'linear-timestamp': String(webhookTimestamp), 'linear-signature': linearSignature(body, secret) };
  return { headers: { ...delivery.headers, ...changed }, body };
}

/** Hex HMAC-SHA256 of the raw body. */
export const linearSignature = (body: string, secret: string): string =>
  createHmac('sha256', secret).update(body).digest('hex');

/** Collects what happens from here on, webhook kinds only. */
export function recordChanges(world: LinearWorld): { changes: LinearChange[]; stop: () => void } {
  const changes: LinearChange[] = [];
  const stop = world.watch((change) => {
    if (WEBHOOK_KINDS.includes(change.kind)) changes.push(change);
  });
  return { changes, stop };
}

function actorOf(world: LinearWorld, id: string | null | undefined): object | null {
  if (id === null) return null;
  const user = id === undefined ? world.viewer() : world.tables.get('user', id);
  const { name, email } = user;
  return { id: user.id, type: 'user', name, email, url: valueOf('User', 'url', user, world) };
}
