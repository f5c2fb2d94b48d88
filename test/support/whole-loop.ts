import { ApiClient, Refused } from '../../demo/api-client.js';
import { startServer, type ServerProcess } from '../../demo/server-process.js';
import { chatwootVariables } from '../../scenarios/chatwoot-variables.js';
import { addSmallConversations } from '../../scenarios/small-conversations.js';
import { sourceDifferences } from '../../scenarios/source-differences.js';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.js';
import { cutOff, OpenConnections, type CutOff } from './cut-off.js';
import { rowsOf } from './stored-project.js';
import type { TestDatabase } from './test-database.js';
import { until } from './until.js';

const PASSWORD = 'whole-loop-password';
const PROJECTS = 4;
/** So that every loop reads the same days. */
const NOW = Date.now();
/** Of which there is one for each process or moment, and not for each project. */
const OF_PROCESSES = ['job_runs', 'kag_event_log', 'connector_sync_state'];

export interface LoopOptions {
  /** The database itself, to look at. */
  db: TestDatabase;
  /** DATABASE_URL. */
  url: string;
  /** DATABASE_DIRECT_URL. */
  direct?: string;
  poolMax: number;
  /** Whether each process is there before the next one starts; else they start at once. */
  inTurn?: boolean;
  /** While a sync is under way. */
  disturb?: () => Promise<void>;
}

export interface Loop {
  /** What was found in the first project, by each mode, best first. */
  found: Record<string, string[]>;
  /** How many rows each project has, by table. */
  rows: Record<string, number>[];
  /** What happened in each project: how many events of each type. */
  events: Record<string, number>[];
  /** Where the projects' tables differ from the vendor. */
  differences: string[];
  /** How many search indexes there are. */
  indexes: number;
  /** Of how many projects a page has heard that a sync has ended well. */
  heard: number;
  /** Workers that had runs; runs that overlapped another of the same job; runs that a worker took up again. */
  workers: number;
  overlapping: number;
  repeated: number;
  /** Connections that each process held at the most. */
  connections: number[];
}

/** One API and two workers from their start to their end: projects, syncs, embeddings, conclusions, search, news. */
export async function wholeLoop(options: LoopOptions): Promise<Loop> {
  const sandbox = await startSandbox({ now: () => NOW });
  const processes: Watched[] = [];
  try {
    const env = { ...chatwootVariables(sandbox.url), ...ENVIRONMENT, DATABASE_POOL_MAX: String(options.poolMax) };
    const start = async (ROLE: string) => processes.push(await started(options, { ...env, ROLE }));
    const roles = ['api', 'worker', 'worker'];
    if (options.inTurn) for (const role of roles) await start(role);
    else {
      // They race for the schema and the first admin.
      const failed = (await Promise.allSettled(roles.map(start))).find(({ status }) => status === 'rejected');
      if (failed) throw (failed as PromiseRejectedResult).reason;
    }
    const url = processes.find(({ role }) => role === 'api')?.server.url ?? '';
    const lived = await live(options, sandbox, url);
    return { ...lived, connections: processes.map(({ open }) => open.most) };
  } finally {
    await Promise.all(processes.map((one) => one.stop()));
    await sandbox.close();
  }
}

async function live({ db, disturb }: LoopOptions, sandbox: Sandbox, url: string): Promise<Omit<Loop, 'connections'>> {
  const client = new ApiClient(url);
  await client.login('admin', PASSWORD);
  const projects: string[] = [];
  for (let i = 0; i < PROJECTS; i++) {
    const made = await client.call<{ project: { id: string } }>('POST', '/projects', { name: `Loop ${i}` });
    projects.push(made.project.id);
  }
  const syncs = () => Promise.all(projects.map((id) => ask(client, '/connectors/chatwoot/sync', id)));
  const news = await listening(client, url);
  await Promise.all([syncs(), syncs()]);
  await quiet(db);
  const undisturbed = await runsOf(db);
  addSmallConversations(sandbox, 60);
  await syncs();
  await disturb?.();
  await quiet(db);
  // What was cut off in the middle is read now; where nothing was, nothing is new.
  await syncs();
  await quiet(db);
  for (const id of projects)
    for (const path of ['/jobs/embeddings/run', '/kag/refresh']) {
      await ask(client, path, id);
      // One by one: of two indexes that are built at once PostgreSQL may refuse one, until the next run.
      await quiet(db);
    }
  return { ...(await lookedAt(db, client, projects, sandbox)), ...undisturbed, heard: news.stop() };
}

async function lookedAt(db: TestDatabase, client: ApiClient, projects: readonly string[], { world }: Sandbox) {
  const source = world.snapshot();
  const query = <T>(text: string, parameters?: unknown[]) => db.database.query<T>(text, parameters);
  return {
    found: await foundBy(client, projects[0] ?? ''),
    rows: await each(projects, async (id) => withoutProcesses(await rowsOf(db.database, id))),
    events: await each(projects, (id) => eventsOf(db, id)),
    differences: (await each(projects, (id) => sourceDifferences(query, id, source))).flat(),
    indexes: await indexesOf(db),
  };
}

