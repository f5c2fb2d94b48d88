import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RunStarter } from '../../src/jobs/index.js';
import type { Client } from '../support/client.js';
import { colleague, project } from '../support/people.js';
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
  // Else the server would give the runs that are held their time to end.
  jobs.release();
  return server.close();
});
beforeEach(async () => {
  jobs.hold();
  jobs.begun.length = 0;
  projectId = await project(admin);
  await admin.post(`/projects/${projectId}/select`);
});

const events = async (type: string) =>
  (await admin.get(`/kag/events?type=${type}`)).body.events as { payload_json: Record<string, unknown> }[];
const run = async (id: string) => (await admin.get(`/jobs/runs/${id}`)).body.run;

describe('a trigger', () => {
  it('waits for the job and answers its result, and the log has its start and its end', async () => {
    jobs.release();
    const answer = await admin.post('/test-jobs/gate').set('x-request-id', 'req-1');
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ ok: true, result: { done: true, counted: 7 }, request_id: 'req-1' });
    const id = answer.body.job_run_id as string;
    expect(await run(id)).toMatchObject({
      status: 'succeeded',
      trigger: 'request',
      triggered_by: 'admin',
      request_id: 'req-1',
      attempt: 1,
      progress: { done: 1, total: 2, unit: 'steps' },
    });
    expect(await events('process_started')).toMatchObject([{ payload_json: { process: 'gate', run_id: id } }]);
    expect(await events('process_finished')).toMatchObject([
      { payload_json: { process: 'gate', run_id: id, counters: { counted: 7 } } },
    ]);
  });

  it('answers 202 and where to look when the job takes longer than the caller wants to wait', async () => {
    const answer = await admin.post('/test-jobs/gate').set('prefer', 'respond-async');
    expect(answer.status).toBe(202);
    expect(answer.headers['preference-applied']).toBe('respond-async');
    const id = answer.body.job_run.id as string;
    expect(answer.headers['location']).toBe(`/jobs/runs/${id}`);
    await until('the job has begun', () => jobs.begun.length === 1);
    jobs.release();
    await until('it has ended', async () => (await run(id)).status === 'succeeded');
  });

  it('joins the run that is open instead of starting a second one, also when many ask at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => admin.post('/test-jobs/gate').set('prefer', 'respond-async')),
    );
    const ids = new Set(answers.map((answer) => answer.body.job_run_id as string));
    expect(ids.size).toBe(1);
    expect(answers.filter((answer) => answer.body.joined === true)).toHaveLength(4);
    await until('the job has begun', () => jobs.begun.length > 0);
    const joined = admin
      .post('/test-jobs/gate')
      .set('prefer', 'wait=20')
      .then((answer) => answer.body as unknown);
    await until('that one waits too', async () => {
      const [row] = await server.db.database.query<{ asked: number }>(
        `SELECT count(*)::int AS asked FROM audit_events WHERE action = 'job.joined'`,
      );
      return row?.asked === 5;
    });
    jobs.release();
    expect(await joined).toMatchObject({ joined: true, result: { done: true } });
    expect(jobs.begun).toHaveLength(1);
  });

  it('is followed by another run when something is wanted of the job that the run may have passed', async () => {
    const first = (await admin.post('/test-jobs/gate').set('prefer', 'respond-async')).body.job_run_id as string;
    await until('the job has begun', () => jobs.begun.length === 1);
    const starter = server.app.get(RunStarter, { strict: false });
    const wanted = { project_id: projectId, job_type: 'gate', triggered_by: null, request_id: null, payload: {} };
    for (let i = 0; i < 2; i++) await server.db.database.transaction((tx) => starter.followUp(tx, [wanted]));
    jobs.release();
    await until('another has begun', () => jobs.begun.length === 2);
    const second = jobs.begun[1]?.runId as string;
    await until('it has ended', async () => (await run(second)).status === 'succeeded');
    expect(await run(first)).toMatchObject({ status: 'succeeded' });
    expect(await run(second)).toMatchObject({ trigger: 'follow_up', triggered_by: null });
    expect((await admin.get('/jobs/runs')).body.runs).toHaveLength(2);
  });

  it("fails with the job's own status and names the run", async () => {
    const answer = await admin.post('/test-jobs/fail');
    expect(answer.status).toBe(502);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ ok: false, error: 'vendor_failed', detail: 'The vendor is away' });
    expect(await run(answer.body.details.job_run_id as string)).toMatchObject({
      status: 'failed',
      error: { code: 'vendor_failed' },
    });
    expect(await events('process_failed')).toMatchObject([
      { payload_json: { process: 'fail', error: { code: 'vendor_failed' } } },
    ]);
  });

  it('stops a job whose time is up', async () => {
    const answer = await admin.post('/test-jobs/slow');
    expect(answer.status).toBe(500);
    expect(answer.body).toMatchObject({ error: 'job_timeout' });
  });

  it('runs children as runs of their own, and warnings become events', async () => {
    jobs.release();
    const answer = await admin.post('/test-jobs/parent');
    expect(answer.body.result).toMatchObject({ child: true });
    expect(await run(answer.body.result.child_run as string)).toMatchObject({
      job_type: 'gate',
      trigger: 'child',
      parent_run_id: answer.body.job_run_id,
      status: 'succeeded',
    });
    expect(await events('process_warning')).toMatchObject([
      { payload_json: { process: 'parent', warning: 'something is odd' } },
    ]);
  });

  it('ends the child of a job whose time is up: left open, it would be joined for ever and never run', async () => {
    expect((await admin.post('/test-jobs/impatient')).body).toMatchObject({ error: 'job_timeout' });
    const { runs } = (await admin.get('/jobs/runs?job_type=gate')).body;
    expect(runs).toMatchObject([{ trigger: 'child', status: 'cancelled', error: { code: 'job_cancelled' } }]);
    jobs.release();
    expect((await admin.post('/test-jobs/gate')).body).toMatchObject({ result: { done: true } });
  });

  it('is refused to a viewer', async () => {
    const viewer = await colleague(server, 'viewer');
    expect((await viewer.client.post(`/test-jobs/gate?project_id=${projectId}`)).status).toBe(403);
  });
});

