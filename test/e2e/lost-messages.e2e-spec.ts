import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Dispatcher } from '../../src/jobs/dispatcher.js';
import type { Client } from '../support/client.js';
import { project } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { TestJobs, TestJobsModule } from '../support/test-jobs.js';
import { until } from '../support/until.js';

/** Without a worker: what is queued waits until one is started. */
let server: TestApp;
let admin: Client;

beforeAll(async () => {
  server = await startTestApp({ modules: [TestJobsModule] });
  admin = await server.signIn();
});
afterAll(() => server.close());
beforeEach(async () => {
  await admin.post(`/projects/${await project(admin)}/select`);
});

const run = (text: string, parameters: unknown[]) => server.db.database.run(text, parameters);
const start = async (job = 'gate') =>
  (await admin.post(`/test-jobs/${job}`).set('prefer', 'respond-async')).body as { job_run_id: string; joined?: true };
const opened = async (job?: string) => (await start(job)).job_run_id;
const statusOf = async (id: string) => (await admin.get(`/jobs/runs/${id}`)).body.run.status as string;
const messagesOf = (id: string) =>
  server.db.database.query<{ state: string }>(
    `SELECT state::text FROM pgboss.job WHERE name = 'runs' AND data -> 'runs' @> $1::jsonb`,
    [JSON.stringify([{ id }])],
  );
/** As if the run had been opened a while ago. */
const age = (id: string) => run(`UPDATE job_runs SET created_at = now() - interval '2 minutes' WHERE id = $1`, [id]);
const lose = (id: string) => run(`DELETE FROM pgboss.job WHERE id = $1`, [id]);
/** Two dispatchers look at once. */
const look = () => Promise.all([1, 2].map(() => server.app.get(Dispatcher).queueLost()));

const ways: [string, (id: string) => Promise<unknown>][] = [
  ['waited', lose],
  [
    'was under way',
    async (id) => {
      await lose(id);
      await run(`UPDATE job_runs SET status = 'running', attempt = 1, worker_id = 'gone' WHERE id = $1`, [id]);
    },
  ],
  ['has a message that is over', (id) => run(`UPDATE pgboss.job SET state = 'completed' WHERE id = $1`, [id])],
];

describe('a run whose message the queue has lost', () => {
  it.each(ways)('and that %s is queued again, once, and done', async (_what, loses) => {
    const id = await opened();
    await age(id);
    await loses(id);
    expect(await start()).toMatchObject({ job_run_id: id, joined: true });
    await look();
    expect(await messagesOf(id)).toEqual([{ state: 'created' }]);
    const env = { ROLE: 'worker', DISPATCH_INTERVAL_SECONDS: '3600' };
    const worker = await startTestApp({ db: server.db, env, modules: [TestJobsModule] });
    worker.app.get(TestJobs).release();
    await until('it has been done', async () => (await statusOf(id)) === 'succeeded');
    await worker.close();
  });

  it('is left alone while it is young, and while it is a part of an open run', async () => {
    const [part, whole] = [await opened('gate'), await opened('parent')];
    await lose(part);
    await look();
    expect(await messagesOf(part)).toEqual([]);
    await age(part);
    await run('UPDATE job_runs SET parent_run_id = $2 WHERE id = $1', [part, whole]);
    await look();
    expect(await messagesOf(part)).toEqual([]);
    await run(`UPDATE job_runs SET status = 'failed', finished_at = now() WHERE id = $1`, [whole]);
    await look();
    expect(await messagesOf(part)).toHaveLength(1);
  });

  it('is not one that waits in a message with others, or for its end among those that were given up', async () => {
    const [first, second] = [await opened('gate'), await opened('fail')];
    await run(`DELETE FROM pgboss.job WHERE id = ANY ($1::uuid[])`, [[first, second]]);
    const keys = JSON.stringify({ runs: [first, second].map((id) => ({ id })) });
    for (const id of [first, second]) await age(id);
    for (const queue of ['runs', 'runs_abandoned']) {
      await run('INSERT INTO pgboss.job (name, data) VALUES ($1, $2::jsonb)', [queue, keys]);
      await look();
      expect([await messagesOf(first), await messagesOf(second)].flat()).toHaveLength(queue === 'runs' ? 2 : 0);
      await run(`DELETE FROM pgboss.job WHERE name = $1 AND data = $2::jsonb`, [queue, keys]);
    }
  });
});
