import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { cutOff, type CutOff } from '../../test/support/cut-off.js';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { until } from '../../test/support/until.js';
import { dataSourceOptions } from './data-source-options.js';
import { Database } from './database.js';
import { DatabaseLocation } from './location.js';
import { SilentConnections } from './silent-connections.js';

// The embedded database has one session, which is not looked after.
const onServer = process.env['TEST_DATABASE_URL'] ? it : it.skip;

let db: TestDatabase;
let between: CutOff;
let dataSource: DataSource;
let database: Database;
let silent: SilentConnections;

beforeAll(async () => {
  db = await openTestDatabase({ poolMax: 2 });
  between = await cutOff(db.url);
  dataSource = await new DataSource(dataSourceOptions(between.url, 1)).initialize();
  database = new Database(dataSource);
  const pool = (dataSource.driver as unknown as { master: Pool }).master;
  silent = new SilentConnections(pool, new DatabaseLocation(db.url, db.embedded));
  silent.askBy((text, parameters) => db.database.query(text, parameters));
  silent.onApplicationBootstrap();
});
afterAll(async () => {
  await silent.onApplicationShutdown();
  await dataSource.destroy();
  await between.close();
  await db.close();
});

onServer('closes a connection whose answer is lost', async () => {
  await database.query('SELECT 1');
  between.cut('forget');
  await expect(database.query('SELECT 1')).rejects.toThrow('Connection terminated');
  expect(await database.query('SELECT 2 AS two')).toEqual([{ two: 2 }]);
});

onServer('leaves alone a statement that the database is at work for', async () => {
  const lock = 4711;
  const client = db.dataSource.createQueryRunner();
  await client.query('SELECT pg_advisory_lock($1)', [lock]);
  const long = database.query('SELECT pg_advisory_lock($1) IS NOT NULL AS done', [lock]);
  await until('it waits', async () => {
    const [waits] = await db.database.query(
      `SELECT FROM pg_stat_activity WHERE wait_event = 'advisory' AND datname = current_database()`,
    );
    return waits !== undefined;
  });
  for (let looks = 0; looks < 5; looks++) await silent.look();
  await client.query('SELECT pg_advisory_unlock($1)', [lock]);
  await client.release();
  expect(await long).toEqual([{ done: true }]);
});
