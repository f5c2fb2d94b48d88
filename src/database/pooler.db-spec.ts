import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { SERVER } from '../../test/support/on-a-server.js';
import { makeDatabase, type OwnDatabase } from '../../test/support/other-databases.js';
import { describeThroughPooler, startPooler, type Pooler } from '../../test/support/pooler.js';
import { withClient } from '../../test/support/test-database.js';
import { bringToHead } from '../bring-to-head.js';
import type { Database } from './database.js';
import { openDatabase, type OpenDatabase } from './open-database.js';
import type { Sql } from './sql.js';
import { inTurn } from './turn.js';
import { wayTo } from './way.js';

const OURS = {
  DateStyle: 'ISO, MDY',
  IntervalStyle: 'postgres',
  TimeZone: 'UTC',
  array_nulls: 'on',
  bytea_output: 'hex',
  client_encoding: 'UTF8',
  extra_float_digits: '1',
  jit: 'off',
  idle_in_transaction_session_timeout: '20000',
  lock_timeout: '0',
  standard_conforming_strings: 'on',
  statement_timeout: '120000',
  transaction_isolation: 'read committed',
};
const SETTINGS = `SELECT name, setting FROM pg_settings WHERE name = ANY ('{${Object.keys(OURS).join(',')}}') ORDER BY name`;
const LOCK = 4712;

describeThroughPooler('through a pooler in transaction mode', () => {
  let own: OwnDatabase;
  let pooler: Pooler;
  /** One session for all of its clients. */
  let narrow: Pooler;
  beforeAll(async () => {
    own = await makeDatabase(SERVER);
    pooler = await startPooler();
    narrow = await startPooler({ size: 1 });
  });
  afterAll(async () => {
    await pooler.stop();
    await narrow.stop();
    await own.drop();
  });

  it('the schema comes to head once, whoever begins, and no lock stays behind', async () => {
    const url = pooler.through(own.url);
    const brought = await Promise.all(Array.from({ length: 4 }, () => bringToHead(url)));
    const names = brought.flat();
    expect(names.length).toBeGreaterThan(40);
    expect(new Set(names).size).toBe(names.length);
    expect(await bringToHead(url)).toEqual([]);
    expect(await own.asSuperuser(LOCKS)).toEqual([]);
  });

  it('a turn lasts as long as its work, though that has other connections', async () => {
    const order: string[] = [];
    await Promise.all(
      ['first', 'second'].map((name) =>
        inTurn(pooler.through(own.url), LOCK, async () => {
          order.push(`${name} begins`);
          await own.asSuperuser('SELECT 1');
          order.push(`${name} ends`);
        }),
      ),
    );
    const [begun = '', ended] = order;
    expect([order.length, ended]).toEqual([4, begun.replace('begins', 'ends')]);
  });

  it('values read in one form and what hangs is ended, whatever the database says', async () => {
    for (const change of ODD) await own.alter(`SET ${change}`);
    await narrow.restart();
    const open = await openDatabase(narrow.through(own.url), 1);
    try {
      expect(await settingsBy(open.database)).toEqual(OURS);
      expect(await open.database.transaction((tx) => settingsBy(tx))).toEqual(OURS);
      expect(open.database.pooled).toBe(true);
    } finally {
      await open.close();
    }
  });

  it('others that share a session meet nothing of ours in it', async () => {
    const others = () =>
      withClient(narrow.through(own.url), async (client) => {
        const { rows } = await client.query<{ name: string; setting: string }>(SETTINGS);
        return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
      });
    const before = await others();
    expect(before).toMatchObject({ IntervalStyle: 'sql_standard', statement_timeout: '5000' });
    await use(narrow.through(own.url), (database) => database.query('SELECT 1'));
    await bringToHead(pooler.through(own.url));
    expect(await others()).toEqual(before);
  });

  it('is seen, and so is where DATABASE_DIRECT_URL leads', async () => {
    const through = pooler.through(own.url);
    expect(await wayTo(own.url, null)).toEqual({ pooled: false, direct: null });
    expect(await wayTo(own.url, own.url)).toEqual({ pooled: false, direct: own.url });
    expect(await wayTo(through, null)).toEqual({ pooled: true, direct: null });
    expect(await wayTo(through, own.url)).toEqual({ pooled: true, direct: own.url });
    await expect(wayTo(through, through)).rejects.toThrow('DATABASE_DIRECT_URL leads to a pooler');
    await expect(wayTo(through, SERVER)).rejects.toThrow('leads to another database');
    const nowhere = new URL(own.url);
    nowhere.port = '1';
    await expect(wayTo(through, nowhere.href)).rejects.toThrow('127.0.0.1:1/');
  });
});

const LOCKS = `SELECT objid FROM pg_locks WHERE locktype = 'advisory'
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

const ODD = [
  `DateStyle = 'SQL, DMY'`,
  `IntervalStyle = 'sql_standard'`,
  `TimeZone = 'Asia/Kathmandu'`,
  `extra_float_digits = '-10'`,
  `bytea_output = 'escape'`,
  `default_transaction_isolation = 'serializable'`,
  `statement_timeout = '5s'`,
];

async function settingsBy(sql: Sql): Promise<Record<string, string>> {
  const rows = await sql.query<{ name: string; setting: string }>(SETTINGS);
  return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
}

async function use(url: string, work: (database: Database) => Promise<unknown>): Promise<void> {
  const open: OpenDatabase = await openDatabase(url, 1);
  try {
    await work(open.database);
  } finally {
    await open.close();
  }
}
