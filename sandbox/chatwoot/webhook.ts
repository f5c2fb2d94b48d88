import { createHmac, randomUUID } from 'node:crypto';

export interface ChatwootDelivery {
  headers: Record<string, string>;
  /** The raw text that is signed, together with its timestamp. */
  body: string;
}

/**
 * A webhook call of an account's webhook, as Chatwoot 4.11.2 and newer make it.
 * @param options `at`: epoch ms, default now; `deliveryId`: default a new one
 */
export function chatwootDelivery(
  payload: object,
  secret: string,
  options: { deliveryId?: string; at?: number } = {},
): ChatwootDelivery {
  const body = JSON.stringify(payload);
  const timestamp = String(Math.floor((options.at ?? Date.now()) / 1000));
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return {
    headers: {
      'content-type': 'application/json',
      'x-chatwoot-signature': `sha256=${signature}`,
      'x-chatwoot-timestamp': timestamp,
      'x-chatwoot-delivery': options.deliveryId ?? randomUUID(),
    },
    body,
  };
}
