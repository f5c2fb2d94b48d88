import type { INestApplicationContext } from '@nestjs/common';
import { bringToHead } from '../../src/bring-to-head.js';
import { wait } from '../../src/common/wait.js';
import { Database } from '../../src/database/index.js';
import { RunStarter } from '../../src/jobs/index.js';
import { sizesOf, told, type Bench, type Measured } from '../bench.js';
import { figure } from '../figures/figure.js';
import { IDLE_JOB, serverWithIdleJob } from '../servers/idle-job.js';
import { startOwnProcess } from '../servers/own-process.js';
import { StatementTap } from '../servers/statement-tap.js';

const SIZES = {
  full: { perSecond: 200, seconds: 20, projects: 1_000, windows: 3, windowMs: 20_000 },
  quick: { perSecond: 20, seconds: 2, projects: 40, windows: 1, windowMs: 10_000 },
};
/** Jobs are put in so often, as many at once as have become due. */
const TICK_MS = 10;
/** After which runs that are not done are given up. */
const PATIENCE_MS = 60_000;
/** What a worker does when it has just begun is not what it does for days. */
const SETTLED_MS = 6_000;

/** What asks for runs that wait in the queue, or that have become due by the schedule. */
const LOOKS = /state < 'active'|\bscheduled_jobs\b/;

/** From the moment a job is asked for to the moment a worker begins it, and what a worker asks that has none. */
export async function benchJobs(bench: Bench): Promise<Measured> {
  const { perSecond, seconds, projects, windows, windowMs } = sizesOf(bench, SIZES);
  await bench.database.renew();
  await bringToHead(bench.database.url);
  const pickups = await pickupsOf(bench);
  const idle = await idleStatements(bench);
  return {
    figures: [
      figure('jobs.pickup', pickups, { of: [String(perSecond)] }),
      figure('jobs.looks', idle.looks),
      figure('jobs.idle', idle.all),
    ],
    facts: [
      [
        'jobs',
        `${perSecond} a second for ${seconds} s, each of another of ${told(projects)} projects, asked for by an api in ` +
          `the bench's process and begun by a worker in its own; idle: ${windows} × ${windowMs / 1000} s of a worker's own process`,
      ],
    ],
  };
}

/** Milliseconds by the rows' own times. */
async function pickupsOf(bench: Bench): Promise<number[]> {
  const { database, cleanups, say } = bench;
  const { perSecond, seconds, projects } = sizesOf(bench, SIZES);
  const rows = await database.query<{ id: string }>(
    `WITH scope AS (INSERT INTO account_scopes (key, name) VALUES ('bench', 'Bench') RETURNING id)
     INSERT INTO projects (account_scope_id, name) SELECT scope.id, 'Jobs ' || n FROM scope, generate_series(1, $1::int) AS n
     RETURNING id`,
    [projects],
  );
  const worker = await startOwnProcess('idle-worker', database.url, cleanups);
  const api = await serverWithIdleJob(database.url, 'api');
  let closing: Promise<void> | null = null;
  const close = () => (closing ??= api.close());
  cleanups.add(close);
  say(`jobs: ${perSecond} a second for ${seconds} s`);
  const ask = askerOf(api);
  await evenly(perSecond, seconds, (at) => ask(rows[at % rows.length]?.id ?? ''));
  await untilDone(bench);
  await close();
  await worker.stop();
  const pickups = await database.query<{ ms: number }>(
    `SELECT extract(epoch FROM started_at - created_at)::float8 * 1000 AS ms FROM job_runs WHERE job_type = $1`,
    [IDLE_JOB],
  );
  return pickups.map(({ ms }) => ms);
}

/** Asks for a run of a project as a request does: in a transaction, which puts it into the queue. */
function askerOf(api: INestApplicationContext): (project: string) => Promise<unknown> {
  const [starter, sql] = [api.get(RunStarter), api.get(Database)];
  const request = {
    job_type: IDLE_JOB,
    trigger: 'request',
    triggered_by: null,
    request_id: null,
    payload: {},
  } as const;
  return (project_id) => sql.transaction((tx) => starter.start(tx, { project_id, ...request }));
}

/** Begins so many a second, whether those before are done or not, and waits for all. */
async function evenly(perSecond: number, seconds: number, begin: (at: number) => Promise<unknown>): Promise<void> {
  const all: Promise<unknown>[] = [];
  const started = performance.now();
  while (all.length < perSecond * seconds) {
    const due = Math.min(perSecond * seconds, ((performance.now() - started) / 1000) * perSecond);
    while (all.length < due) {
      const one = begin(all.length);
      // Looked at when all are awaited; until then it must not count as unhandled.
      one.catch(() => {});
      all.push(one);
    }
    await wait(TICK_MS);
  }
  await Promise.all(all);
}

async function untilDone({ database }: Bench): Promise<void> {
  for (const until = performance.now() + PATIENCE_MS; performance.now() < until; await wait(TICK_MS * 50)) {
    const [left] = await database.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM job_runs WHERE job_type = $1 AND status <> 'succeeded'`,
      [IDLE_JOB],
    );
    if (left?.n === 0) return;
  }
  throw new Error(`the jobs are not done ${PATIENCE_MS / 1000} s after the last one was asked for`);
}

/** Statements a second of a worker's process, all its connections together: those that look for work, and all. */
async function idleStatements(bench: Bench): Promise<{ looks: number[]; all: number[] }> {
  const { database, servers, cleanups, say } = bench;
  const { windows, windowMs } = sizesOf(bench, SIZES);
  // Without projects there is no schedule, which would be work.
  await database.renew();
  const tap = await StatementTap.open(database.url, cleanups);
  // Its dispatcher looks as often as anywhere.
  const server = await servers.start({ ROLE: 'worker', DISPATCH_INTERVAL_SECONDS: '15' }, tap.url);
  await wait(SETTLED_MS);
  const [looks, all]: [number[], number[]] = [[], []];
  for (let window = 0; window < windows; window++) {
    say(`jobs: a worker with nothing to do, ${window + 1}/${windows}`);
    const statements = await tap.during(() => wait(windowMs));
    looks.push(statements.filter(({ statement }) => LOOKS.test(statement)).length / (windowMs / 1000));
    all.push(statements.length / (windowMs / 1000));
  }
  await server.stop();
  await tap.close();
  return { looks, all };
}
