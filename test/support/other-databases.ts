import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { bringToHead } from '../../src/bring-to-head.js';
import { dataSourceOptions } from '../../src/database/data-source-options.js';
import { Database } from '../../src/database/database.js';
import { startEmbedded } from '../../src/database/embedded.js';
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

export interface OwnDatabase {
  url: string;
  /** Runs a statement in it as the server's superuser, on a connection of its own. */
  asSuperuser(statement: string): Promise<unknown[]>;
  /** Changes what the database sets for its connections, from outside of it: ALTER DATABASE … change. */
  alter(change: string): Promise<unknown[]>;
  /** The same database by the name of a role that is made for it; `rights` follow on CREATE ROLE. */
  role(rights?: string): Promise<{ name: string; url: string }>;
  /** Ends every connection to it, so that the next ones meet what was set meanwhile. */
  endConnections(): Promise<void>;
  drop(): Promise<void>;
}

/** A database without anything in it, on a server, with what CREATE DATABASE takes besides. */
export async function makeDatabase(server: string, options = 'ENCODING UTF8'): Promise<OwnDatabase> {
  const name = `kag_own_${process.pid}_${randomBytes(4).toString('hex')}`;
  await onServer(server, `CREATE DATABASE ${name} TEMPLATE template0 ${options}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const roles: string[] = [];
  return {
    url: url.href,
    asSuperuser: (statement) => onServer(url.href, statement),
    alter: (change) => onServer(server, `ALTER DATABASE ${name} ${change}`),
    async role(rights = '') {
      const role = `kag_role_${process.pid}_${randomBytes(4).toString('hex')}`;
      await onServer(server, `CREATE ROLE ${role} LOGIN PASSWORD 'secret' ${rights}`);
      roles.push(role);
      const as = new URL(url);
      [as.username, as.password] = [role, 'secret'];
      return { name: role, url: as.href };
    },
    async endConnections() {
      await onServer(server, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
    },
    async drop() {
      await onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      // With what a server that it started made of its name.
      for (const role of roles)
        await onServer(server, `DROP ROLE IF EXISTS ${role}_reach_door, ${role}_reach, ${role}`);
    },
  };
}

/** It, migrated and opened as tests have theirs; closing it drops it. */
export async function openOwnDatabase(own: OwnDatabase): Promise<TestDatabase> {
  return open(own.url, false, () => own.drop());
}

async function open(url: string, embedded: boolean, remove: () => Promise<unknown>): Promise<TestDatabase> {
  await bringToHead(url);
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

async function onServer(server: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: server, connectionTimeoutMillis: HANG_LIMIT_MS });
  await client.connect();
  try {
    return (await client.query<object>(statement)).rows;
  } finally {
    await client.end();
  }
}
