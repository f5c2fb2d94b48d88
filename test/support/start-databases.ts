import pg from 'pg';
import { startEmbedded, type EmbeddedDatabase } from '../../src/database/embedded.js';
import { HANG_LIMIT_MS } from './hang-limit.js';
import { distributed } from './on-citus.js';
import { toHead } from './to-head.js';

declare global {
  var kagEmbedded: EmbeddedDatabase[] | undefined;
  var kagTemplate: { server: string; name: string } | undefined;
}

/**
 * Once before the database tiers. On a server (TEST_DATABASE_URL) a migrated template that each test file clones;
 * else one embedded database for each Jest worker, which test files empty before they use it.
 */
export default async function startDatabases(config: { maxWorkers: number }): Promise<void> {
  // Two projects of the suite set up the same; what is there already serves both.
  if (globalThis.kagEmbedded ?? globalThis.kagTemplate) return;
  const citus = process.env['TEST_CITUS_URL'];
  const server = citus || process.env['TEST_DATABASE_URL'];
  if (server) {
    await startTemplate(server, citus ? distributed : toHead);
    return;
  }
  globalThis.kagEmbedded = await Promise.all(
    Array.from({ length: config.maxWorkers }, async (_, index) => {
      const embedded = await startEmbedded('memory://');
      await toHead(embedded.url);
      process.env[`KAG_TEST_EMBEDDED_${index + 1}`] = embedded.url;
      return embedded;
    }),
  );
}

async function startTemplate(server: string, prepare: (url: string) => Promise<unknown>): Promise<void> {
  const name = `kag_template_${process.pid}`;
  const admin = new pg.Client({ connectionString: server, connectionTimeoutMillis: HANG_LIMIT_MS });
  try {
    await admin.connect();
  } catch (cause) {
    throw new Error(
      `No PostgreSQL answers at ${server}. Start one, or unset the variable to test on the embedded database.`,
      { cause },
    );
  }
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  await prepare(url.href);
  globalThis.kagTemplate = { server, name };
  process.env['KAG_TEST_SERVER'] = server;
  process.env['KAG_TEST_TEMPLATE'] = name;
}
