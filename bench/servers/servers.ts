import { ApiClient, type ShownRun } from '../../demo/api-client.js';
import { startServer, type ServerProcess } from '../../demo/server-process.js';
import { variables, type VariableName } from '../../src/config/index.js';
import type { Cleanups } from './cleanups.js';

export const CREDENTIALS = { username: 'admin', password: 'bench-password-of-no-worth' };

/** Set to their defaults in so many words, so that a `.env` beside the bench does not change what is measured. */
const PINNED: readonly VariableName[] = [
  'NODE_ENV',
  'ROLE',
  'DATABASE_POOL_MAX',
  'EMBEDDING_MODEL',
  'EMBEDDING_DIM',
  'EMBED_BATCH_SIZE',
  'CHUNK_SIZE',
  'MIN_EMBED_CHARS',
  'SEARCH_HNSW_EF_SEARCH',
  'SEARCH_EXACT_MAX_CHUNKS',
  'WORKER_CONCURRENCY',
];

const OWN: Readonly<Record<string, string>> = {
  // What a server writes would stand in the middle of the table.
  LOG_LEVEL: 'silent',
  // Nothing runs but what the bench asks for.
  DISPATCH_INTERVAL_SECONDS: '3600',
  // One user does all that is measured.
  USER_SEARCHES_PER_MINUTE: '1000000',
  USER_TRIGGERS_PER_MINUTE: '1000000',
};

/** Variables of every server that the bench starts, but for its database and the first admin. */
export const SERVER_ENV: Readonly<Record<string, string>> = {
  ...Object.fromEntries(PINNED.map((name) => [name, variables[name].fallback ?? ''])),
  ...OWN,
};

/** A run with its times, which the API shows too. */
export interface TimedRun extends ShownRun {
  started_at: string;
  finished_at: string;
}

/** Starts servers as processes, none of which outlives the bench. */
export class Servers {
  constructor(
    private readonly databaseUrl: string,
    private readonly cleanups: Cleanups,
  ) {}

  /** @param databaseUrl another way to the database; null: none, so that the server keeps one itself */
  async start(
    env: Readonly<Record<string, string>> = {},
    databaseUrl: string | null = this.databaseUrl,
  ): Promise<ServerProcess> {
    this.cleanups.assertOpen();
    const starting = startServer({
      ...SERVER_ENV,
      ...env,
      // An empty one is none, and keeps that of a `.env` out.
      DATABASE_URL: databaseUrl ?? '',
      AUTH_CREDENTIALS: `${CREDENTIALS.username}:${CREDENTIALS.password}`,
    });
    this.cleanups.add(async () => (await starting.catch(() => null))?.kill());
    return starting;
  }
}

export async function signIn(server: ServerProcess): Promise<ApiClient> {
  const api = new ApiClient(server.url);
  await api.login(CREDENTIALS.username, CREDENTIALS.password);
  return api;
}

/** A new project, by its id. */
export async function newProject(api: ApiClient, name: string): Promise<string> {
  return (await api.call<{ project: { id: string } }>('POST', '/projects', { name })).project.id;
}

/**
 * Starts a job of the project and returns its run once it has succeeded.
 * @throws Error when it has not
 */
export async function runJob(api: ApiClient, projectId: string, path: string): Promise<TimedRun> {
  await api.call('POST', `/projects/${projectId}/select`, {});
  return (await api.run(path)) as TimedRun;
}

/** Seconds between a run's start and its end, by the server's own record: what it waited in the queue is not in it. */
export const secondsOf = (run: TimedRun): number => (Date.parse(run.finished_at) - Date.parse(run.started_at)) / 1000;
