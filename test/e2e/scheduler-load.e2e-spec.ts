import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Injectable, Module } from '@nestjs/common';
import { Dispatcher } from '../../src/jobs/dispatcher.js';
import { JobRegistry, JobsModule } from '../../src/jobs/index.js';
import { statementsOf } from '../support/statements.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { until } from '../support/until.js';

const TYPES = Array.from({ length: 8 }, (_, index) => `counted_${index + 1}`);
const ROUNDS = 2;
/** Slots that a tick claims in one transaction. */
const CLAIM = 200;

/** How often each slot was worked on, by all workers of this process together. */
const worked = new Map<string, number>();

/** Eight jobs that do nothing but count. */
@Injectable()
class CountedJobs {
  constructor(registry: JobRegistry) {
    for (const type of TYPES) {
      registry.register({
        type,
        title: 'test',
        cadenceSeconds: 900,
        timeoutSeconds: 60,
        reads: [],
        writes: [],
        run: ({ projectId }) => {
          const slot = `${projectId} ${type}`;
          worked.set(slot, (worked.get(slot) ?? 0) + 1);
          return Promise.resolve({});
        },
      });
    }
  }
}

@Module({ imports: [JobsModule], providers: [CountedJobs] })
class CountedJobsModule {}

let db: TestDatabase;
let workers: TestApp[];
let dispatchers: Dispatcher[];
/** 200 on a server; the embedded database, which has one session for everybody, gets a fifth. */
let projects: number;

beforeAll(async () => {
  db = await openTestDatabase({ poolMax: 2 });
  projects = db.embedded ? 40 : 200;
  await db.database.run(`INSERT INTO account_scopes (key, name) VALUES ('agency', 'Agency')`);
  const env = { ROLE: 'worker', DISPATCH_INTERVAL_SECONDS: '3600', WORKER_CONCURRENCY: '2' };
  workers = await Promise.all([1, 2].map(() => startTestApp({ db, env, modules: [CountedJobsModule] })));
  dispatchers = workers.map((worker) => worker.app.get(Dispatcher));
});
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.close()));
  await db.close();
});

/** Adds projects up to this many, with nothing due but what a test makes due. */
async function grow(count: number): Promise<void> {
  await db.database.run(
    `INSERT INTO projects (account_scope_id, name)
     SELECT (SELECT id FROM account_scopes), 'Client ' || n FROM generate_series((SELECT count(*) + 1 FROM projects), $1::int) AS n`,
    [count],
  );
  await dispatchers[0]!.tick(null);
  // The server's own jobs are not what is counted here.
  await db.database.run(`UPDATE scheduled_jobs SET status = 'paused' WHERE NOT job_type = ANY ($1)`, [TYPES]);
  await idle();
  const [slots] = await db.database.query(
    `SELECT count(*)::int AS active FROM scheduled_jobs WHERE status = 'active' AND next_run_at > now()`,
  );
  expect(slots).toEqual({ active: count * TYPES.length });
}

const makeDue = (count: number) =>
  db.database.run(
    `UPDATE scheduled_jobs SET next_run_at = now() - interval '1 minute' * random()
     WHERE (project_id, job_type) IN (SELECT project_id, job_type FROM scheduled_jobs WHERE status = 'active' ORDER BY project_id, job_type LIMIT $1)`,
    [count],
  );

/** Resolves when no run is open. */
const idle = () =>
  until('all runs have ended', async () => {
    const open = await db.database.query(`SELECT FROM job_runs WHERE status IN ('queued', 'running') LIMIT 1`);
    return open.length === 0;
  });

describe('a tick', () => {
  it('costs the same statements however many jobs are not due, and by claims of 200 where they are', async () => {
    const [dispatcher] = dispatchers as [Dispatcher];
    const statements = async (due: number) => {
      await makeDue(due);
      const sent = await statementsOf(() => dispatcher.tick(null));
      await idle();
      return sent;
    };
    await grow(2);
    const few = await statements(0);
    const one = await statements(1);
    await grow(projects);
    expect(await statements(0)).toEqual(few);
    // New slots, begin, claim, commit.
    expect(few).toHaveLength(4);
    expect(await statements(1)).toEqual(one);
    expect(await statements(CLAIM / 2)).toEqual(one);
    // And between claim and commit the runs, in ours and in the queue.
    expect(one).toHaveLength(6);
    const all = projects * TYPES.length;
    expect(await statements(all)).toHaveLength(1 + Math.floor(all / CLAIM) * 5 + (all % CLAIM === 0 ? 3 : 5));
  });
});

describe('eight jobs of every project on two workers', () => {
  it('run once each time that they are due: none is missed, none doubled', async () => {
    await grow(projects);
    await db.database.run('DELETE FROM job_runs');
    worked.clear();
    const slots = projects * TYPES.length;
    for (let round = 1; round <= ROUNDS; round++) {
      await makeDue(slots);
      const ticks = await Promise.all([...dispatchers, ...dispatchers].map((dispatcher) => dispatcher.tick(null)));
      // One of them has claimed each slot, whichever.
      const claimed = ticks.flatMap((tick) => tick.dispatched.map((slot) => `${slot.project_id} ${slot.job_type}`));
      expect(new Set(claimed).size).toBe(slots);
      expect(claimed).toHaveLength(slots);
      expect(ticks.flatMap((tick) => tick.skipped)).toEqual([]);
      await idle();
      expect(worked.size).toBe(slots);
      expect(new Set(worked.values())).toEqual(new Set([round]));
    }
    const runs = await db.database.query(
      `SELECT count(*)::int AS runs, count(DISTINCT (project_id, job_type))::int AS slots, count(DISTINCT worker_id)::int AS workers
       FROM job_runs WHERE status = 'succeeded' AND attempt = 1`,
    );
    expect(runs).toEqual([{ runs: slots * ROUNDS, slots, workers: 2 }]);
    const other = await db.database.query(`SELECT * FROM job_runs WHERE status <> 'succeeded' OR attempt <> 1`);
    expect(other).toEqual([]);
  });
});
