import { createHmac, timingSafeEqual } from 'node:crypto';
import { AppError } from '../../common/app-error.js';

/**
 * A delivery that proves nothing. It is one answer to an unknown webhook, to one that takes no deliveries and to a
 * wrong signature: else a stranger could find out which webhooks there are.
 */
export const unproven = () =>
  refused('There is no such webhook, or the signature does not fit the body and the webhook’s secret');

/** @throws AppError `unauthorized` unless `given` is the hex HMAC-SHA256 of the parts under the secret. */
export function assertSignature(given: string | undefined, secret: string, parts: readonly (string | Buffer)[]): void {
  const hmac = createHmac('sha256', secret);
  for (const part of parts) hmac.update(part);
  const expected = hmac.digest();
  const sent = /^[0-9a-f]{64}$/i.test(given ?? '') ? Buffer.from(given ?? '', 'hex') : Buffer.alloc(expected.length);
  if (!timingSafeEqual(sent, expected)) throw unproven();
}

/** @throws AppError `unauthorized` when the time is further from now than the window, in either direction. */
export function assertRecent(sentAtMs: number, now: number, windowMs: number): void {
  if (!(Math.abs(now - sentAtMs) <= windowMs)) throw refused('The delivery is too old, or the clocks differ');
}

export const refused = (why: string) => new AppError('unauthorized', why);
