import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Client } from '../../support/client.js';
import { describeOnServer, SERVER } from '../../support/on-a-server.js';
import { makeDatabase, openOwnDatabase } from '../../support/other-databases.js';
import { project } from '../../support/people.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import type { TestDatabase } from '../../support/test-database.js';
import { startSandbox, type Sandbox } from '../../../sandbox/sandbox.js';

/** What administrators set for a database and then forget. */
const ODD = {
  datestyle: 'SQL, DMY',
  timezone: 'Asia/Kathmandu',
  intervalstyle: 'sql_standard',
  extra_float_digits: '-10',
  bytea_output: 'escape',
  standard_conforming_strings: 'off',
  array_nulls: 'off',
  default_transaction_isolation: 'serializable',
  client_encoding: 'LATIN1',
  lock_timeout: '1s',
  idle_in_transaction_session_timeout: '1s',
};

interface Conclusions {
  events: unknown[];
  contacts: unknown;
  scores: unknown;
  signals: unknown;
}

describeOnServer('a database with settings of its own', () => {
  let sandbox: Sandbox;
  const open: { db: TestDatabase; server: TestApp }[] = [];

  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(async () => {
    for (const { server, db } of open) {
      await server.close();
      await db.close();
    }
    await sandbox.close();
  });

  /** What a server makes of the sandbox's messages on a database that is set so. */
  async function conclusionsWith(settings: Record<string, string>): Promise<Conclusions> {
    const own = await makeDatabase(SERVER);
    for (const [setting, value] of Object.entries(settings)) await own.alter(`SET ${setting} = '${value}'`);
    const db = await openOwnDatabase(own);
    const server = await startTestApp({
      db,
      env: {
        ROLE: 'all',
        DISPATCH_INTERVAL_SECONDS: '3600',
        CHATWOOT_BASE_URL: sandbox.url,
        CHATWOOT_API_TOKEN: 'token-of-the-tests',
        CHATWOOT_ACCOUNT_ID: '1',
        CHATWOOT_REQUESTS_PER_MINUTE: '1000000',
      },
    });
    open.push({ db, server });
    const admin = await server.signIn();
    await admin.post(`/projects/${await project(admin)}/select`);
    for (const path of ['/connectors/chatwoot/sync', '/jobs/embeddings/run', '/kag/refresh'])
      expect([path, (await admin.post(path).set('prefer', 'wait=55')).status]).toEqual([path, 200]);
    return {
      // Seconds, so that no form of a date can hide another one.
      events: await db.database.query(
        `SELECT event_type, extract(epoch FROM occurred_at)::text AS at, count(*)::int AS number FROM kag_event_log
         WHERE event_type NOT LIKE 'process%' GROUP BY 1, 2 ORDER BY 1, 2`,
      ),
      contacts: await shown(admin, '/contacts?limit=100', 'contacts', ['name', 'last_seen_at', 'last_message_at']),
      scores: await shown(admin, '/kag/scores', 'scores', ['score_type', 'value', 'band']),
      signals: await shown(admin, '/kag/signals', 'signals', ['signal_key', 'value', 'status']),
    };
  }

  /** These fields of a list, which do not differ between two servers. */
  async function shown(admin: Client, path: string, list: string, fields: string[]): Promise<unknown> {
    const { status, body } = await admin.get(path);
    expect([path, status]).toEqual([path, 200]);
    const rows = (body as Record<string, Record<string, unknown>[]>)[list] ?? [];
    // What is counted in hours until now differs by the seconds between the two.
    const roughly = (value: unknown) => (typeof value === 'number' ? Math.round(value) : value);
    return rows.map((row) => fields.map((field) => roughly(row[field]))).sort();
  }

  it('is served as one that has none: the same events at the same moments, the same conclusions', async () => {
    const plain = await conclusionsWith({});
    expect(plain.events.length).toBeGreaterThan(10);
    expect(await conclusionsWith(ODD)).toEqual(plain);
  });
});
