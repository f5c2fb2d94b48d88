import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { DataSource } from 'typeorm';
import { AppError } from '../../src/common/app-error.js';
import { Clock } from '../../src/common/clock.js';
import { Dispatcher } from '../../src/jobs/dispatcher.js';
import type { JobContext } from '../../src/jobs/index.js';
import { Interrupted } from '../../src/jobs/domain/goes-on.js';
import type { JobRun } from '../../src/jobs/job-run.entity.js';
import { PICKUPS_TOGETHER } from '../../src/jobs/queue-schema.js';
import { RunExecutor } from '../../src/jobs/run-executor.js';
import { RunRecorder } from '../../src/jobs/run-recorder.js';
import type { Client } from '../support/client.js';
import { Latch } from '../support/latch.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { succeed, TestBatchJobs, TestBatchJobsModule } from '../support/test-batch-jobs.js';
import { until } from '../support/until.js';

let server: TestApp;
let jobs: TestBatchJobs;
let admin: Client;
let scopeId: string;

beforeAll(async () => {
  server = await startTestApp({
    env: { ROLE: 'all', DISPATCH_INTERVAL_SECONDS: '3600', WORKER_CONCURRENCY: '2' },
    modules: [TestBatchJobsModule],
  });
  jobs = server.app.get(TestBatchJobs);
  admin = await server.signIn();
  const { body } = await admin.post('/projects', { name: 'First' });
  scopeId = body.project.account_scope_id as string;
  // Then the schedule has no jobs for it, which would come in between.
  await server.db.database.run(`UPDATE projects SET created_at = now() - interval '3 days'`);
});
afterAll(() => server.close());
beforeEach(() => jobs.reset());

/** So many projects, old enough for the schedule to have looked at them before and to give them nothing more. */
const made = async (projects: number): Promise<string[]> =>
  (
    await server.db.database.query<{ id: string }>(
      `INSERT INTO projects (account_scope_id, name, created_at)
       SELECT $1, gen_random_uuid()::text, now() - interval '3 days' FROM generate_series(1, $2) RETURNING id`,
      [scopeId, projects],
    )
  ).map((row) => row.id);
/** So many projects that have this one job, which is due. */
async function due(count: number, jobType = 'together'): Promise<string[]> {
  const projects = await made(count);
  await server.db.database.run(
    `INSERT INTO scheduled_jobs (project_id, job_type, cadence_seconds, next_run_at)
     SELECT unnest($1::uuid[]), $2, 86400, now() - interval '2 days'`,
    [projects, jobType],
  );
  return projects;
}
const tick = () => server.app.get(Dispatcher).tick(null);
const runsOf = (projects: string[], jobType = 'together') =>
  server.db.database.query<JobRun>(
    `SELECT * FROM job_runs WHERE project_id = ANY ($1) AND job_type = $2 ORDER BY created_at, id`,
    [projects, jobType],
  );
const ended = (projects: string[], jobType = 'together') =>
  until(`all have ended`, async () => {
    const runs = await runsOf(projects, jobType);
    return runs.length === projects.length && runs.every((run) => run.finished_at !== null) ? runs : null;
  });
/** How many events of each type the projects have about the job. */
const events = async (projects: string[], jobType = 'together') =>
  Object.fromEntries(
    (
      await server.db.database.query<{ event_type: string; events: number }>(
        `SELECT event_type, count(*)::int AS events FROM kag_event_log
         WHERE project_id = ANY ($1) AND payload_json ->> 'process' = $2 GROUP BY event_type`,
        [projects, jobType],
      )
    ).map((row) => [row.event_type, row.events]),
  );
