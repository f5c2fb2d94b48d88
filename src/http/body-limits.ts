import { AppError } from '../common/app-error.js';

/** Vendors send whole objects, and sign the bytes: those bodies may be larger, and are kept as they came. */
const WEBHOOKS = /^(?:\/v1)?\/webhooks\//;

export interface BodyLimit {
  bytes: number;
  isWebhook: boolean;
}

/** How large a body may be, by the path it is sent to. */
export function bodyLimitOf(path: string): BodyLimit {
  const isWebhook = WEBHOOKS.test(path);
  return { bytes: (isWebhook ? 1024 : 64) * 1024, isWebhook };
}

export const tooLarge = (bytes: number): AppError =>
  new AppError('payload_too_large', `The body is over ${bytes / 1024} KiB`);
