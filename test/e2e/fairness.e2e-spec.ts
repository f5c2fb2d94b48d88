import { afterAll, beforeAll, expect, it } from '@jest/globals';
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
