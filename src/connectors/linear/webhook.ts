import type { Delivery, ReadDelivery, WebhookDialect } from '../core/webhook-dialect.js';
import { assertRecent, assertSignature, refused } from '../core/webhook-signature.js';

/** linear/linear packages/sdk/src/webhooks/client.ts refuses what is older. */
const WINDOW_MS = 60_000;

/**
 * Linear's webhooks: `Linear-Signature` is the hex HMAC-SHA256 of the raw body, whose `webhookTimestamp` (or the header
 * `Linear-Timestamp`) says when it was sent (https://linear.app/developers/webhooks). Retries keep `Linear-Delivery`.
 */
export const linearWebhooks: WebhookDialect = {
  read({ headers, rawBody, body }: Delivery, secret: string, now: number): ReadDelivery {
    assertSignature(headers['linear-signature'], secret, [rawBody]);
    assertRecent(Number(body['webhookTimestamp'] ?? headers['linear-timestamp'] ?? Number.NaN), now, WINDOW_MS);
    const deliveryId = headers['linear-delivery'];
    if (!deliveryId) throw refused('There is no Linear-Delivery');
    return { deliveryId, refs: refsOf(body) };
  },
};

const KINDS: Readonly<Record<string, string>> = {
  Issue: 'issue',
  Cycle: 'cycle',
  Project: 'project',
  IssueLabel: 'label',
  User: 'user',
};

/** A comment's issue is read, which tells of removed comments too. */
function refsOf(body: Delivery['body']): string[] {
  const { type, data } = body;
  if (typeof type !== 'string' || typeof data !== 'object' || data === null) return [];
  const { id, issueId } = data as { id?: unknown; issueId?: unknown };
  if (type === 'Comment' && typeof issueId === 'string') return [`issue:${issueId}`];
  const kind = KINDS[type];
  return kind === undefined || typeof id !== 'string' ? [] : [`${kind}:${id}`];
}
