import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/database/data-source-options.js';
import { Database } from '../../src/database/database.js';
import { startEmbedded } from '../../src/database/embedded.js';
import { migrate } from '../../src/database/migrate.js';
import { installQueue } from '../../src/jobs/queue-schema.js';
import { HANG_LIMIT_MS } from './hang-limit.js';
import type { TestDatabase } from './test-database.js';

/** An embedded database of its own, beside the ones of the tier. */
export async function openEmbeddedDatabase(): Promise<TestDatabase> {
  const embedded = await startEmbedded('memory://');
  return open(embedded.url, true, () => embedded.stop());
}

/**
 * A database on a server that is as unlike the embedded one as servers are: texts are ordered as English readers expect
 * instead of by their bytes, and sessions begin in New York's time.
 */
export async function openForeignDatabase(server: string): Promise<TestDatabase> {
  const name = `kag_foreign_${process.pid}_${randomBytes(4).toString('hex')}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  await onServer(
    server,
    `CREATE DATABASE ${name} TEMPLATE template0 ENCODING UTF8 LOCALE_PROVIDER icu ICU_LOCALE 'en-US'`,
  );
  await onServer(server, `ALTER DATABASE ${name} SET timezone TO 'America/New_York'`);
  return open(url.href, false, () => onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
}

async function open(url: string, embedded: boolean, remove: () => Promise<unknown>): Promise<TestDatabase> {
  await migrate(url);
  await installQueue(url);
  const dataSource = await new DataSource({ ...dataSourceOptions(url, 2), entities: [] }).initialize();
  return {
    url,
    embedded,
    dataSource,
    database: new Database(dataSource),
    async close() {
      await dataSource.destroy();
      await remove();
    },
  };
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server, connectionTimeoutMillis: HANG_LIMIT_MS });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
