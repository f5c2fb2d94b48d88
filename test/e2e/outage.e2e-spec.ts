import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { addClients } from '../support/clients.js';
import type { Client } from '../support/client.js';
import { passingTime, type PassingTime } from '../support/passing-time.js';
import { project } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { until } from '../support/until.js';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.js';

const REPOSITORY = 'acme/site';
const BASE_SECONDS = 30;
const LONGEST_SECONDS = 6 * 3600;
/** So many that the waits reach the longest before the error is given up, all within the day. */
const MAX_RETRIES = 12;
/** The schedule's cadences, with their jitter. */
const CYCLE_SECONDS = 900 * 1.05;
const RETRY_SECONDS = 300 * 1.05;
/** A day: short steps while the waits are short, then long ones. */
const STEPS = [...Array<number>(18).fill(300), ...Array<number>(30).fill(2700)];

interface State {
  connector: string;
  status: string;
  lag_seconds: number;
  retry_count: number;
  last_error: string | null;
}
interface Fault {
  connector: string;
  operation: string;
  error_kind: string;
  attempt: number;
  status: string;
  next_retry_at: string | null;
  updated_at: string;
}
/** Seconds on a clock that also counts what was skipped, between which something happened. */
interface Moment {
  from: number;
  to: number;
}

let sandbox: Sandbox;
let server: TestApp;
let admin: Client;
let time: PassingTime;
let projectId: string;

beforeAll(async () => {
  sandbox = await startSandbox({ empty: true });
  addClients(sandbox, 2);
  sandbox.github.addRepository(REPOSITORY);
  server = await startTestApp({
    env: {
      ROLE: 'all',
      DISPATCH_INTERVAL_SECONDS: '3600',
      CHATWOOT_BASE_URL: sandbox.url,
      CHATWOOT_API_TOKEN: 'token-of-the-tests',
      CHATWOOT_ACCOUNT_ID: '1',
      CHATWOOT_REQUESTS_PER_MINUTE: '1000000',
      LINEAR_BASE_URL: `${sandbox.url}/graphql`,
      LINEAR_API_TOKEN: 'lin_api_of_the_tests',
      LINEAR_REQUESTS_PER_MINUTE: '1000000',
      ATTIO_BASE_URL: sandbox.url,
      ATTIO_API_TOKEN: 'token-of-the-tests',
      GITHUB_BASE_URL: sandbox.url,
      GITHUB_API_TOKEN: 'token-of-the-tests',
      GITHUB_REPOSITORIES: REPOSITORY,
      CONNECTOR_RETRY_BASE_SECONDS: String(BASE_SECONDS),
      CONNECTOR_MAX_RETRIES: String(MAX_RETRIES),
      CONNECTOR_HTTP_RETRY_BASE_MS: '1',
    },
  });
  admin = await server.signIn();
  projectId = await project(admin);
  await admin.post(`/projects/${projectId}/select`);
  time = passingTime(server.db.database);
});
afterAll(async () => {
  await server.close();
  time.restore();
  await sandbox.close();
});

const now = () => (Date.now() + time.skipped) / 1000;
const secondsOf = (recorded: string) => (Date.parse(recorded) + time.skipped) / 1000;
const rows = <T>(text: string) => server.db.database.query<T>(text, [projectId]);
const states = async () => (await admin.get('/connectors/state')).body.connectors as State[];
const faults = async () => (await admin.get('/connectors/errors')).body.errors as Fault[];
const retry = async (body: object) =>
  (await admin.post('/connectors/errors/retry', body).set('prefer', 'wait=55')).body.result;

/** One look of the dispatcher, and the end of all that it starts. */
async function tick(): Promise<Moment> {
  const from = now();
  expect((await admin.post('/jobs/scheduler/tick')).status).toBe(200);
  await until('all runs have ended', async () => {
    const open = await rows(`SELECT FROM job_runs WHERE project_id = $1 AND status IN ('queued', 'running') LIMIT 1`);
    return open.length === 0;
  });
  return { from, to: now() };
}

/** How many syncs of each connector went well so far, going by their runs. */
async function goodSyncs(): Promise<Map<string, number>> {
  const counted = await rows<{ connector: string; good: number }>(
    `SELECT replace(job_type, '_sync', '') AS connector, count(*)::int AS good FROM job_runs
     WHERE project_id = $1 AND job_type IN ('chatwoot_sync', 'linear_sync', 'attio_sync', 'github_sync') AND status = 'succeeded' GROUP BY job_type`,
  );
  return new Map(counted.map(({ connector, good }) => [connector, good]));
}

/** Checks a failed attempt against the one before and the time it was due at; returns when the next is due. */
function checkAttempt(fault: Fault, before: Fault | undefined, due: Moment, late: number): Moment {
  const { attempt, status } = fault;
  expect(fault).toMatchObject({ connector: 'linear', operation: 'sync', error_kind: 'vendor_error' });
  const tried = secondsOf(fault.updated_at);
  expect(tried).toBeGreaterThanOrEqual(due.from - 0.01);
  expect(tried).toBeLessThanOrEqual(due.to + late);
  // A dead letter has no time any more; only cycles go on looking whether the vendor is back.
  if (attempt >= MAX_RETRIES) {
    expect(before?.attempt).toBeGreaterThanOrEqual(MAX_RETRIES - 1);
    expect(fault).toMatchObject({ status: 'dead_letter', next_retry_at: null });
    return { from: tried, to: Infinity };
  }
  expect(attempt).toBe((before?.attempt ?? 0) + 1);
  expect(status).toBe(attempt === 1 ? 'pending' : 'retrying');
  const next = secondsOf(fault.next_retry_at ?? '');
  const wait = Math.min(BASE_SECONDS * 2 ** (attempt - 1), LONGEST_SECONDS);
  expect(next - tried).toBeGreaterThanOrEqual(wait * 0.9 - 0.01);
  expect(next - tried).toBeLessThanOrEqual(Math.min(wait * 1.1, LONGEST_SECONDS) + 0.01);
  return { from: next, to: next + RETRY_SECONDS };
}

