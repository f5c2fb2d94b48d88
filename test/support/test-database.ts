import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/database/data-source-options.js';
import { Database } from '../../src/database/database.js';
import { HANG_LIMIT_MS } from './hang-limit.js';
import { expectLeftAsFound, shapeOf, type Shape } from './left-as-found.js';

/** A migrated, empty database of a test file's own. */
export interface TestDatabase {
  url: string;
  embedded: boolean;
  database: Database;
  dataSource: DataSource;
  /**
   * Closes its connections. On a server the database is dropped unless KEEP_TEST_DATABASES is set; the embedded one,
   * which the next file uses, has to be as it was found.
   */
  close(): Promise<void>;
}

/** Call once in `beforeAll`; `entities` only where a test uses TypeORM's own repositories. */
export async function openTestDatabase(
  options: { poolMax?: number; entities?: (new () => object)[] } = {},
): Promise<TestDatabase> {
  const server = process.env['KAG_TEST_SERVER'];
  const { url, found } = server ? { url: await cloneTemplate(server) } : await emptyEmbedded();
  const dataSource = await new DataSource({
    ...dataSourceOptions(url, options.poolMax ?? 5),
    entities: options.entities ?? [],
  }).initialize();
  return {
    url,
    embedded: !server,
    dataSource,
    database: new Database(dataSource),
    async close() {
      await dataSource.destroy();
      if (found) expectLeftAsFound(found, await withClient(url, shapeOf));
      if (server && !process.env['KEEP_TEST_DATABASES']) await drop(server, new URL(url).pathname.slice(1));
    },
  };
}

async function cloneTemplate(server: string): Promise<string> {
  const name = `kag_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  const template = process.env['KAG_TEST_TEMPLATE'];
  await withClient(server, async (client) => {
    // Citus itself stays connected to each database.
    await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [template]);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

const drop = (server: string, name: string) =>
  withClient(server, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));

/** Empties every table of ours and of the queue; the queue's own definitions stay. */
async function emptyEmbedded(): Promise<{ url: string; found: Shape }> {
  const url = process.env[`KAG_TEST_EMBEDDED_${process.env['JEST_WORKER_ID'] ?? '1'}`];
  if (!url) throw new Error('No test database: run the database tiers through jest.config.js');
  const found = await withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT oid::regclass::text AS name FROM pg_class WHERE oid = 'pgboss.job_common'::regclass
         OR (relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition AND relname <> 'schema_migrations')`,
    );
    if (rows.length > 0)
      await client.query(`TRUNCATE ${rows.map((row) => row.name).join(', ')} RESTART IDENTITY CASCADE`);
    return shapeOf(client);
  });
  return { url, found };
}

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: HANG_LIMIT_MS });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
