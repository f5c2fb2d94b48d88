import type { ApiClient } from '../../demo/api-client.js';
import type { ServerProcess } from '../../demo/server-process.js';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.js';
import type { Bench } from '../bench.js';
import { newProject, runJob, secondsOf, signIn, type TimedRun } from './servers.js';

/** The product's own budget is 40 requests a second; here the server is measured, not its patience. */
export const REQUESTS_PER_MINUTE = '1000000';

/** What a sync's result says, as far as it is looked at. */
export interface SyncResult {
  fetched: number;
  upserted: number;
  chunks: number;
  events: number;
  batches: number;
  requests: number;
}

/** A sync of one account by a server that has nothing else to do. */
export interface Synced {
  server: ServerProcess;
  api: ApiClient;
  project: string;
  /**
   * Syncs it.
   * @throws Error where the sync fails, or does not bring all messages of the source
   */
  sync: () => Promise<TimedRun>;
}

export const resultOf = (run: TimedRun): SyncResult => run.result as unknown as SyncResult;

/** Serves these conversations; embeddings are refused, so that no run works beside what is measured. */
export async function sandboxOf(conversationsFile: string, { cleanups }: Bench): Promise<Sandbox> {
  const sandbox = await startSandbox({ conversationsFile });
  cleanups.add(() => sandbox.close());
  // The run that follows a sync by itself ends at once.
  sandbox.faults.add({ match: '/v1/embeddings', kind: 'status', status: 401 });
  return sandbox;
}

/** A fresh server with a new project that reads the sandbox's account. */
export async function syncedServer({ servers, database }: Bench, sandbox: Sandbox, name: string): Promise<Synced> {
  const server = await servers.start({
    EMBEDDING_PROVIDER: 'openai',
    OPENAI_API_KEY: 'x',
    OPENAI_BASE_URL: `${sandbox.url}/v1`,
    CHATWOOT_BASE_URL: sandbox.url,
    CHATWOOT_API_TOKEN: 'bench',
    CHATWOOT_ACCOUNT_ID: '1',
    CHATWOOT_REQUESTS_PER_MINUTE: REQUESTS_PER_MINUTE,
  });
  const api = await signIn(server);
  const project = await newProject(api, name);
  const sync = async () => {
    const run = await runJob(api, project, '/connectors/chatwoot/sync');
    const [stored] = await database.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM cw_messages WHERE project_id = $1 AND deleted_at IS NULL',
      [project],
    );
    const expected = sandbox.world.tables.messages.size;
    if (stored?.n !== expected) throw new Error(`the sync stored ${stored?.n} messages; the source has ${expected}`);
    return run;
  };
  return { server, api, project, sync };
}

/** Messages a second of a run that brought so many. */
export const rateOf = (messages: number, run: TimedRun): number => messages / secondsOf(run);
