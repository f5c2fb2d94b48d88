import { AppError } from '../../common/app-error.js';
import type { Sql } from '../../database/index.js';
import type { Resealed, SecretSeal } from '../../projects/index.js';
import { closeReceiver, isCurrent, openReceiver } from './receiver.js';
import { SubscriptionsRepository } from './subscriptions.repository.js';

/** Seals again, under SECRETS_KEY, the addresses that a key before it sealed. May run while servers work. */
export async function resealReceivers(sql: Sql, seal: SecretSeal): Promise<Resealed> {
  const subscriptions = new SubscriptionsRepository();
  const done: Resealed = { current: 0, resealed: 0, unreadable: [] };
  for (const { id, sealed } of await subscriptions.sealed(sql)) {
    try {
      if (isCurrent(seal, id, sealed)) done.current++;
      else {
        const after = closeReceiver(seal, id, openReceiver(seal, id, sealed));
        if (await subscriptions.reseal(sql, id, sealed, after)) done.resealed++;
      }
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'secrets_key_missing') throw error;
      done.unreadable.push(`the digest subscription ${id}`);
    }
  }
  return done;
}
