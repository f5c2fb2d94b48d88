import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Client } from '../support/client.js';
import { colleague, project, stranger } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { TestJobs, TestJobsModule } from '../support/test-jobs.js';
import { until } from '../support/until.js';

let server: TestApp;
let jobs: TestJobs;
let admin: Client;
let projectId: string;

beforeAll(async () => {
  server = await startTestApp({ env: { ROLE: 'all', DISPATCH_INTERVAL_SECONDS: '3600' }, modules: [TestJobsModule] });
  jobs = server.app.get(TestJobs);
  admin = await server.signIn();
});
afterAll(() => {
  jobs.release();
  return server.close();
});
beforeEach(async () => {
  jobs.hold();
  jobs.begun.length = 0;
  projectId = await project(admin);
  await admin.post(`/projects/${projectId}/select`);
});

const post = (path: string, prefer = 'wait=55') => admin.post(path).set('prefer', prefer);
const runOf = async (id: string) => (await admin.get(`/jobs/runs/${id}`)).body.run;

describe('a run that has ended', () => {
  it('is done once more with the same payload, and stays as it is', async () => {
    const failed = await post('/test-jobs/fail');
    const id = failed.body.details.job_run_id as string;
    await server.db.database.run(`UPDATE job_runs SET payload = '{"a": 1}' WHERE id = $1`, [id]);
    const again = await post(`/jobs/runs/${id}/retry`);
    expect([again.status, again.body.error]).toEqual([502, 'vendor_failed']);
    const second = again.body.details.job_run_id as string;
    expect(second).not.toBe(id);
    expect(await runOf(second)).toMatchObject({ job_type: 'fail', payload: { a: 1 }, triggered_by: 'admin' });
    expect(await runOf(id)).toMatchObject({ status: 'failed', project_id: projectId });
    const { events } = (await admin.get('/audit?action=job.started')).body;
    expect(events[0]).toMatchObject({ entity_id: second, after: { job_type: 'fail', payload: { a: 1 } } });
  });

  it('is one that has ended, and of the project', async () => {
    const { job_run_id: id } = (await post('/test-jobs/gate', 'respond-async')).body;
    expect((await post(`/jobs/runs/${id}/retry`)).body).toMatchObject({ error: 'conflict' });
    const elsewhere = await project(admin);
    expect((await post(`/jobs/runs/${id}/retry?project_id=${elsewhere}`)).status).toBe(404);
    jobs.release();
    await until('the run has ended', async () => (await runOf(id)).status === 'succeeded');
  });

  it('tells by its log what it warned of, and lists its parts alone', async () => {
    jobs.release();
    const { job_run_id: id } = (await post('/test-jobs/parent')).body;
    await post('/test-jobs/gate');
    const { runs } = (await admin.get(`/jobs/runs?parent_run_id=${id}`)).body;
    expect(runs).toMatchObject([{ job_type: 'gate', parent_run_id: id, trigger: 'child' }]);
    const { events } = (await admin.get(`/kag/events?kind=process&run_id=${id}`)).body;
    expect(events.map((event: { event_type: string }) => event.event_type)).toEqual(
      expect.arrayContaining(['process_started', 'process_warning', 'process_finished']),
    );
    expect(new Set(events.map((event: any) => event.payload_json.run_id))).toEqual(new Set([id]));
    expect((await admin.get('/jobs/runs?parent_run_id=1')).status).toBe(400);
    expect((await admin.get('/kag/events?run_id=1')).status).toBe(400);
  });
});

describe('a scheduled job', () => {
  it('is run at once, paused or not, and keeps its time', async () => {
    jobs.release();
    await admin.post('/jobs/scheduler/tick');
    await until(
      'the first run has ended',
      async () => (await admin.get('/jobs/runs?status=succeeded')).body.runs.length > 0,
    );
    await admin.patch('/jobs/scheduler/gate', { status: 'paused' });
    const timeOf = async () =>
      (await admin.get('/jobs/scheduler')).body.jobs.find((job: any) => job.job_type === 'gate').next_run_at;
    const before = await timeOf();
    const answer = await post('/jobs/scheduler/gate/run');
    expect(answer.body).toMatchObject({ result: { done: true, counted: 7 } });
    expect(await runOf(answer.body.job_run_id)).toMatchObject({ trigger: 'request', triggered_by: 'admin' });
    expect(await timeOf()).toBe(before);
  });

  it('is one that the project has, and needs an operator', async () => {
    expect((await post('/jobs/scheduler/nothing_such/run')).body).toMatchObject({ error: 'not_found' });
    // A job that only other runs begin is not scheduled.
    expect((await post('/jobs/scheduler/slow/run')).body).toMatchObject({ error: 'not_found' });
    const viewer = await colleague(server, 'viewer');
    expect((await viewer.client.post(`/jobs/scheduler/gate/run?project_id=${projectId}`)).status).toBe(403);
  });
});

it('runs of all projects come newest first, page by page, and none of other account scopes', async () => {
  jobs.release();
  const theirs = await stranger(server);
  await theirs.client.post(`/test-jobs/gate?project_id=${theirs.projectId}`);
  const other = await project(admin);
  const asked = [projectId, other, projectId, other];
  const ids: string[] = [];
  for (const id of asked) ids.push((await post(`/test-jobs/gate?project_id=${id}`)).body.job_run_id);
  const seen: { id: string; project_id: string }[] = [];
  let cursor = '';
  do {
    const page = await admin.get(`/jobs/runs?all_projects=true&job_type=gate&limit=3${cursor}`);
    expect(page.status).toBe(200);
    seen.push(...page.body.runs);
    cursor = page.body.next_cursor === null ? '' : `&cursor=${encodeURIComponent(page.body.next_cursor)}`;
  } while (cursor !== '');
  expect(seen.slice(0, 4).map(({ id }) => id)).toEqual(ids.reverse());
  expect(seen.slice(0, 4).map((one) => one.project_id)).toEqual(asked.reverse());
  expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
  expect(seen.map((one) => one.project_id)).not.toContain(theirs.projectId);
  expect((await admin.get('/jobs/runs?all_projects=true&status=failed&job_type=gate')).body.runs).toEqual([]);
});
