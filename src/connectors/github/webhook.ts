import type { Delivery, ReadDelivery, WebhookDialect } from '../core/webhook-dialect.js';
import { objectOf } from '../core/webhook-refs.js';
import { assertSignature, refused } from '../core/webhook-signature.js';

const REPOSITORY = /^[\w.-]{1,100}\/[\w.-]{1,100}$/;
/** A record's part of a webhook's body, what its refs begin with, and the field that names it. */
const RECORDS = [
  ['issue', 'issue', 'number'],
  ['comment', 'comment', 'id'],
  ['milestone', 'milestone', 'number'],
  ['label', 'label', 'name'],
] as const;

/**
 * GitHub's webhooks: `X-Hub-Signature-256: sha256=<hex>` over the raw body. Nothing tells when it was sent; a
 * delivery that is sent again keeps its `X-GitHub-Delivery` (docs/contract/vendors.md#github).
 */
export const githubWebhooks: WebhookDialect = {
  read({ headers, rawBody, body }: Delivery, secret: string): ReadDelivery {
    assertSignature(headers['x-hub-signature-256']?.replace(/^sha256=/, ''), secret, [rawBody]);
    const deliveryId = headers['x-github-delivery'];
    if (!deliveryId) throw refused('There is no X-GitHub-Delivery');
    return { deliveryId, refs: refsOf(body) };
  },
};

/** The records that it names are read after any change; pull requests are left out. */
function refsOf(body: Delivery['body']): string[] {
  const repository = objectOf(body['repository'])['full_name'];
  if (typeof repository !== 'string' || !REPOSITORY.test(repository) || objectOf(body['issue'])['pull_request'])
    return [];
  return RECORDS.flatMap(([part, kind, field]) => {
    const id = objectOf(body[part])[field];
    const names = typeof id === 'number' || (typeof id === 'string' && id !== '' && id.length <= 100);
    return names ? [`${kind}:${repository.toLowerCase()}#${id}`] : [];
  });
}
