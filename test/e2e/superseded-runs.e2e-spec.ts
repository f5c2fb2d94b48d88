import { Injectable, Module } from '@nestjs/common';
import { Database } from '../../src/database/index.js';
import {
  JobRegistry,
  JobRunsRepository,
  JobsModule,
  RunStarter,
  type JobContext,
  type JobRun,
} from '../../src/jobs/index.js';
import { RunAttemptsRepository } from '../../src/jobs/run-attempts.repository.js';
import { Latch } from '../support/latch.js';
import { project } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { until } from '../support/until.js';

/** A job that writes when the test lets it, and one whose database is away the first time. */
@Injectable()
class WritingJobs {
  readonly begun: JobContext[] = [];
  readonly latch = new Latch();
  /** What the writes of the first attempt came to, by the way in which they were made. */
  readonly refused: string[] = [];
  failures: unknown[] = [];

  constructor(registry: JobRegistry, database: Database) {
    const job = { title: 'test', cadenceSeconds: null, timeoutSeconds: 60, reads: [], writes: [] };
    const mark = 'UPDATE projects SET name = name || $2 WHERE id = $1';
    registry.register({
      ...job,
      type: 'writing',
      run: async (context) => {
        this.begun.push(context);
        if (this.begun.length === 1) await this.latch.opened;
        const writes = {
          'a statement': () => database.run(mark, [context.projectId, '!']),
          'a transaction': () => database.transaction((tx) => tx.run(mark, [context.projectId, '?'])),
        };
        let thrown: unknown;
        for (const [way, write] of Object.entries(writes))
          await write().catch((error: unknown) => {
            this.refused.push(way);
            thrown = error;
          });
        if (thrown) throw thrown;
        return {};
      },
    });
    registry.register({
      ...job,
      type: 'broken_off',
      run: async () => {
        const failure = this.failures.shift();
        if (failure) throw failure;
        return {};
      },
    });
  }
}

@Module({ imports: [JobsModule], providers: [WritingJobs] })
class WritingJobsModule {}

let server: TestApp;
let jobs: WritingJobs;
let projectId: string;

beforeAll(async () => {
  server = await startTestApp({
    env: { ROLE: 'all', DISPATCH_INTERVAL_SECONDS: '3600' },
    modules: [WritingJobsModule],
  });
  jobs = server.app.get(WritingJobs, { strict: false });
  projectId = await project(await server.signIn(), 'Name');
});
afterAll(() => server.close());

/** Asks for the job and returns its run. */
async function started(jobType: string): Promise<JobRun> {
  const starter = server.app.get(RunStarter, { strict: false });
  const { run } = await server.app.get(Database).transaction((tx) =>
    starter.start(tx, {
      ...{ project_id: projectId, job_type: jobType, trigger: 'request' as const },
      ...{ triggered_by: null, request_id: null, payload: {} },
    }),
  );
  starter.nudge();
  return run;
}

const runs = () => server.app.get(JobRunsRepository, { strict: false });
const now = async ({ project_id, id }: JobRun) => (await runs().find(server.app.get(Database), project_id, id))!;

it('lets a worker that was taken for dead write nothing over the one that goes on with its run', async () => {
  const run = await started('writing');
  await until('the first attempt is in the middle', () => jobs.begun.length === 1);
  await server.app.get(RunAttemptsRepository, { strict: false }).begin([run], 'another worker');
  jobs.latch.open();
  await until('the run has ended', async () => (await now(run)).status === 'succeeded');
  expect(jobs.refused).toEqual(['a statement', 'a transaction']);
  expect((await now(run)).attempt).toBe(3);
  const [{ name } = {}] = await server.db.database.query<{ name: string }>('SELECT name FROM projects WHERE id = $1', [
    projectId,
  ]);
  expect(name).toBe('Name!?');
});

it.each([
  ['ends connections', Object.assign(new Error('terminating connection'), { code: '57P01' })],
  ['is read-only', Object.assign(new Error('cannot execute UPDATE'), { code: '25006' })],
  ['is not reached', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })],
])('does a run again that was broken off by a database that %s', async (_how, failure) => {
  jobs.failures = [failure];
  const run = await started('broken_off');
  await until('the run has ended', async () => (await now(run)).finished_at !== null);
  expect(await now(run)).toMatchObject({ status: 'succeeded', attempt: 2, error: null });
});
