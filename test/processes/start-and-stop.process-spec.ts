import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bareEnvironment } from '../../demo/bare-environment.js';
import { ApiClient, type ShownRun } from '../../demo/api-client.js';
import { startServer } from '../../demo/server-process.js';
import { Latch } from '../support/latch.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { until } from '../support/until.js';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.js';

const ENTRY = join(import.meta.dirname, '../../dist/src/main.js');
const PASSWORD = 'process-tests-password';

let db: TestDatabase;
let sandbox: Sandbox;

beforeAll(async () => {
  db = await openTestDatabase();
  sandbox = await startSandbox();
});
afterAll(async () => {
  await sandbox.close();
  await db.close();
});

const env = (more: Record<string, string> = {}) => ({
  DATABASE_URL: db.url,
  DATABASE_POOL_MAX: '4',
  AUTH_CREDENTIALS: `admin:${PASSWORD}`,
  LOG_LEVEL: 'error',
  DISPATCH_INTERVAL_SECONDS: '3600',
  CHATWOOT_BASE_URL: sandbox.url,
  CHATWOOT_API_TOKEN: 'token',
  CHATWOOT_ACCOUNT_ID: '1',
  CHATWOOT_REQUESTS_PER_MINUTE: '1000000',
  CONNECTOR_HTTP_TIMEOUT_MS: '120000',
  ...more,
});

/** Runs the server until it ends by itself. */
async function runToEnd(
  variables: Record<string, string>,
): Promise<{ code: number | null; errors: string; output: string }> {
  const child = spawn(process.execPath, [ENTRY], { env: { ...bareEnvironment(), ...variables } });
  let errors = '';
  let output = '';
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { code, errors, output };
}

describe('a start', () => {
  it('is refused with all problems of the configuration at once, none of which shows a secret', async () => {
    const { code, errors, output } = await runToEnd({
      NODE_ENV: 'production',
      PORT: 'eighty',
      ROLE: 'boss',
      CORS_ORIGIN: '*',
      AUTH_CREDENTIALS: 'admin:short',
      SESSION_SECRET: 'tooshort-and-secret',
      DATABASE_URL: 'mysql://root:hidden-password@db/x',
    });
    expect(code).toBe(1);
    const lines = errors.trim().split('\n');
    expect(lines).toHaveLength(7);
    for (const name of ['PORT', 'ROLE', 'CORS_ORIGIN', 'AUTH_CREDENTIALS', 'SESSION_SECRET', 'DATABASE_URL']) {
      expect(lines.filter((line) => line.trim().startsWith(`${name} holds`))).toHaveLength(1);
    }
    expect(errors + output).not.toMatch(/short|hidden-password/);
  });

  it('needs credentials and a session secret in production', async () => {
    const { code, errors } = await runToEnd({ NODE_ENV: 'production', DATABASE_URL: db.url });
    expect(code).toBe(1);
    expect(errors).toContain('AUTH_CREDENTIALS holds nothing');
    expect(errors).toContain('SESSION_SECRET holds nothing');
  });

  it('says so when no database answers', async () => {
    const { code, errors } = await runToEnd({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });
    expect(code).toBe(1);
    expect(errors).toContain('127.0.0.1:1');
  });
});

describe('a stop', () => {
  it('exits 0, and a run that could not end in time goes on in another worker', async () => {
    const answers = new Latch();
    sandbox.faults.add({ match: '/api/v1', kind: 'latency', until: () => answers.opened });
    const api = await startServer(env({ ROLE: 'api' }), { quiet: true });
    const first = await startServer(env({ ROLE: 'worker', STOP_GRACE_SECONDS: '1' }), { quiet: true });
    const client = new ApiClient(api.url);
    await client.login('admin', PASSWORD);
    const { project } = await client.call<{ project: { id: string } }>('POST', '/projects', { name: 'Stopped' });
    await client.call('POST', `/projects/${project.id}/select`, {});
    const { job_run_id: id } = await client.call<{ job_run_id: string }>(
      'POST',
      '/connectors/chatwoot/sync',
      {},
      { prefer: 'respond-async' },
    );
    const run = async () => (await client.call<{ run: ShownRun & { attempt: number } }>('GET', `/jobs/runs/${id}`)).run;
    await until('the first worker has it', async () => (await run()).status === 'running');

    expect((await fetch(`${first.url}/projects`)).status).toBe(404);
    expect((await fetch(`${first.url}/health/live`)).status).toBe(200);
    const stopped = await first.stop();
    expect(stopped).toBe(0);
    expect((await run()).status).toBe('queued');

    answers.open();
    const second = await startServer(env({ ROLE: 'worker' }), { quiet: true });
    await until('the second worker has ended it', async () => (await run()).status === 'succeeded');
    expect((await run()).attempt).toBe(2);
    expect(await Promise.all([second.stop(), api.stop()])).toEqual([0, 0]);
  });

  it('ends while clients go on with their requests on connections that they keep', async () => {
    const api = await startServer(env({ ROLE: 'api' }), { quiet: true });
    const gone = new AbortController();
    const busy = async () => {
      // The next request is there before the answer to the last one is looked at: the connection is never idle.
      while (!gone.signal.aborted)
        await fetch(`${api.url}/health/live`).then(
          (answer) => answer.text(),
          () => null,
        );
    };
    const clients = Array.from({ length: 4 }, busy);
    const code = await api.stop();
    gone.abort();
    await Promise.all(clients);
    expect(code).toBe(0);
  });
});