/** Something new at each vendor. */
function addNews(): void {
  const [conversation] = sandbox.world.snapshot().conversations;
  sandbox.world.addMessage({ conversationId: conversation?.id ?? 0, content: 'Is it Friday yet?' });
  sandbox.attio.addDeal({ name: 'Care plan' });
  sandbox.linear.addIssue({ team: 'DEV', title: 'Answer Anna' });
  sandbox.github.addIssue(REPOSITORY, { title: 'The form loses its text' });
}

/** How many records each vendor has that we lack. */
async function lacking(): Promise<Record<string, number>> {
  const [ours] = await rows<{ messages: number; deals: number; issues: number; reports: number }>(
    `SELECT (SELECT count(*)::int FROM cw_messages WHERE project_id = $1) AS messages,
       (SELECT count(*)::int FROM attio_opportunities_raw WHERE project_id = $1) AS deals,
       (SELECT count(*)::int FROM linear_issues_raw WHERE project_id = $1) AS issues,
       (SELECT count(*)::int FROM github_issues_raw WHERE project_id = $1) AS reports`,
  );
  return {
    chatwoot: sandbox.world.snapshot().messages.length - (ours?.messages ?? 0),
    attio: sandbox.attio.snapshot().deals.length - (ours?.deals ?? 0),
    linear: sandbox.linear.snapshot().issues.length - (ours?.issues ?? 0),
    github: sandbox.github.list(REPOSITORY, 'issues').size - (ours?.reports ?? 0),
  };
}

it('goes on for a day while one connector is down, says how far behind that is, and heals it on demand', async () => {
  const first = await tick();
  let good = await goodSyncs();
  expect([...good.keys()].sort()).toEqual(['attio', 'chatwoot', 'github', 'linear']);
  const lastGood = new Map([...good.keys()].map((connector) => [connector, first]));

  const repair = sandbox.faults.add({ vendor: 'linear', kind: 'status', status: 503 });
  let last = first;
  let fault: Fault | undefined;
  let due: Moment = { from: first.to, to: first.to + CYCLE_SECONDS };
  for (const [index, step] of STEPS.entries()) {
    if (index === STEPS.length / 3) addNews();
    await time.pass(step);
    const moment = await tick();
    // Between two looks nothing can happen, whatever is due.
    const late = moment.to - last.from;
    last = moment;

    const [latest, ...others] = await faults();
    expect(others).toEqual([]);
    if (latest && latest.attempt !== fault?.attempt) due = checkAttempt(latest, fault, due, late);
    else expect(moment.to).toBeLessThanOrEqual(due.to + late);
    fault = latest;

    const goodNow = await goodSyncs();
    for (const [connector, count] of goodNow) if (count > (good.get(connector) ?? 0)) lastGood.set(connector, moment);
    good = goodNow;
    const asked = now();
    for (const { connector, lag_seconds: lag, ...state } of await states()) {
      const { from, to } = lastGood.get(connector) as Moment;
      expect(lag).toBeGreaterThanOrEqual(asked - to - 1);
      expect(lag).toBeLessThanOrEqual(now() - from + 1);
      if (connector === 'linear' && fault) {
        expect(state).toMatchObject({ status: 'failed', retry_count: fault.attempt });
        expect(state.last_error).toContain('vendor_error');
      } else {
        expect(state).toMatchObject({ status: 'ok', retry_count: 0, last_error: null });
        expect(lag).toBeLessThanOrEqual(CYCLE_SECONDS + late);
      }
    }
  }
  expect(fault).toMatchObject({ status: 'dead_letter' });
  expect(await lacking()).toEqual({ chatwoot: 0, attio: 0, linear: 1, github: 0 });
  const [, lag] = await until('Linear’s lag is sampled', async () =>
    /^kag_connector_lag_seconds\{connector="linear"\} ([\d.]+)$/m.exec((await admin.get('/metrics')).text),
  );
  expect(Number(lag)).toBeGreaterThan(86_400);

  repair();
  expect(await retry({})).toMatchObject({ due: 0 });
  expect(await retry({ include_dead_letter: true })).toMatchObject({ due: 1, succeeded: 1, failed: 0 });
  expect(await lacking()).toEqual({ chatwoot: 0, attio: 0, linear: 0, github: 0 });
  expect(await faults()).toMatchObject([{ connector: 'linear', status: 'resolved' }]);
  const healed = (await states()).find(({ connector }) => connector === 'linear');
  expect(healed).toMatchObject({ status: 'ok', retry_count: 0, last_error: null });
  expect(healed?.lag_seconds).toBeLessThan(30);
});