const ENVIRONMENT = {
  AUTH_CREDENTIALS: `admin:${PASSWORD}`,
  SESSION_SECRET: 'one-secret-that-all-of-the-loop-know',
  LOG_LEVEL: 'error',
  DISPATCH_INTERVAL_SECONDS: '3600',
  WORKER_CONCURRENCY: '2',
  EMBEDDING_PROVIDER: 'hashing',
  EMBEDDING_DIM: '64',
  // Every project gets an index.
  SEARCH_EXACT_MAX_CHUNKS: '10',
};

interface Watched {
  role: string;
  server: ServerProcess;
  open: OpenConnections;
  stop(): Promise<unknown>;
}

/** A process whose connections are counted, those of both ways together. */
async function started({ url, direct }: LoopOptions, env: { ROLE: string }): Promise<Watched> {
  const open = new OpenConnections();
  const ways: CutOff[] = [await cutOff(url, open)];
  if (direct !== undefined) ways.push(await cutOff(direct, open));
  const [through, past] = ways.map((way) => way.url);
  const close = () => Promise.all(ways.map((way) => way.close()));
  try {
    const server = await startServer(
      { ...env, DATABASE_URL: through ?? '', ...(past === undefined ? {} : { DATABASE_DIRECT_URL: past }) },
      { quiet: true },
    );
    const stop = () => server.stop().then(close);
    return { role: env.ROLE, server, open, stop };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Asks for a run, and again while the database is away or has no connection free. */
async function ask(client: ApiClient, path: string, projectId: string): Promise<void> {
  await until('the run is taken on', async () => {
    try {
      await client.call('POST', `${path}?project_id=${projectId}`, {}, { prefer: 'respond-async' });
      return true;
    } catch (error) {
      if (error instanceof Refused && error.status === 503) return false;
      throw error;
    }
  });
}

const quiet = ({ database }: TestDatabase) =>
  until('everything has ended', async () => {
    const open = await database.query(`SELECT FROM job_runs WHERE status IN ('queued', 'running') LIMIT 1`);
    const waiting = await database.query(`SELECT FROM pgboss.job WHERE name = 'runs' AND state < 'completed' LIMIT 1`);
    return open.length + waiting.length === 0;
  });

async function runsOf({ database }: TestDatabase): Promise<Pick<Loop, 'workers' | 'overlapping' | 'repeated'>> {
  const [row] = await database.query<{ workers: number; overlapping: number; repeated: number }>(
    `SELECT (SELECT count(DISTINCT worker_id)::int FROM job_runs) AS workers,
       (SELECT count(*)::int FROM job_runs a JOIN job_runs b USING (project_id, job_type)
        WHERE a.id < b.id AND a.started_at < b.finished_at AND b.started_at < a.finished_at) AS overlapping,
       (SELECT count(*)::int FROM job_runs WHERE attempt <> 1 OR status <> 'succeeded') AS repeated`,
  );
  return row ?? { workers: 0, overlapping: 0, repeated: 0 };
}

async function foundBy(client: ApiClient, projectId: string): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const mode of ['hybrid', 'vector', 'lexical']) {
    const { results } = await client.call<{ results: { text: string }[] }>(
      'GET',
      `/search?project_id=${projectId}&q=where+is+the+invoice&mode=${mode}`,
    );
    found[mode] = results.map(({ text }) => text);
  }
  return found;
}

const withoutProcesses = (rows: Record<string, number>) =>
  Object.fromEntries(Object.entries(rows).filter(([table]) => !OF_PROCESSES.includes(table)));

async function eventsOf({ database }: TestDatabase, projectId: string): Promise<Record<string, number>> {
  const rows = await database.query<{ event_type: string; count: number }>(
    `SELECT event_type, count(*)::int AS count FROM kag_event_log
     WHERE project_id = $1 AND event_type NOT LIKE 'process%' GROUP BY 1 ORDER BY 1`,
    [projectId],
  );
  return Object.fromEntries(rows.map(({ event_type, count }) => [event_type, count]));
}

async function indexesOf({ database }: TestDatabase): Promise<number> {
  const found = await database.query(
    `SELECT FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE c.relname LIKE 'hx_rag_chunks_%' AND i.indisvalid`,
  );
  return found.length;
}

/** Follows what changes as a page does. */
async function listening(client: ApiClient, url: string): Promise<{ stop(): number }> {
  const { token } = await client.call<{ token: string }>('POST', '/auth/tokens', {
    name: 'news',
    role: 'viewer',
    expires_in_days: 1,
  });
  const hangUp = new AbortController();
  const { body } = await fetch(`${url}/events`, {
    headers: { authorization: `Bearer ${token}` },
    signal: hangUp.signal,
  });
  let text = '';
  const reading = (async () => {
    for await (const part of body ?? []) text += Buffer.from(part).toString();
  })().catch(() => {});
  await until('the stream is open', () => text.includes('event: open'));
  return {
    stop() {
      hangUp.abort();
      void reading;
      const syncs = text.matchAll(/"project_id":"([^"]+)"[^\n]*"what":"chatwoot_sync"[^\n]*"state":"succeeded"/g);
      return new Set([...syncs].map(([, project]) => project)).size;
    },
  };
}

async function each<T>(ids: readonly string[], look: (id: string) => Promise<T>): Promise<T[]> {
  const all: T[] = [];
  for (const id of ids) all.push(await look(id));
  return all;
}
