import { getRollbackPlans } from 'pg-boss';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { bringToHead } from '../bring-to-head.js';
import { installQueue } from './queue-schema.js';
import { pendingOf, pendingQueue, queueState } from './queue-state.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(async () => {
  // What the server's role may do went with the tables.
  await bringToHead(test.url);
  await test.close();
});

describe('the queue’s own tables', () => {
  it('are at head after a migration, which then has nothing to do', async () => {
    expect(await pendingQueue(test.database)).toEqual([]);
    expect(await installQueue(test.url)).toEqual([]);
  });

  it('are made where there are none, by many processes at once', async () => {
    await test.database.query('DROP SCHEMA pgboss CASCADE');
    expect(await pendingQueue(test.database)).toEqual(['the tables of the queue']);
    // The embedded database has one session: there, one after the other.
    const many = test.embedded ? 1 : 5;
    await Promise.all(Array.from({ length: many }, () => installQueue(test.url)));
    expect(await pendingQueue(test.database)).toEqual([]);
  });

  it('are brought from the version before, with its indexes and all that waits', async () => {
    const { version } = await queueState(test.database);
    const indexes = () =>
      test.database.query(`SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'pgboss' ORDER BY 1`);
    const before = await indexes();
    await test.database.query(getRollbackPlans('pgboss', version ?? 0));
    expect(await pendingQueue(test.database)).toEqual([
      `the tables of the queue from version ${(version ?? 0) - 1} to ${version}`,
    ]);
    await Promise.all(Array.from({ length: test.embedded ? 1 : 5 }, () => installQueue(test.url)));
    expect([await pendingQueue(test.database), await indexes()]).toEqual([[], before]);
  });

  it('have the queues, which are made again where they were lost', async () => {
    await test.database.query('DELETE FROM pgboss.queue');
    expect(await installQueue(test.url)).toEqual(['the queues']);
    expect(await pendingQueue(test.database)).toEqual([]);
  });

  it('keep what waits for years, and so do queues that were made to keep it for two weeks', async () => {
    const kept = () =>
      test.database.query(`SELECT name, retention_seconds / 86400 AS days FROM pgboss.queue
        WHERE name IN ('runs', 'runs_abandoned') ORDER BY name`);
    const years = [
      { name: 'runs', days: 3650 },
      { name: 'runs_abandoned', days: 3650 },
    ];
    expect(await kept()).toEqual(years);
    await test.database.query('UPDATE pgboss.queue SET retention_seconds = 14 * 86400');
    await installQueue(test.url);
    expect(await kept()).toEqual(years);
  });

  it('may be newer than this process knows them: releases overlap while they roll out', () => {
    expect(pendingOf({ version: 10_000, queues: 2 })).toEqual([]);
    expect(pendingOf({ version: 10_000, queues: 1 })).toEqual(['the queues']);
  });
});
