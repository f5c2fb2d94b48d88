import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { PgBoss } from 'pg-boss';
import { Database } from '../../src/database/index.js';
import { RunStarter } from '../../src/jobs/index.js';
import { JobQueue } from '../../src/jobs/job-queue.js';
import { newProject } from '../support/search-parts.js';
import { project } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { TestJobs, TestJobsModule } from '../support/test-jobs.js';
import { until } from '../support/until.js';

let server: TestApp;

beforeAll(async () => {
  // No worker ever looks by itself whether something waits: without being told to it would rest for an hour.
  const work = PgBoss.prototype.work as (name: string, options: object, handler: never) => Promise<string>;
  jest.spyOn(PgBoss.prototype, 'work').mockImplementation(function (this: PgBoss, name, options, handler) {
    const rests = { pollingIntervalSeconds: 3600, notifyPollingIntervalSeconds: 3600 };
    return work.call(this, name, { ...options, ...rests }, handler as never);
  } as typeof PgBoss.prototype.work);
  server = await startTestApp({
    env: { ROLE: 'all', DISPATCH_INTERVAL_SECONDS: '3600', WORKER_CONCURRENCY: '2' },
    modules: [TestJobsModule],
  });
});
afterAll(async () => {
  await server.close();
  jest.restoreAllMocks();
});

it('keeps a worker free for other projects while one has long runs', async () => {
  const jobs = server.app.get(TestJobs);
  const admin = await server.signIn();
  const [busy, other] = [await project(admin), await project(admin)];
  await admin.post(`/test-jobs/gate?project_id=${busy}`).set('prefer', 'respond-async');
  await until('the long run has begun', () => jobs.begun.length === 1);
  const waiting = await admin.post(`/test-jobs/parent?project_id=${busy}`).set('prefer', 'respond-async');
  const answer = await admin.post(`/test-jobs/fail?project_id=${other}`).set('prefer', 'wait=20');
  expect(answer.status).toBe(502);
  const run = async () =>
    (await admin.get(`/jobs/runs/${waiting.body.job_run_id as string}?project_id=${busy}`)).body.run;
  expect(await run()).toMatchObject({ status: 'queued' });
  jobs.release();
  await until('its turn has come', async () => (await run()).status === 'succeeded');
});

it('goes from one waiting run to the next without a pause', async () => {
  const projects = await Promise.all(Array.from({ length: 60 }, () => newProject(server.db)));
  await server.app.get(Database).transaction((tx) =>
    server.app.get(RunStarter).startMany(
      tx,
      projects.map((project_id) => ({
        project_id,
        job_type: 'fail',
        trigger: 'schedule',
        triggered_by: null,
        request_id: null,
        payload: {},
      })),
    ),
  );
  server.app.get(JobQueue).nudge();
  await until('all have ended', async () => {
    const [row] = await server.db.database.query<{ open: number }>(
      `SELECT count(*)::int AS open FROM job_runs WHERE project_id = ANY ($1) AND status IN ('queued', 'running')`,
      [projects],
    );
    return row?.open === 0;
  });
});

it('lets what has waited for long go before what people ask for, one at a time', async () => {
  const jobs = server.app.get(TestJobs);
  const [database, queue] = [server.app.get(Database), server.app.get(JobQueue)];
  const before = jobs.begun.length;
  const start = async (count: number, trigger: 'schedule' | 'request') => {
    const projects = await Promise.all(Array.from({ length: count }, () => newProject(server.db)));
    const wanted = { job_type: 'gate', triggered_by: null, request_id: null, payload: {} };
    await database.transaction((tx) =>
      server.app.get(RunStarter).startMany(
        tx,
        projects.map((project_id) => ({ ...wanted, project_id, trigger })),
      ),
    );
    queue.nudge();
    return projects;
  };
  jobs.hold();
  await start(2, 'request');
  await until('both workers are busy', () => jobs.begun.length === before + 2);
  const scheduled = await start(2, 'schedule');
  await database.run(
    `UPDATE pgboss.job SET created_on = created_on - interval '1 minute', start_after = start_after - interval '1 minute'
     WHERE group_id = ANY ($1)`,
    [scheduled],
  );
  await start(4, 'request');
  // However often it is looked, one goes before the others until a worker has taken it.
  await queue.letLongestWaitingGoNext();
  await queue.letLongestWaitingGoNext();
  jobs.release();
  await until('all have begun', () => jobs.begun.length === before + 8);
  const turns = jobs.begun.slice(before).map(({ projectId }) => scheduled.includes(projectId));
  expect([turns.slice(2, 6).filter(Boolean).length, turns.filter(Boolean).length]).toEqual([1, 2]);
});
