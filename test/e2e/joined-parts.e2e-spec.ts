import { Database } from '../../src/database/index.js';
import { JobRunsRepository, RunStarter } from '../../src/jobs/index.js';
import { project } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { TestJobs, TestJobsModule } from '../support/test-jobs.js';
import { until } from '../support/until.js';

let server: TestApp;

beforeAll(async () => {
  // One run at a time: what it waits for in the queue would never come.
  const env = { ROLE: 'all', WORKER_CONCURRENCY: '1', DISPATCH_INTERVAL_SECONDS: '3600' };
  server = await startTestApp({ env, modules: [TestJobsModule] });
});
afterAll(() => server.close());

it('does a part by itself that waits in the queue behind it, and does it once', async () => {
  const database = server.app.get(Database);
  const starter = server.app.get(RunStarter, { strict: false });
  const jobs = server.app.get(TestJobs, { strict: false });
  const projectId = await project(await server.signIn());
  jobs.release();
  const start = (tx: Parameters<typeof starter.start>[0], jobType: string, trigger: 'request' | 'schedule') =>
    starter.start(tx, {
      ...{ project_id: projectId, job_type: jobType, trigger },
      ...{ triggered_by: null, request_id: null, payload: {} },
    });
  // What is asked for goes before what the schedule wants.
  const [part, whole] = await database.transaction(async (tx) => [
    await start(tx, 'gate', 'schedule'),
    await start(tx, 'parent', 'request'),
  ]);
  starter.nudge();
  const now = async (id: string) =>
    (await server.app.get(JobRunsRepository, { strict: false }).find(database, projectId, id))!;
  await until('the whole has ended', async () => (await now(whole.run.id)).finished_at !== null);
  expect(await now(whole.run.id)).toMatchObject({
    status: 'succeeded',
    result: { child: true, child_run: part.run.id },
  });
  await until('the queue is empty', async () => {
    const left = await database.query(
      `SELECT FROM pgboss.job WHERE name = 'runs' AND state IN ('created', 'retry', 'active')`,
    );
    return left.length === 0;
  });
  expect(await now(part.run.id)).toMatchObject({ status: 'succeeded', attempt: 1, parent_run_id: whole.run.id });
  expect(jobs.begun).toHaveLength(1);
});

it.each([
  ['before', 'retry'],
  ['after', 'active'],
])('goes on with a part whose worker has died %s it was joined', async (_, state) => {
  const database = server.app.get(Database);
  const starter = server.app.get(RunStarter, { strict: false });
  const jobs = server.app.get(TestJobs, { strict: false });
  const begun = jobs.begun.length;
  const projectId = await project(await server.signIn());
  jobs.release();
  const wanted = { project_id: projectId, triggered_by: null, request_id: null, payload: {} };
  const [part, whole] = await database.transaction(async (tx) => {
    const { run } = await starter.start(tx, { ...wanted, job_type: 'gate', trigger: 'schedule' });
    await tx.run(`UPDATE job_runs SET status = 'running', worker_id = 'another', attempt = 1 WHERE id = $1`, [run.id]);
    // Heard of just now, and of no project, whose place it would take.
    await tx.run(
      `UPDATE pgboss.job SET state = $2::pgboss.job_state, group_id = NULL, started_on = now(), heartbeat_on = now() WHERE id = $1`,
      [run.id, state],
    );
    return [run, (await starter.start(tx, { ...wanted, job_type: 'parent', trigger: 'request' })).run];
  });
  starter.nudge();
  const now = async (id: string) =>
    (await server.app.get(JobRunsRepository, { strict: false }).find(database, projectId, id))!;
  await until('the whole waits for it', async () => (await now(whole.id)).status !== 'queued');
  await database.run(`UPDATE pgboss.job SET state = 'retry' WHERE id = $1 AND state = 'active'`, [part.id]);
  await until('the whole has ended', async () => (await now(whole.id)).finished_at !== null);
  expect(await now(whole.id)).toMatchObject({ status: 'succeeded', result: { child: true, child_run: part.id } });
  expect(await now(part.id)).toMatchObject({ status: 'succeeded', attempt: 2, parent_run_id: whole.id });
  expect(jobs.begun).toHaveLength(begun + 1);
});
