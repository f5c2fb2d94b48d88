import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { SYNC_CYCLE } from '../../src/connectors/index.js';
import { Dispatcher } from '../../src/jobs/dispatcher.js';
import { JobRegistry } from '../../src/jobs/index.js';
import { addClients, type ClientRecords } from '../support/clients.js';
import type { Client } from '../support/client.js';
import { passingTime, type PassingTime } from '../support/passing-time.js';
import { project } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { until } from '../support/until.js';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.js';

/** More than every job's cadence. */
const LATER_SECONDS = 1000;

let sandbox: Sandbox;
let server: TestApp;
let admin: Client;
let time: PassingTime;

beforeAll(async () => {
  sandbox = await startSandbox({ empty: true });
  server = await startTestApp({
    env: {
      ROLE: 'all',
      DISPATCH_INTERVAL_SECONDS: '3600',
      WORKER_CONCURRENCY: '8',
      // What concludes from syncs asks no vendor.
      KAG_ENABLED: 'false',
      CHATWOOT_BASE_URL: sandbox.url,
      CHATWOOT_API_TOKEN: 'token-of-the-tests',
      CHATWOOT_ACCOUNT_ID: '1',
      CHATWOOT_REQUESTS_PER_MINUTE: '1000000',
      LINEAR_BASE_URL: `${sandbox.url}/graphql`,
      LINEAR_API_TOKEN: 'lin_api_of_the_tests',
      LINEAR_REQUESTS_PER_MINUTE: '1000000',
      ATTIO_BASE_URL: sandbox.url,
      ATTIO_API_TOKEN: 'token-of-the-tests',
    },
  });
  admin = await server.signIn();
  time = passingTime(server.db.database);
});
afterAll(async () => {
  await server.close();
  time.restore();
  await sandbox.close();
});

/** Every client alone, then every two of them: no two projects are narrowed to the same. */
function* narrowings(clients: readonly ClientRecords[]): Generator<ClientRecords[]> {
  for (const client of clients) yield [client];
  for (const [index, first] of clients.entries()) for (const second of clients.slice(index + 1)) yield [first, second];
}

/**
 * Makes a project of these clients, of no others. Of its schedule the syncs alone are left: they are what is measured.
 */
async function bind(clients: readonly ClientRecords[]): Promise<void> {
  const id = await project(admin);
  const others = server.app
    .get(JobRegistry)
    .all()
    .filter(({ type, cadenceSeconds }) => cadenceSeconds !== null && type !== SYNC_CYCLE);
  await server.db.database.run(
    `INSERT INTO scheduled_jobs (project_id, job_type, status, cadence_seconds, next_run_at)
     SELECT $1, type, 'paused', 3600, now() FROM unnest($2::text[]) AS type`,
    [id, others.map(({ type }) => type)],
  );
  const filters = {
    chatwoot: { inbox_ids: clients.flatMap((client) => client.chatwoot.inbox_ids) },
    linear: {
      team_ids: clients.flatMap((client) => client.linear.team_ids),
      project_ids: clients.flatMap((client) => client.linear.project_ids),
    },
    attio: {
      company_ids: clients.flatMap((client) => client.attio.company_ids),
      deal_ids: clients.flatMap((client) => client.attio.deal_ids),
    },
  };
  for (const [connector, filter] of Object.entries(filters)) {
    const bound = await admin.put(`/projects/${id}/sources/${connector}`, { external_id: null, filter });
    expect(bound.status).toBe(200);
  }
}

/** Lets the schedule run whatever is due, to the end. */
async function cycle() {
  sandbox.requests.reset();
  const started = performance.now();
  await server.app.get(Dispatcher).tick(null);
  await until('all runs have ended', async () => {
    const open = await server.db.database.query(`SELECT FROM job_runs WHERE status IN ('queued', 'running') LIMIT 1`);
    return open.length === 0;
  });
  return { requests: sandbox.requests.total, minutes: Math.ceil((performance.now() - started) / 60_000) };
}

/** A cycle in which nothing is new, after everything that syncs share has grown old. */
async function unchangedCycle(projects: number) {
  await time.pass(LATER_SECONDS);
  await server.db.database.run('DELETE FROM job_runs');
  const measured = await cycle();
  const syncs = await server.db.database.query(
    `SELECT status, result ->> 'status' AS ended, count(*)::int AS syncs, sum((result ->> 'upserted')::int)::int AS upserted
     FROM job_runs WHERE job_type IN ('chatwoot_sync', 'linear_sync', 'attio_sync') GROUP BY 1, 2`,
  );
  expect(syncs).toEqual([{ status: 'succeeded', ended: 'ok', syncs: projects * 3, upserted: 0 }]);
  return measured;
}

it('asks the vendors no more for many projects of three shared workspaces than for a few', async () => {
  // The embedded database has one session for everybody.
  const [few, many] = server.db.embedded ? [10, 40] : [20, 80];
  const projects = [...narrowings(addClients(sandbox, 20))].slice(0, many);
  for (const clients of projects.slice(0, few)) await bind(clients);
  await cycle();
  const ofFew = await unchangedCycle(few);
  for (const clients of projects.slice(few)) await bind(clients);
  await cycle();
  const ofMany = await unchangedCycle(many);
  expect(ofFew.requests).toBeGreaterThan(10);
  // Answers are shared for a minute, and some questions differ for projects that last synced in different minutes.
  expect(ofMany.requests).toBeLessThanOrEqual(ofFew.requests * ofMany.minutes + 15);

  const [mirrored] = await server.db.database.query(
    `SELECT (SELECT count(*)::int FROM cw_conversations) AS conversations, (SELECT count(*)::int FROM linear_issues_raw) AS issues,
       (SELECT count(*)::int FROM attio_opportunities_raw) AS deals`,
  );
  const clients = projects.flat().length;
  expect(mirrored).toEqual({ conversations: clients, issues: clients * 2, deals: clients });
});
