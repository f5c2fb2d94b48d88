import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { readConfig } from '../../config/index.js';
import { SecretSeal } from '../../projects/index.js';
import { closeReceiver, openReceiver } from './receiver.js';
import { resealReceivers } from './reseal-receivers.js';
import { SubscriptionsRepository } from './subscriptions.repository.js';

const key = (fill: number) => Buffer.alloc(32, fill).toString('base64');
const sealWith = (now: number, ...before: number[]) =>
  new SecretSeal(
    readConfig({ NODE_ENV: 'test', SECRETS_KEY: key(now), SECRETS_KEYS_BEFORE: before.map(key).join(',') }),
  );
const [OLD, NEW, OTHER] = [1, 2, 3];
const RECEIVER = { address: 'https://hooks.example/secret', secret: 'whsec_c2VjcmV0' };
const subscriptions = new SubscriptionsRepository();

let db: TestDatabase;
let scopeId: string;

beforeAll(async () => {
  db = await openTestDatabase();
  const [row] = await db.database.query<{ id: string }>(
    `INSERT INTO account_scopes (key, name) VALUES ('s', 'S') RETURNING id`,
  );
  scopeId = row?.id ?? '';
});
afterAll(() => db.close());

async function store(seal: SecretSeal): Promise<string> {
  const id = randomUUID();
  await db.database.transaction((tx) =>
    subscriptions.insert(tx, {
      ...{ id, account_scope_id: scopeId, name: 'Morning', channel: 'webhook', target: 'hooks.example' },
      ...{ sealed: closeReceiver(seal, id, RECEIVER), locale: 'en', period: 'day', days: ['mon'], hour: 8 },
      ...{ time_zone: 'UTC', quiet_hours: null },
    }),
  );
  return id;
}

it('puts addresses that an old key sealed under the new one, and names what no key opens', async () => {
  const [old, lost] = [await store(sealWith(OLD)), await store(sealWith(OTHER))];
  await store(sealWith(NEW));
  expect(await resealReceivers(db.database, sealWith(NEW, OLD))).toEqual({
    current: 1,
    resealed: 1,
    unreadable: [`the digest subscription ${lost}`],
  });
  const row = await subscriptions.find(db.database, [scopeId], old);
  expect(openReceiver(sealWith(NEW), old, row!.sealed)).toEqual(RECEIVER);
  expect(() => openReceiver(sealWith(NEW), lost, row!.sealed)).toThrow(/SECRETS_KEYS_BEFORE/);
});