/** Opens runs without putting them into the queue. */
async function opened(projects: string[]): Promise<JobRun[]> {
  return server.db.database.query<JobRun>(
    `INSERT INTO job_runs (project_id, job_type, trigger) SELECT unnest($1::uuid[]), 'together', 'schedule' RETURNING *`,
    [projects],
  );
}
/** The statements that the server makes, other than the queue's own, while `work` goes on. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const dataSource = server.app.get(DataSource);
  const statements: string[] = [];
  const original = dataSource.createQueryRunner.bind(dataSource);
  dataSource.createQueryRunner = (mode) => {
    const runner = original(mode);
    const query = runner.query.bind(runner) as (...parameters: unknown[]) => Promise<unknown>;
    runner.query = ((text: string, ...parameters: unknown[]) => {
      statements.push(text);
      return query(text, ...parameters);
    }) as typeof runner.query;
    return runner;
  };
  try {
    await work();
    return statements;
  } finally {
    dataSource.createQueryRunner = original;
  }
}

describe('a job that many projects have together', () => {
  it('costs as many statements for a hundred projects as for ten, with warnings, progress and follow-ups', async () => {
    jobs.work = async (contexts) => {
      for (const context of contexts) {
        context.progress({ done: 1, total: 1, unit: 'steps' });
        context.warn('something is odd');
        context.followUp('after');
      }
      return succeed(contexts);
    };
    const costs: number[] = [];
    for (const size of [10, 100]) {
      const projects = await due(size);
      const statements = await statementsOf(async () => {
        await tick();
        await ended(projects);
        await ended(projects, 'after');
      });
      costs.push(statements.length);
      for (const run of await runsOf(projects)) {
        expect(run).toMatchObject({
          status: 'succeeded',
          trigger: 'schedule',
          attempt: 1,
          worker_id: server.app.get(RunExecutor).workerId,
          result: { done: true, counted: 1 },
          progress: { done: 1, total: 1, unit: 'steps' },
        });
      }
      for (const run of await runsOf(projects, 'after'))
        expect(run).toMatchObject({ status: 'succeeded', trigger: 'follow_up', attempt: 1 });
      expect(await events(projects)).toEqual({ process_started: size, process_warning: size, process_finished: size });
      expect(await events(projects, 'after')).toEqual({ process_started: size, process_finished: size });
    }
    expect(jobs.sizes()).toEqual([10, 100]);
    expect(costs[1]).toBe(costs[0]);
    // Tick: seed, and begin, claim, open, queue, commit. First batch: begin, started, progress, and begin, end, events,
    // follow-ups, queue, commit. Second batch: begin, started, and begin, end, events, commit.
    expect(costs[0]).toBe(21);
  });

  it('is handed over a hundred at a time', async () => {
    const projects = await due(1050);
    expect((await tick()).dispatched).toHaveLength(1050);
    await ended(projects);
    expect(jobs.sizes().sort((a, b) => b - a)).toEqual([...Array.from({ length: 10 }, () => 100), 50]);
    expect((await tick()).dispatched).toEqual([]);
  });

  it('is done for one project when a person asks', async () => {
    const [project] = (await made(1)) as [string];
    const answer = await admin.post(`/test-batch-jobs/together?project_id=${project}`);
    expect(answer.body).toMatchObject({ ok: true, result: { done: true } });
    expect(jobs.begun).toMatchObject([[{ projectId: project, triggeredBy: 'admin' }]]);
  });

  it('keeps no more workers than half with its batches, and whoever asks for a run that waits in one joins it', async () => {
    const { opened, open } = new Latch();
    jobs.work = async (contexts) => {
      if (contexts.length > 1) await opened;
      return succeed(contexts);
    };
    const first = await due(2);
    await tick();
    await until('the first batch has begun', () => jobs.begun.length === 1);
    const second = await due(2);
    await tick();
    const [other] = (await made(1)) as [string];
    expect((await admin.post(`/test-batch-jobs/together?project_id=${other}`)).status).toBe(200);
    const [waiting] = await runsOf(second);
    expect(waiting).toMatchObject({ status: 'queued' });
    const joined = await admin
      .post(`/test-batch-jobs/together?project_id=${waiting!.project_id}`)
      .set('prefer', 'respond-async');
    expect(joined.body).toMatchObject({ job_run_id: waiting!.id, joined: true });
    open();
    await ended([...first, ...second]);
    expect(jobs.sizes()).toEqual([2, 1, 2]);
  });
});

describe('a failure', () => {
  it('of one project, told in the outcome, leaves the others as they are', async () => {
    const projects = await due(4);
    const [bad, silent, lost] = projects as [string, string, string];
    jobs.work = async (contexts) => {
      const results = new Map(await succeed(contexts));
      results.set(bad, new AppError('vendor_failed', 'The vendor is away'));
      results.delete(silent);
      for (const context of contexts) {
        if (context.projectId !== lost) continue;
        try {
          context.followUp('nonsense');
        } catch (error) {
          results.set(lost, error as Error);
        }
      }
      return results;
    };
    await tick();
    const runs = new Map((await ended(projects)).map((run) => [run.project_id, run]));
    expect(runs.get(bad)).toMatchObject({ status: 'failed', error: { code: 'vendor_failed' } });
    expect(runs.get(silent)).toMatchObject({ status: 'failed', error: { code: 'internal_error' } });
    expect(runs.get(lost)).toMatchObject({ status: 'failed', error: { code: 'not_found' } });
    expect(runs.get(projects[3]!)).toMatchObject({ status: 'succeeded', error: null });
    expect(await events(projects)).toEqual({ process_started: 4, process_failed: 3, process_finished: 1 });
    expect(jobs.sizes()).toEqual([4]);
  });

  it('of the whole batch has each project tried by itself, so that the one that is the reason fails alone', async () => {
    const projects = await due(3);
    const poison = projects[1];
    jobs.work = async (contexts) => {
      if (contexts.some(({ projectId }) => projectId === poison)) throw new Error('a row that nobody expected');
      return succeed(contexts);
    };
    await tick();
    const runs = await ended(projects);
    expect(runs.filter((run) => run.status === 'succeeded').map((run) => run.attempt)).toEqual([2, 2]);
    expect(runs.filter((run) => run.status === 'failed')).toMatchObject([
      { project_id: poison, attempt: 2, error: { code: 'internal_error', message: 'a row that nobody expected' } },
    ]);
    expect(jobs.sizes()).toEqual([3, 1, 1, 1]);
  });

  it('to be done in time is one of those projects that were not', async () => {
    const projects = await due(3, 'brief');
    jobs.work = async (contexts) => {
      await new Promise((resolve) => contexts[0]!.signal.addEventListener('abort', resolve));
      return succeed(contexts.slice(0, 1));
    };
    await tick();
    const runs = await ended(projects, 'brief');
    expect(runs.filter((run) => run.status === 'succeeded')).toHaveLength(1);
    expect(runs.filter((run) => run.error?.code === 'job_timeout')).toHaveLength(2);
  });
});

describe('a batch whose worker', () => {
  const never = new AbortController().signal;
  const execute = (runs: JobRun[], stop = never, pickup = 1) => server.app.get(RunExecutor).execute(runs, stop, pickup);

  it('stops is handed back, and what had ended is not repeated', async () => {
    const projects = await made(3);
    const runs = await opened(projects);
    const stop = new AbortController();
    jobs.work = async (contexts) => {
      stop.abort();
      return succeed(contexts.slice(0, 1));
    };
    await expect(execute(runs, stop.signal)).rejects.toThrow(Interrupted);
    const statuses = async () => (await runsOf(projects)).map((run) => run.status).sort();
    expect(await statuses()).toEqual(['queued', 'queued', 'succeeded']);
    jobs.work = succeed;
    await execute(runs);
    await execute(runs);
    expect(await statuses()).toEqual(['succeeded', 'succeeded', 'succeeded']);
    expect(jobs.sizes()).toEqual([3, 2]);
    expect(await events(projects)).toEqual({ process_started: 5, process_finished: 3 });
  });

  it.each([1, 2])('is of a release that does not know the job leaves %i of them to another', async (count) => {
    const projects = await made(count);
    const runs = await server.db.database.query<JobRun>(
      `INSERT INTO job_runs (project_id, job_type, trigger) SELECT unnest($1::uuid[]), 'of_the_next_release', 'schedule' RETURNING *`,
      [projects],
    );
    const clock = server.app.get(Clock);
    const pauses = jest.spyOn(clock, 'wait').mockResolvedValue(undefined);
    try {
      for (const pickup of [1, 19]) await expect(execute(runs, never, pickup)).rejects.toThrow(Interrupted);
      expect(pauses.mock.calls.map(([ms]) => ms)).toEqual([1_000, 10_000]);
    } finally {
      pauses.mockRestore();
    }
    for (const run of await runsOf(projects, 'of_the_next_release'))
      expect(run).toMatchObject({ status: 'queued', error: null });
  });

  it('falls silent is given to another, and what the first one says later counts no more', async () => {
    const projects = await due(3);
    const { opened, open } = new Latch();
    jobs.work = async (contexts: readonly JobContext[]) => {
      if (jobs.begun.length > 1) return succeed(contexts);
      for (const context of contexts) context.warn('said too late');
      await opened;
      return new Map(contexts.map(({ projectId }) => [projectId, { done: false }]));
    };
    await tick();
    await until('it has begun', () => jobs.begun.length === 1);
    // Said until it is noticed: the worker itself goes on to say that it lives.
    const silence = `UPDATE pgboss.job SET heartbeat_on = now() - interval '1 hour' WHERE state = 'active' AND retry_count = 0`;
    await until('another has it', async () => {
      await server.db.database.run(silence);
      return jobs.begun.length > 1;
    });
    for (const run of await ended(projects))
      expect(run).toMatchObject({ status: 'succeeded', attempt: 2, result: { done: true } });
    open();
    await until('the first one has given up', () => jobs.begun[0]![0]!.signal.aborted);
    expect(await events(projects)).toEqual({ process_started: 6, process_finished: 3 });
    expect((await runsOf(projects)).map((run) => run.result?.['done'])).toEqual([true, true, true]);
  });

  it('works at the same time as another, each in an order of its own, ends every run once', async () => {
    const projects = await made(40);
    for (let round = 1; round <= 5; round++) {
      const runs = await opened(projects);
      await Promise.all([execute(runs), execute(runs.toReversed())]);
      const latest = (await runsOf(projects)).slice(-projects.length);
      expect(new Set(latest.map((run) => run.status))).toEqual(new Set(['succeeded']));
      expect((await events(projects))['process_finished']).toBe(round * projects.length);
    }
  });

  it('died with it again and again is divided, since one project may be the reason', async () => {
    const projects = await made(3);
    const runs = await opened(projects);
    await execute(runs, never, PICKUPS_TOGETHER + 1);
    await ended(projects);
    expect(jobs.sizes()).toEqual([1, 1, 1]);
  });

  it('is gone for good ends as failed, with all runs that are open and their parts', async () => {
    const projects = await made(3);
    const runs = await opened(projects);
    await execute(runs.slice(0, 1));
    await server.db.database.run(
      `INSERT INTO job_runs (project_id, job_type, trigger, parent_run_id, status) VALUES ($1, 'after', 'child', $2, 'running')`,
      [runs[1]!.project_id, runs[1]!.id],
    );
    await server.app.get(RunRecorder).abandon(runs, { code: 'job_abandoned', message: 'gone' });
    expect((await runsOf(projects)).map((run) => run.status).sort()).toEqual(['failed', 'failed', 'succeeded']);
    expect(await runsOf(projects, 'after')).toMatchObject([{ status: 'failed', error: { code: 'job_abandoned' } }]);
    expect(await events(projects)).toMatchObject({ process_failed: 2 });
    expect(await events(projects, 'after')).toEqual({ process_failed: 1 });
  });
});
