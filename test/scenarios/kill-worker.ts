import pg from 'pg';
import { ApiClient, type ShownRun } from '../../demo/api-client.js';
import { startServer, type ServerProcess } from '../../demo/server-process.js';
import { startSandbox } from '../vendors/sandbox.js';
import { sourceDifferences } from './source-differences.js';

export interface KillOptions {
  /** An empty, migrated or new database that several processes can share. */
  databaseUrl: string;
  kills: number;
  /** Conversations to serve; the sandbox's own when absent. */
  conversationsFile?: string;
  /** Milliseconds that each vendor request takes, so that there is a middle to be killed in. */
  latencyMs: number;
  /** Longest a worker is left to work before it is killed. */
  longestMs: number;
  /** Pretend that a killed worker has been silent for long, instead of waiting until it has. */
  hurry: boolean;
  /** Leaves out what the servers print. */
  quiet: boolean;
  say: (line: string) => void;
}

export interface KillOutcome {
  kills: number;
  attempts: number;
  differences: string[];
  messages: number;
}

const CREDENTIALS = { username: 'admin', password: 'kill-scenario-password' };

/**
 * Kills the worker (SIGKILL) in the middle of a first sync, again and again at random moments, then lets it finish and
 * compares what is stored with the source.
 */
export async function killWorker(options: KillOptions): Promise<KillOutcome> {
  const sandbox = await startSandbox(
    options.conversationsFile === undefined ? {} : { conversationsFile: options.conversationsFile },
  );
  sandbox.faults.add({ match: '/api/v1', kind: 'latency', delayMs: options.latencyMs });
  const env = {
    DATABASE_URL: options.databaseUrl,
    DATABASE_POOL_MAX: '4',
    AUTH_CREDENTIALS: `${CREDENTIALS.username}:${CREDENTIALS.password}`,
    LOG_LEVEL: 'error',
    DISPATCH_INTERVAL_SECONDS: '3600',
    CHATWOOT_BASE_URL: sandbox.url,
    CHATWOOT_API_TOKEN: 'scenario',
    CHATWOOT_ACCOUNT_ID: '1',
    CHATWOOT_REQUESTS_PER_MINUTE: '1000000',
  };
  const database = new pg.Pool({ connectionString: options.databaseUrl, max: 1 });
  const api = await startServer({ ...env, ROLE: 'api' }, { quiet: options.quiet });
  let worker: ServerProcess | null = null;
  try {
    const client = new ApiClient(api.url);
    await client.login(CREDENTIALS.username, CREDENTIALS.password);
    const { project } = await client.call<{ project: { id: string } }>('POST', '/projects', {
      name: `Kill ${Date.now()}`,
    });
    await client.call('POST', `/projects/${project.id}/select`, {});
    const started = await client.call<{ job_run_id: string }>(
      'POST',
      '/connectors/chatwoot/sync',
      {},
      { prefer: 'respond-async' },
    );
    const run = async () =>
      (await client.call<{ run: ShownRun & { attempt: number } }>('GET', `/jobs/runs/${started.job_run_id}`)).run;

    let kills = 0;
    while (kills < options.kills) {
      worker = await startServer({ ...env, ROLE: 'worker' }, { quiet: options.quiet });
      const before = kills;
      await until(async () => (await run()).attempt > before || ended(await run()));
      await sleep(Math.random() * options.longestMs);
      const { status, progress } = await run();
      if (status !== 'running') break;
      await worker.kill();
      // It may have come to its end between the look and the kill: then nothing was interrupted.
      if (ended(await run())) break;
      kills++;
      options.say(
        `killed worker ${worker.pid} (${kills}/${options.kills}) at ${progress ? `${progress.done}/${progress.total ?? '?'} ${progress.unit}` : 'the start'}`,
      );
      worker = null;
      if (options.hurry)
        await database.query(`UPDATE pgboss.job SET heartbeat_on = now() - interval '1 hour' WHERE state = 'active'`);
    }
    worker ??= await startServer({ ...env, ROLE: 'worker' }, { quiet: options.quiet });
    await until(async () => ended(await run()));
    const last = await run();
    if (last.status !== 'succeeded') throw new Error(`the sync ended as ${last.status}: ${last.error?.message}`);
    const source = sandbox.world.snapshot();
    const differences = await sourceDifferences(
      async (text, parameters) => (await database.query(text, parameters)).rows as never,
      project.id,
      source,
    );
    return { kills, attempts: last.attempt, differences, messages: source.messages.length };
  } finally {
    await worker?.stop();
    await api.stop();
    await database.end();
    await sandbox.close();
  }
}

const ended = (run: ShownRun) => run.status !== 'queued' && run.status !== 'running';
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function until(look: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 600_000;
  while (!(await look())) {
    if (performance.now() > deadline) throw new Error('nothing more happened for ten minutes');
    await sleep(100);
  }
}
