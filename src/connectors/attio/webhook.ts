import type { Delivery, ReadDelivery, WebhookDialect } from '../core/webhook-dialect.js';
import { isTextId, objectOf } from '../core/webhook-refs.js';
import { assertSignature, refused } from '../core/webhook-signature.js';

/**
 * Attio's webhooks: `Attio-Signature` (`X-Attio-Signature` where a proxy dropped it) is the hex HMAC-SHA256 of the raw
 * body. Nothing tells when it was sent, so that a delivery has no age: an old one that is sent again is known by its
 * `Idempotency-Key`, which retries keep, and makes at worst a record be read once more
 * (docs/contract/vendors.md#attio).
 */
export const attioWebhooks: WebhookDialect = {
  read({ headers, rawBody, body }: Delivery, secret: string): ReadDelivery {
    assertSignature(headers['attio-signature'] ?? headers['x-attio-signature'], secret, [rawBody]);
    const deliveryId = headers['idempotency-key'];
    if (!deliveryId) throw refused('There is no Idempotency-Key');
    const { events } = body;
    const refs = Array.isArray(events) ? events.flatMap((event: unknown) => refsOf(objectOf(event))) : [];
    return { deliveryId, refs: [...new Set(refs)] };
  },
};

type Fields = ReturnType<typeof objectOf>;

/** By what stands before the dot: an event holds ids only, and the record is read after any change. */
const REFS: ReadonlyMap<string, (id: Fields, event: Fields) => string[]> = new Map([
  // Of a merge, the record that came out and the one of the two that went in which the event is about.
  [
    'record',
    (id, event) => [
      ...recordRef(id['object_id'], id['record_id']),
      ...recordRef(event['duplicate_object_id'], event['duplicate_record_id']),
    ],
  ],
  ['note', (id) => ref('note', id['note_id'])],
  ['note-content', (id) => ref('note', id['note_id'])],
  ['task', (id) => ref('task', id['task_id'])],
  // Meetings have no events of their own.
  ['call-recording', (id) => ref('meeting', id['meeting_id'])],
]);

function refsOf(event: Fields): string[] {
  const type = event['event_type'];
  const refs = typeof type === 'string' ? REFS.get(type.split('.', 1)[0] ?? '') : undefined;
  return refs?.(objectOf(event['id']), event) ?? [];
}

const ref = (kind: string, id: unknown): string[] => (isTextId(id) ? [`${kind}:${id}`] : []);

const recordRef = (object: unknown, id: unknown): string[] =>
  isTextId(object) && isTextId(id) ? [`record:${object}/${id}`] : [];
