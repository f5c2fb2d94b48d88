import type { Delivery, ReadDelivery, WebhookDialect } from '../core/webhook-dialect.js';
import { isTextId, objectOf } from '../core/webhook-refs.js';
import { assertRecent, assertSignature, refused } from '../core/webhook-signature.js';

/**
 * Linear tries again after a minute, an hour and six, with the timestamp of its first try. What it signed so long ago
 * only has a record read again, and its id tells a delivery that was taken (docs/contract/vendors.md#linear).
 */
const WINDOW_MS = 24 * 3_600_000;

/**
 * Linear's webhooks: `Linear-Signature` is the hex HMAC-SHA256 of the raw body, whose `webhookTimestamp` (or the header
 * `Linear-Timestamp`) says when it was sent (docs/contract/vendors.md#linear). Retries keep `Linear-Delivery`.
 */
export const linearWebhooks: WebhookDialect = {
  read({ headers, rawBody, body }: Delivery, secret: string, now: number): ReadDelivery {
    assertSignature(headers['linear-signature'], secret, [rawBody]);
    assertRecent(sentAt(body['webhookTimestamp'], headers['linear-timestamp']), now, WINDOW_MS);
    const deliveryId = headers['linear-delivery'];
    if (!deliveryId) throw refused('There is no Linear-Delivery');
    return { deliveryId, refs: refsOf(body) };
  },
};

/** What the signed body says; the header where it says nothing, as Linear's own client does. */
function sentAt(inBody: unknown, inHeader: string | undefined): number {
  if (typeof inBody === 'number') return inBody;
  return inBody === undefined ? Number(inHeader) : Number.NaN;
}

const KINDS: ReadonlyMap<string, string> = new Map([
  ['Issue', 'issue'],
  ['Cycle', 'cycle'],
  ['Project', 'project'],
  ['IssueLabel', 'label'],
  ['User', 'user'],
]);

/** A comment's issue is read, which tells of removed comments too. */
function refsOf({ type, data }: Delivery['body']): string[] {
  if (typeof type !== 'string') return [];
  const { id, issueId } = objectOf(data);
  const [kind, read] = type === 'Comment' ? ['issue', issueId] : [KINDS.get(type), id];
  return kind !== undefined && isTextId(read) ? [`${kind}:${read}`] : [];
}
