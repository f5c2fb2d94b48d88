import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { withinProjects, withinScopes } from '../../database/index.js';
import type { DigestSubscription } from '../subscriptions/subscription.entity.js';
import { SubscriptionsRepository } from '../subscriptions/subscriptions.repository.js';
import { DeliveriesRepository } from './deliveries.repository.js';

const NOW = new Date('2026-02-04T07:05:00Z');
const LATER = new Date('2026-02-04T07:20:00Z');
const DAY = { from: '2026-02-03', to: '2026-02-03' };
const SENT = { status: 'sent', next_try_at: null, last_error: null, sent_at: NOW } as const;
const subscriptions = new SubscriptionsRepository();
const repository = new DeliveriesRepository();

let db: TestDatabase;
let mine: { scope: string; project: string };
let theirs: { scope: string; project: string };
let subscription: DigestSubscription;

beforeAll(async () => {
  db = await openTestDatabase();
  [mine, theirs] = [await newScope('mine'), await newScope('theirs')];
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.database.run('DELETE FROM digest_subscriptions');
  subscription = await db.database.transaction((tx) =>
    subscriptions.insert(tx, {
      ...{ id: randomUUID(), account_scope_id: mine.scope, name: 'Morning', channel: 'slack', target: 'hooks.example' },
      ...{ sealed: Buffer.from('sealed'), locale: 'en', period: 'day', days: ['mon'], hour: 8, time_zone: 'UTC' },
      quiet_hours: null,
    }),
  );
});

async function newScope(key: string) {
  const [made] = await db.database.query<{ scope: string; project: string }>(
    `WITH s AS (INSERT INTO account_scopes (key, name) VALUES ($1, $1) RETURNING id),
     p AS (INSERT INTO projects (account_scope_id, name) SELECT id, 'P' FROM s RETURNING id)
     SELECT s.id AS scope, p.id AS project FROM s, p`,
    [key],
  );
  return made!;
}
const make = (span = DAY) => db.database.transaction((tx) => repository.make(tx, subscription, span, NOW));
const due = (now = NOW) => repository.due(db.database, mine.scope, now);

describe('a delivery', () => {
  it('is made once for its first day, and keeps what is told', async () => {
    expect([await make(), await make(), await make({ ...DAY, to: '2026-02-04' })]).toEqual([true, false, false]);
    expect(await due()).toMatchObject([{ period_start: DAY.from, period_end: DAY.to, attempts: 0 }]);
    expect(await subscriptions.find(db.database, [mine.scope], subscription.id)).toMatchObject({
      told_until: '2026-02-04',
    });
  });

  it('is begun by one process, and by another when that one has not come back', async () => {
    await make();
    const [delivery] = await due();
    const begin = (now: Date, seen = delivery!) => repository.begin(db.database, seen, now, LATER);
    expect([await begin(NOW), await begin(NOW)]).toEqual([true, false]);
    expect(await due()).toEqual([]);
    const [again] = await due(LATER);
    expect(again).toMatchObject({ id: delivery!.id, attempts: 1 });
    expect(await begin(LATER, again)).toBe(true);
    // The first one comes back: it has nothing to say any more.
    await repository.end(db.database, delivery!.id, 1, { ...SENT, status: 'failed', last_error: 'late' });
    await repository.end(db.database, delivery!.id, 2, SENT);
    expect(await repository.find(db.database, [mine.scope], delivery!.id)).toMatchObject({
      status: 'sent',
      attempts: 2,
      last_error: null,
    });
  });

  it('is forgotten when it is over and old, and not while it waits', async () => {
    await make();
    await make({ from: '2026-02-04', to: '2026-02-04' });
    const [first] = await due();
    await repository.begin(db.database, first!, NOW, LATER);
    await repository.end(db.database, first!.id, 1, SENT);
    await repository.forget(db.database, mine.scope, LATER);
    const left = await repository.list(db.database, [mine.scope], {}, 10, null);
    expect(left.map(({ status }) => status)).toEqual(['waiting']);
  });

  it('is behind the wall, with its subscription: work of another account scope finds neither', async () => {
    await make();
    const seen = async () => [
      (await subscriptions.list(db.database, [mine.scope])).length,
      (await repository.list(db.database, [mine.scope], {}, 10, null)).length,
    ];
    expect(await withinScopes([mine.scope], seen)).toEqual([1, 1]);
    expect(await withinProjects([mine.project], seen)).toEqual([1, 1]);
    expect(await withinScopes([theirs.scope], seen)).toEqual([0, 0]);
    expect(await withinProjects([theirs.project], seen)).toEqual([0, 0]);
    await expect(withinScopes([theirs.scope], () => make({ from: '2026-02-05', to: '2026-02-05' }))).rejects.toThrow();
  });
});
