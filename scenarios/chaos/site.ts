import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { ApiClient } from '../../demo/api-client.js';
import { cutOff, type CutOff } from '../../test/support/cut-off.js';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.js';
import { chatwootVariables } from '../chatwoot-variables.js';
import { addSmallConversations } from '../small-conversations.js';
import { OwnPostgres } from './own-postgres.js';
import { findPostgresPrograms } from './postgres-programs.js';
import { Supervised } from './supervised.js';

const CREDENTIALS = { username: 'admin', password: 'chaos-scenario-password' };
const PROJECTS = 3;
/** Conversations beside the sandbox's own. */
const CONVERSATIONS = 40;
/** How long a server waits for a vendor's answer, ms: shorter than by default, so that faults are. */
const VENDOR_TIMEOUT_MS = 4_000;

/** All that a fault can break: a database, a vendor, the ways to both, an api and two workers. */
export interface Site {
  postgres: OwnPostgres;
  sandbox: Sandbox;
  toDatabase: CutOff;
  toVendor: CutOff;
  api: Supervised;
  workers: [Supervised, Supervised];
  processes: Supervised[];
  projectIds: string[];
  client: ApiClient;
  /** What the tables hold, read past all that stands between the servers and the database. */
  query<T>(text: string, parameters?: unknown[]): Promise<T[]>;
  close(): Promise<void>;
}

/** Starts it all, with projects that have read the vendor once. */
export async function openSite(logs: string, say: (line: string) => void): Promise<Site> {
  mkdirSync(logs, { recursive: true });
  const closers: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  const closing = <T>(opened: T, closer: () => Promise<unknown>): T => {
    closers.push(closer);
    return opened;
  };
  try {
    say('starting PostgreSQL');
    const postgres = await OwnPostgres.create(findPostgresPrograms(), join(logs, 'postgres.log'));
    closing(postgres, () => postgres.remove());
    const sandbox = await startSandbox();
    closing(sandbox, () => sandbox.close());
    addSmallConversations(sandbox, CONVERSATIONS);
    const toDatabase = await cutOff(postgres.url);
    closing(toDatabase, () => toDatabase.close());
    const toVendor = await cutOff(sandbox.url);
    closing(toVendor, () => toVendor.close());
    const pool = new pg.Pool({ connectionString: postgres.url, max: 2, query_timeout: 20_000 });
    pool.on('error', () => {});
    closing(pool, () => pool.end());

    const env = {
      DATABASE_URL: toDatabase.url,
      DATABASE_POOL_MAX: '4',
      AUTH_CREDENTIALS: `${CREDENTIALS.username}:${CREDENTIALS.password}`,
      SESSION_SECRET: 'one-secret-for-all-processes-of-the-site',
      LOG_LEVEL: 'info',
      WORKER_CONCURRENCY: '2',
      DISPATCH_INTERVAL_SECONDS: '2',
      CONNECTOR_RETRY_BASE_SECONDS: '1',
      CONNECTOR_HTTP_TIMEOUT_MS: String(VENDOR_TIMEOUT_MS),
      // Chaos is not about what a sentence model costs, and the image has none.
      EMBEDDING_PROVIDER: 'hashing',
      // The load's one user does what many people do.
      USER_SEARCHES_PER_MINUTE: '1000000',
      USER_TRIGGERS_PER_MINUTE: '1000000',
      ...chatwootVariables(toVendor.url.replace(/\/$/, '')),
    };
    const start = async (name: string, ROLE: string) => {
      say(`starting ${name}`);
      const one = await Supervised.start(name, { ...env, ROLE }, join(logs, `${name}.log`));
      return closing(one, () => one.stop());
    };
    const api = await start('api', 'api');
    const workers: [Supervised, Supervised] = [await start('worker-1', 'worker'), await start('worker-2', 'worker')];
    const client = new ApiClient(api.url, null, 20_000);
    await client.login(CREDENTIALS.username, CREDENTIALS.password);
    say('the first syncs');
    const projectIds = [];
    for (let i = 1; i <= PROJECTS; i++) projectIds.push(await syncedProject(client, `Chaos ${i}`));
    return {
      ...{ postgres, sandbox, toDatabase, toVendor, api, workers, projectIds, client, close },
      processes: [api, ...workers],
      query: async <T>(text: string, parameters: unknown[] = []) => (await pool.query(text, parameters)).rows as T[],
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function syncedProject(client: ApiClient, name: string): Promise<string> {
  const { project } = await client.call<{ project: { id: string } }>('POST', '/projects', { name });
  await client.call('POST', `/projects/${project.id}/select`, {});
  await client.run('/connectors/chatwoot/sync');
  // A new project has its schedule with the dispatcher's next look.
  await client.call('POST', '/jobs/scheduler/tick', {});
  // What failed at the vendor is read again soon.
  await client.call('PATCH', '/jobs/scheduler/connector_errors_retry', { status: 'active', cadence_seconds: 60 });
  return project.id;
}
