import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Database } from '../../src/database/index.js';
import { RunStarter } from '../../src/jobs/index.js';
import { newProject } from '../support/search-parts.js';
import { project } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { TestJobs, TestJobsModule } from '../support/test-jobs.js';
import { until } from '../support/until.js';

let server: TestApp;

beforeAll(async () => {
  server = await startTestApp({
    env: { ROLE: 'all', DISPATCH_INTERVAL_SECONDS: '3600', WORKER_CONCURRENCY: '2' },
    modules: [TestJobsModule],
  });
});
afterAll(() => server.close());

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
  // With the queue's own pauses, these would be 15 s on the embedded database, and 150 s on PostgreSQL.
  await until('all have ended', async () => {
    const [row] = await server.db.database.query<{ open: number }>(
      `SELECT count(*)::int AS open FROM job_runs WHERE project_id = ANY ($1) AND status IN ('queued', 'running')`,
      [projects],
    );
    return row?.open === 0;
  });
});
