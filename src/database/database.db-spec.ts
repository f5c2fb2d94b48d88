import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { cutOff, type CutOff } from '../../test/support/cut-off.js';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { dataSourceOptions } from './data-source-options.js';
import { Database } from './database.js';
import { behindFence } from './write-fence.js';

const ANSWER_MS = 2_000;

let db: TestDatabase;
let between: CutOff;
let dataSource: DataSource;
let database: Database;

beforeAll(async () => {
  db = await openTestDatabase({ poolMax: 1 });
  between = await cutOff(db.url);
  const options = dataSourceOptions(between.url, 1);
  dataSource = await new DataSource({ ...options, extra: { ...options.extra, query_timeout: ANSWER_MS } }).initialize();
  database = new Database(dataSource);
});
afterAll(async () => {
  await dataSource.destroy();
  await between.close();
  await db.close();
});

it.each([
  ['a statement', () => database.query('SELECT 1 AS one')],
  ['a transaction', () => database.transaction((tx) => tx.query('SELECT 1 AS one'))],
])('has a new connection for the next after one has fallen silent in %s', async (_where, ask) => {
  await database.query('SELECT 1');
  between.cut('forget');
  await expect(ask()).rejects.toThrow('Query read timeout');
  expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

it('begins every writing with the fence, and reads without it', async () => {
  const passed: string[] = [];
  const fence = async () => void passed.push('fence');
  await behindFence(fence, async () => {
    await database.query('SELECT 1');
    expect(passed).toEqual([]);
    await database.run('SELECT 2');
    await database.transaction(async (tx) => {
      await tx.run('SELECT 3');
      await tx.query('SELECT 4');
    });
  });
  expect(passed).toEqual(['fence', 'fence']);
});

it('writes nothing where the fence is shut', async () => {
  const shut = () => Promise.reject(new Error('shut'));
  const write = () => database.run(`INSERT INTO account_scopes (key, name) VALUES ('fenced', 'Fenced')`);
  await expect(behindFence(shut, write)).rejects.toThrow('shut');
  expect(await database.query(`SELECT FROM account_scopes WHERE key = 'fenced'`)).toEqual([]);
});
