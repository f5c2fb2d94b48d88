import { PgBoss } from 'pg-boss';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { poolOptions } from './data-source-options.js';
import { NO_DEADLINES, ServerClient } from './server-client.js';

const FORMS = {
  DateStyle: 'ISO, MDY',
  IntervalStyle: 'postgres',
  array_nulls: 'on',
  bytea_output: 'hex',
  client_encoding: 'UTF8',
  default_transaction_isolation: 'read committed',
  extra_float_digits: '1',
  jit: 'off',
  lock_timeout: '0',
  standard_conforming_strings: 'on',
};
const SETTINGS = `SELECT name, setting FROM pg_settings WHERE name = ANY ('{${[
  ...Object.keys(FORMS),
  'statement_timeout',
  'idle_in_transaction_session_timeout',
].join(',')}}')`;

let test: TestDatabase;
let name: string;
beforeAll(async () => {
  test = await openTestDatabase();
  name = new URL(test.url).pathname.slice(1);
  // What is set for the embedded database is set for all tests on it: there, the defaults are looked at.
  if (test.embedded) return;
  await test.database.query(`ALTER DATABASE ${name} SET datestyle = 'SQL, DMY'`);
  await test.database.query(`ALTER DATABASE ${name} SET intervalstyle = 'sql_standard'`);
  await test.database.query(`ALTER DATABASE ${name} SET extra_float_digits = '-10'`);
  await test.database.query(`ALTER DATABASE ${name} SET standard_conforming_strings = 'off'`);
  await test.database.query(`ALTER DATABASE ${name} SET statement_timeout = '5s'`);
  await test.database.query(`ALTER DATABASE ${name} SET timezone = 'Asia/Kathmandu'`);
});
afterAll(() => test.close());

type Row = { name: string; setting: string };
const settings = (rows: Row[]) => Object.fromEntries(rows.map((row) => [row.name, row.setting]));

describe('a connection of the server, on a database with settings of its own', () => {
  const deadlines = { statement_timeout: '120000', idle_in_transaction_session_timeout: '20000' };

  it('reads and writes values in one form: by itself', async () => {
    const client = new ServerClient({ connectionString: test.url });
    await client.connect();
    const { rows } = await client.query<Row>(SETTINGS);
    const { rows: zone } = await client.query<Row>('SHOW timezone');
    await client.end();
    const none = { statement_timeout: '0', idle_in_transaction_session_timeout: '0' };
    expect([settings(rows), zone]).toEqual([{ ...FORMS, ...none }, [{ TimeZone: expect.stringMatching(/UTC|GMT/) }]]);
  });

  it('reads and writes values in one form: in the server’s pool', async () => {
    expect(settings(await freshFrom(test))).toEqual({ ...FORMS, ...deadlines });
  });

  it('reads and writes values in one form: in the queue’s pool', async () => {
    const boss = new PgBoss({ ...poolOptions(1), connectionString: test.url, supervise: false, schedule: false });
    await boss.start();
    const db = boss.getDb() as unknown as { executeSql(text: string): Promise<{ rows: Row[] }> };
    const { rows } = await db.executeSql(SETTINGS);
    await boss.stop({ graceful: false, close: true });
    expect(settings(rows)).toEqual({ ...FORMS, ...deadlines });
  });

  it('has its deadlines where it asks for them only', async () => {
    const client = new ServerClient({ connectionString: test.url, deadlines: NO_DEADLINES });
    await client.connect();
    const { rows } = await client.query<Row>(SETTINGS);
    await client.end();
    expect(settings(rows)).toMatchObject({ statement_timeout: '0' });
  });

  it('fails with what PostgreSQL says, and leaves no connection behind', async () => {
    const url = new URL(test.url);
    url.pathname = '/nowhere';
    if (test.embedded) url.port = '1';
    await expect(new ServerClient({ connectionString: url.href }).connect()).rejects.toThrow(/nowhere|ECONNREFUSED/);
  });
});

/** Of a connection that was opened after the database had its settings. */
async function freshFrom({ dataSource }: TestDatabase): Promise<Row[]> {
  const { master } = dataSource.driver as unknown as {
    master: {
      idleCount: number;
      connect(): Promise<{ query(text: string): Promise<{ rows: Row[] }>; release(): void }>;
    };
  };
  const held = await Promise.all(Array.from({ length: master.idleCount + 1 }, () => master.connect()));
  const { rows } = (await held.at(-1)?.query(SETTINGS)) ?? { rows: [] };
  for (const client of held) client.release();
  return rows;
}
