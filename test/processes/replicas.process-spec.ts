import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiClient, Refused } from '../../demo/api-client.js';
import { startServer, type ServerProcess } from '../../demo/server-process.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { until } from '../support/until.js';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.js';

const PASSWORD = 'replica-tests-password';

let db: TestDatabase;
let sandbox: Sandbox;
let apis: ServerProcess[];
let workers: ServerProcess[];

beforeAll(async () => {
  db = await openTestDatabase();
  sandbox = await startSandbox();
  const env = {
    DATABASE_URL: db.url,
    DATABASE_POOL_MAX: '4',
    AUTH_CREDENTIALS: `admin:${PASSWORD}`,
    SESSION_SECRET: 'one-secret-that-both-replicas-know',
    LOG_LEVEL: 'error',
    DISPATCH_INTERVAL_SECONDS: '1',
    WORKER_CONCURRENCY: '1',
    CHATWOOT_BASE_URL: sandbox.url,
    CHATWOOT_API_TOKEN: 'token',
    CHATWOOT_ACCOUNT_ID: '1',
    CHATWOOT_REQUESTS_PER_MINUTE: '1000000',
  };
  const start = (ROLE: string) => startServer({ ...env, ROLE }, { quiet: true });
  // All at once: they also race for the schema and the first admin.
  const started = await Promise.all([start('api'), start('api'), start('worker'), start('worker')]);
  apis = started.slice(0, 2);
  workers = started.slice(2);
});
afterAll(async () => {
  await Promise.all([...apis, ...workers].map((server) => server.stop()));
  await sandbox.close();
  await db.close();
});

describe('two APIs and two workers on one database', () => {
  it('share sessions: a login on one is valid on the other', async () => {
    const [first, second] = apis.map((server) => new ApiClient(server.url));
    await first!.login('admin', PASSWORD);
    expect(await second!.call('GET', '/auth/me')).toMatchObject({ authenticated: false });
    second!.takeSessionOf(first!);
    expect(await second!.call('GET', '/auth/me')).toMatchObject({ authenticated: true, username: 'admin' });
    const { project } = await second!.call<{ project: { id: string } }>('POST', '/projects', { name: 'Shared' });
    expect(await first!.call('POST', `/projects/${project.id}/select`, {})).toMatchObject({
      active_project_id: project.id,
    });
  });

  it('do no run twice, whoever asks and how often, while both dispatchers tick', async () => {
    const client = new ApiClient(apis[0]!.url);
    await client.login('admin', PASSWORD);
    const other = new ApiClient(apis[1]!.url);
    other.takeSessionOf(client);
    const projects = await Promise.all(
      Array.from({ length: 12 }, (_, i) => `${i}`).map(
        async (name) =>
          (await client.call<{ project: { id: string } }>('POST', '/projects', { name: `Replica ${name}` })).project.id,
      ),
    );
    // A worker goes on at once after each run, and may be done with everything before the other looks: then once more.
    await until('both workers have had runs', async () => {
      const runs = await Promise.all(
        projects.flatMap((id) => [client, other, client, other].map((api) => askForSync(api, id))),
      );
      expect(new Set(runs.map((run) => run.job_run_id)).size).toBeGreaterThanOrEqual(projects.length);
      await ended(projects);
      const [both] = await db.database.query<{ workers: number }>(
        `SELECT count(DISTINCT worker_id)::int AS workers FROM job_runs`,
      );
      return both?.workers === 2;
    });

    const overlapping = await db.database.query(
      `SELECT a.job_type FROM job_runs a JOIN job_runs b USING (project_id, job_type)
       WHERE a.id < b.id AND a.started_at < b.finished_at AND b.started_at < a.finished_at`,
    );
    expect(overlapping).toEqual([]);
    const repeated = await db.database.query(
      `SELECT id, job_type, status, attempt, error FROM job_runs WHERE attempt <> 1 OR status <> 'succeeded'`,
    );
    expect(repeated).toEqual([]);
    const doubled = await db.database.query(
      `SELECT source_message_id FROM kag_event_log WHERE event_type = 'message_sent' GROUP BY project_id, source_message_id HAVING count(*) > 1`,
    );
    expect(doubled).toEqual([]);
  });
});

/** Asks again while no connection is free: the embedded database has one session for all that are asked at once. */
async function askForSync(api: ApiClient, projectId: string): Promise<{ job_run_id: string }> {
  for (;;) {
    try {
      return await api.call('POST', `/connectors/sync?project_id=${projectId}`, {}, { prefer: 'respond-async' });
    } catch (error) {
      if (!(error instanceof Refused && error.status === 503)) throw error;
    }
  }
}

const ended = (projects: readonly string[]) =>
  until('everything has ended', async () => {
    const [row] = await db.database.query<{ open: number; ended: number }>(
      `SELECT count(*) FILTER (WHERE status IN ('queued', 'running'))::int AS open,
           count(*) FILTER (WHERE job_type = 'chatwoot_sync' AND project_id = ANY ($1))::int AS ended FROM job_runs`,
      [projects],
    );
    return row?.open === 0 && row.ended >= projects.length;
  });
