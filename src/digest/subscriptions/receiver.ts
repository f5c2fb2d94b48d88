import { AppError } from '../../common/app-error.js';
import type { SecretSeal } from '../../projects/index.js';

/** Where a subscription's messages go. */
export interface Receiver {
  address: string;
  /** By which the receiver tells that they are this server's; null: its address alone is the secret. */
  secret: string | null;
}

/** What it is sealed for: it opens in no other subscription. */
const placeOf = (subscriptionId: string) => `digest:${subscriptionId}`;

/** @throws AppError `secrets_key_missing` without a key */
export const closeReceiver = (seal: SecretSeal, id: string, receiver: Receiver): Buffer =>
  seal.close(JSON.stringify(receiver), placeOf(id));

/** @throws AppError `secrets_key_missing` without the key it was sealed under */
export function openReceiver(seal: SecretSeal, id: string, sealed: Buffer): Receiver {
  const text = seal.open(sealed, placeOf(id));
  if (text !== null) return JSON.parse(text) as Receiver;
  throw new AppError(
    'secrets_key_missing',
    'The stored address was sealed under another SECRETS_KEY; put that key into SECRETS_KEYS_BEFORE, or store the address again',
  );
}

export const isCurrent = (seal: SecretSeal, id: string, sealed: Buffer): boolean => seal.isCurrent(sealed, placeOf(id));
