import type { Delivery, ReadDelivery, WebhookDialect } from '../core/webhook-dialect.js';
import { objectOf } from '../core/webhook-refs.js';
import { assertRecent, assertSignature, refused } from '../core/webhook-signature.js';

/** Chatwoot asks receivers to refuse what is older than about five minutes (docs/contract/vendors.md#chatwoot). */
const WINDOW_MS = 5 * 60_000;

/**
 * Chatwoot's account webhooks: `X-Chatwoot-Signature: sha256=<hex>` over `<timestamp>.<raw body>`. A deleted message's
 * webhook may name another message, and events come in any order: so for every event its whole conversation is read
 * again (docs/contract/vendors.md#chatwoot).
 */
export const chatwootWebhooks: WebhookDialect = {
  read({ headers, rawBody, body }: Delivery, secret: string, now: number): ReadDelivery {
    const timestamp = headers['x-chatwoot-timestamp'] ?? '';
    assertSignature(headers['x-chatwoot-signature']?.replace(/^sha256=/, ''), secret, [timestamp, '.', rawBody]);
    assertRecent(Number(timestamp) * 1000, now, WINDOW_MS);
    const deliveryId = headers['x-chatwoot-delivery'];
    if (!deliveryId) throw refused('There is no X-Chatwoot-Delivery');
    return { deliveryId, refs: refsOf(body) };
  },
};

function refsOf(body: Delivery['body']): string[] {
  const event = typeof body['event'] === 'string' ? body['event'] : '';
  if (event.startsWith('conversation_typing')) return [];
  if (event.startsWith('message_')) return ref('conversation', idOf(body['conversation']));
  if (event.startsWith('conversation_')) return ref('conversation', idOf(body));
  if (event.startsWith('contact_')) return ref('contact', idOf(body));
  if (event.startsWith('inbox_')) return ['inboxes'];
  return [];
}

const ref = (kind: string, id: number | null) => (id === null ? [] : [`${kind}:${id}`]);

function idOf(value: unknown): number | null {
  const { id } = objectOf(value);
  return typeof id === 'number' && Number.isSafeInteger(id) && id > 0 ? id : null;
}
