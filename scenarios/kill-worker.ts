import pg from 'pg';
import { ApiClient, type ShownRun } from '../demo/api-client.js';
import { startServer, type ServerProcess } from '../demo/server-process.js';
import { until } from '../test/support/until.js';
import { startSandbox } from '../sandbox/sandbox.js';
import { BatchLimit, type Stored } from './batch-limit.js';
import { chatwootVariables } from './chatwoot-variables.js';
import { addSmallConversations } from './small-conversations.js';
import { sourceDifferences } from './source-differences.js';

export interface KillOptions {
  /** An empty, migrated or new database that several processes can share. */
  databaseUrl: string;
  kills: number;
  /** Conversations to serve; the sandbox's own when absent. */
  conversationsFile?: string;
  /** Small conversations beside those, so that there are batches enough to be killed between. */
  conversations: number;
  /** How many batches a worker stores before it is killed, by how many were killed before it. */
  batches: (kills: number) => number;
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

type Run = Stored & Pick<ShownRun, 'status' | 'progress' | 'error'>;

const LATEST_RUN = `SELECT r.attempt, r.status, r.progress, r.error, s.page_cursor::text AS cursor
  FROM job_runs r LEFT JOIN connector_sync_state s ON s.project_id = r.project_id AND s.connector = 'chatwoot'
  WHERE r.job_type = 'chatwoot_sync' ORDER BY r.created_at DESC LIMIT 1`;

const CREDENTIALS = { username: 'admin', password: 'kill-scenario-password' };

/**
 * Kills the worker (SIGKILL) in the middle of a first sync, again and again, while it waits for the
 * vendor's answer after so many batches; then lets it finish and compares what is stored with the source.
 */
export async function killWorker(options: KillOptions): Promise<KillOutcome> {
  const sandbox = await startSandbox(
    options.conversationsFile === undefined ? {} : { conversationsFile: options.conversationsFile },
  );
  addSmallConversations(sandbox, options.conversations);
  const env = {
    DATABASE_URL: options.databaseUrl,
    DATABASE_POOL_MAX: '4',
    AUTH_CREDENTIALS: `${CREDENTIALS.username}:${CREDENTIALS.password}`,
    LOG_LEVEL: 'error',
    DISPATCH_INTERVAL_SECONDS: '3600',
    ...chatwootVariables(sandbox.url),
  };
  const database = new pg.Pool({ connectionString: options.databaseUrl, max: 1 });
  const run = async (): Promise<Run | undefined> => (await database.query<Run>(LATEST_RUN)).rows[0];
  const start = (ROLE: 'all' | 'worker') => startServer({ ...env, ROLE }, { quiet: options.quiet });
  const limit = new BatchLimit(async () => (await run()) ?? { attempt: 0, cursor: null });
  sandbox.faults.add({ match: '/api/v1', kind: 'latency', until: limit.pass });
  let worker: ServerProcess | null = null;
  try {
    // The first serves the API too: somebody has to ask for the sync.
    worker = await start('all');
    let kills = 0;
    await limit.stopAfter(1, options.batches(kills));
    const projectId = await askForSync(worker.url);
    while (kills < options.kills) {
      worker ??= await start('worker');
      await until('the worker is in the middle, or done', async () => limit.reached || ended(await run()));
      if (!limit.reached) break;
      await worker.kill();
      kills++;
      const { progress } = (await run())!;
      options.say(
        `killed worker ${worker.pid} (${kills}/${options.kills}) at ${progress ? `${progress.done}/${progress.total ?? '?'} ${progress.unit}` : 'the start'}`,
      );
      worker = null;
      if (kills < options.kills) await limit.stopAfter(kills + 1, options.batches(kills));
      if (options.hurry)
        await database.query(`UPDATE pgboss.job SET heartbeat_on = now() - interval '1 hour' WHERE state = 'active'`);
    }
    limit.lift();
    worker ??= await start('worker');
    await until('the last worker is done', async () => ended(await run()));
    const last = (await run())!;
    if (last.status !== 'succeeded') throw new Error(`the sync ended as ${last.status}: ${last.error?.message}`);
    const source = sandbox.world.snapshot();
    const differences = await sourceDifferences(
      async (text, parameters) => (await database.query(text, parameters)).rows as never,
      projectId,
      source,
    );
    return { kills, attempts: last.attempt, differences, messages: source.messages.length };
  } finally {
    await worker?.stop();
    await database.end();
    await sandbox.close();
  }
}

/**
 * Makes a project and asks for its first sync, which a worker takes when it can.
 * @returns the project's id
 */
async function askForSync(url: string): Promise<string> {
  const client = new ApiClient(url);
  await client.login(CREDENTIALS.username, CREDENTIALS.password);
  const { project } = await client.call<{ project: { id: string } }>('POST', '/projects', {
    name: `Kill ${Date.now()}`,
  });
  await client.call('POST', `/projects/${project.id}/select`, {});
  await client.call('POST', '/connectors/chatwoot/sync', {}, { prefer: 'respond-async' });
  return project.id;
}

const ended = (run: Run | undefined) => run !== undefined && run.status !== 'queued' && run.status !== 'running';