describe('job runs', () => {
  it('are listed newest first, page by page', async () => {
    jobs.release();
    for (let i = 0; i < 3; i++) await admin.post('/test-jobs/gate');
    const first = await admin.get('/jobs/runs?limit=2');
    expect(first.body.runs).toHaveLength(2);
    const second = await admin.get(`/jobs/runs?limit=2&cursor=${first.body.next_cursor as string}`);
    expect(second.body.runs).toHaveLength(1);
    expect(second.body.next_cursor).toBeNull();
    const ids = [...first.body.runs, ...second.body.runs].map((shown: { id: string }) => shown.id);
    expect(new Set(ids).size).toBe(3);
  });

  it('tell their progress as server-sent events up to the end', async () => {
    const started = await admin.post('/test-jobs/gate').set('prefer', 'respond-async');
    let seen = '';
    const stream = admin
      .get(`/jobs/runs/${started.body.job_run_id as string}/events`)
      .buffer(true)
      .parse((response, done) => {
        response.on('data', (part: Buffer) => (seen += part.toString()));
        response.on('end', () => done(null, seen));
      })
      .then((response) => response);
    await until('its progress is told', () => seen.includes('event: progress'));
    jobs.release();
    const { status } = await stream;
    const text = seen;
    expect(status).toBe(200);
    expect(text).toContain('event: progress');
    expect(text.trimEnd().split('\n\n').at(-1)).toContain('event: ended');
  });

  it.each([
    ['/jobs/runs/not-a-uuid', 400],
    ['/jobs/runs/not-a-uuid/events', 400],
    ['/jobs/runs/3b241101-e2bb-4255-8caf-4136c566a962', 404],
    ['/jobs/runs/3b241101-e2bb-4255-8caf-4136c566a962/events', 404],
    ['/jobs/runs?limit=0', 400],
    ['/jobs/runs?limit=201', 400],
    ['/jobs/runs?cursor=nonsense', 400],
    ['/jobs/runs?status=odd', 400],
  ])('GET %s is %i', async (path, status) => {
    expect((await admin.get(path)).status).toBe(status);
  });

  it('of another project are not there', async () => {
    jobs.release();
    const { body } = await admin.post('/test-jobs/gate');
    const other = await project(admin);
    expect((await admin.get(`/jobs/runs/${body.job_run_id as string}?project_id=${other}`)).status).toBe(404);
  });
});

describe('the scheduler', () => {
  const job = async () =>
    ((await admin.get('/jobs/scheduler')).body.jobs as { job_type: string }[]).find((one) => one.job_type === 'gate');

  it('queues what is due, once, and moves it on', async () => {
    jobs.release();
    const first = await admin.post('/jobs/scheduler/tick');
    expect(first.body.result.dispatched).toContain('gate');
    const second = await admin.post('/jobs/scheduler/tick');
    expect(second.body.result).toEqual({ dispatched: [], skipped: [] });
    await until(
      'it has run',
      async () => ((await job()) as { last_status?: string } | undefined)?.last_status === 'succeeded',
    );
    expect(await job()).toMatchObject({ due: false, lag_seconds: 0, cadence_seconds: 900 });
  });

  it('leaves a paused job alone until it is resumed', async () => {
    await admin.post('/jobs/scheduler/tick');
    await server.db.database.run(
      `UPDATE scheduled_jobs SET next_run_at = now() - interval '1 day' WHERE project_id = $1`,
      [projectId],
    );
    expect((await admin.patch('/jobs/scheduler/gate', { status: 'paused' })).body.job).toMatchObject({
      status: 'paused',
      due: false,
    });
    expect((await admin.post('/jobs/scheduler/tick')).body.result.dispatched).not.toContain('gate');
    expect(
      (await admin.patch('/jobs/scheduler/gate', { status: 'active', cadence_seconds: 120 })).body.job,
    ).toMatchObject({ status: 'active', cadence_seconds: 120, due: true });
  });

  it('skips what is running already', async () => {
    await admin.post('/test-jobs/gate').set('prefer', 'respond-async');
    const { body } = await admin.post('/jobs/scheduler/tick');
    expect(body.result.skipped).toContain('gate');
  });

  it('knows no job that was never declared', async () => {
    expect((await admin.patch('/jobs/scheduler/nonsense', { status: 'paused' })).status).toBe(404);
    expect((await admin.patch('/jobs/scheduler/gate', { status: 'odd' })).status).toBe(400);
    expect((await admin.patch('/jobs/scheduler/gate', { status: 'paused', cadence_seconds: 5 })).status).toBe(400);
  });
});
