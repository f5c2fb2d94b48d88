import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { cutOff, OpenConnections, type CutOff } from '../../test/support/cut-off.js';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { dataSourceOptions } from './data-source-options.js';
import { Database } from './database.js';
import { DatabaseLocation } from './location.js';
import { OwnConnections } from './own-connections.js';

const MAX = 2;
const { signal } = new AbortController();

let db: TestDatabase;
let between: CutOff;
const open = new OpenConnections();
let sources: DataSource[];

beforeAll(async () => {
  db = await openTestDatabase({ poolMax: 1 });
  between = await cutOff(db.url, open);
  sources = [];
});
afterAll(async () => {
  await Promise.all(sources.map((source) => source.destroy()));
  await between.close();
  await db.close();
});

async function withPool(max: number): Promise<{ database: Database; connections: OwnConnections }> {
  const source = await new DataSource(dataSourceOptions(between.url, max)).initialize();
  sources.push(source);
  const pool = (source.driver as unknown as { master: Pool }).master;
  const location = new DatabaseLocation(between.url, db.embedded);
  return { database: new Database(source), connections: new OwnConnections(pool, location) };
}

const pidOf = async (sql: { query(text: string): Promise<unknown> }) => sql.query('SELECT pg_backend_pid() AS pid');

it('take places of the pool’s, one at a time, and leave the others to everything else', async () => {
  const { database, connections } = await withPool(MAX);
  await Promise.all(Array.from({ length: MAX }, () => database.query('SELECT 1')));
  let atOnce = 0;
  const most: number[] = [];
  await Promise.all(
    ['one', 'two', 'three'].map((name) =>
      connections.use(name, signal, async (client) => {
        most.push(++atOnce);
        await Promise.all([pidOf(client), database.query('SELECT 1'), database.query('SELECT 2')]);
        atOnce--;
      }),
    ),
  );
  expect(most).toEqual([1, 1, 1]);
  // All are there again afterwards.
  await Promise.all(Array.from({ length: 2 * MAX }, () => database.query('SELECT 1')));
  expect(open.most).toBeLessThanOrEqual(MAX);
});

it('are PostgreSQL’s own by their names, without deadlines', async () => {
  const { connections } = await withPool(MAX);
  const [seen] = await connections.use('a long name', signal, async (client) => {
    const { rows } = await client.query<object>(
      `SELECT current_setting('application_name') AS name, current_setting('statement_timeout') AS deadline`,
    );
    return rows;
  });
  // The embedded database has one name for all.
  expect(seen).toEqual({ name: db.embedded ? expect.any(String) : 'a long name', deadline: '0' });
});

it('are given back where the work fails, and are not waited for where it is stopped', async () => {
  const { database, connections } = await withPool(MAX);
  const failed = connections.use('failing', signal, () => Promise.reject(new Error('no such luck')));
  await expect(failed).rejects.toThrow('no such luck');
  const stop = new AbortController();
  const { promise: over, resolve: end } = Promise.withResolvers<void>();
  const long = connections.use('long', signal, () => over);
  const waiting = connections.use('waiting', stop.signal, () => Promise.resolve());
  stop.abort();
  await expect(waiting).rejects.toThrow('stopped');
  end();
  await long;
  await connections.use('next', signal, (client) => pidOf(client));
  expect(await Promise.all([database.query('SELECT 1 AS one'), database.query('SELECT 1 AS one')])).toEqual([
    [{ one: 1 }],
    [{ one: 1 }],
  ]);
});

it('are not to be had where everything else needs the only one', async () => {
  const { connections } = await withPool(1);
  await expect(connections.use('any', signal, (client) => pidOf(client))).rejects.toThrow('set it to 3 or more');
});
