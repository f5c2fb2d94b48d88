import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiClient } from '../../demo/api-client.js';
import { bareEnvironment } from '../../demo/bare-environment.js';
import { startServer, type ServerProcess } from '../../demo/server-process.js';
import { startEmbedded } from '../../src/database/embedded.js';
import { SERVER } from '../support/on-a-server.js';
import { makeDatabase } from '../support/other-databases.js';
import { until } from '../support/until.js';
import { WEBHOOK_VENDORS } from '../support/webhook-vendors.js';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.js';
import { variablesOf } from '../../sandbox/variables.js';
import { lastRelease, serverOf } from './last-release.js';

const ROOT = join(import.meta.dirname, '../..');
const PASSWORD = 'update-tests-password';
const SECRET = 'a-secret-that-the-vendor-made';
const [CHATWOOT] = WEBHOOK_VENDORS.filter(({ connector }) => connector === 'chatwoot');

/**
 * What servers of the release before can't do any more once the database is at head, and why that was taken: operators
 * read it in docs/deployment.md. Whatever else breaks for them fails the test; a new release begins with an empty list.
 */
const ENDS_WITH_THE_UPDATE: Readonly<Record<string, string>> = {
  'GET /kag/v2/forecast': 'forecasts say something else now; their old columns held what was not so',
  'GET /kag/v2/recommendations': 'recommendations keep figures in place of words',
  'POST /kag/v2/forecast/refresh': 'as reading them',
  'POST /kag/v2/recommendations/refresh': 'as reading them',
};
/** The same from the first day on that the new release has looked at. */
const ENDS_WITH_NEW_DAYS: Readonly<Record<string, string>> = {
  'POST /kag/similarity/rebuild': 'days lack signals that the release before knew: it can compare none of them',
};
const JOBS = [
  '/connectors/sync',
  '/kag/refresh',
  '/kag/snapshots/refresh',
  '/kag/similarity/rebuild',
  '/kag/v2/forecast/refresh',
  '/kag/v2/recommendations/refresh',
];

/** The messages that it shows, the newest first. */
const texts = async () =>
  JSON.stringify(
    await admin.call('GET', '/messages').then((answer) => (answer as { items?: unknown }).items ?? answer),
  );

const release = lastRelease();
const known = 'commit' in release;
if (!known) process.stdout.write(`the rolling update is not rehearsed: ${release.unknown}\n`);

let database: { url: string; close(): Promise<void> };
let sandbox: Sandbox;
let env: Record<string, string>;
let old: ServerProcess;
let admin: ApiClient;
let projectId: string;
let webhook: string;
/** What the release before published. */
let reads: string[];

async function newDatabase(): Promise<typeof database> {
  if (SERVER === '') {
    const embedded = await startEmbedded('memory://');
    return { url: embedded.url, close: () => embedded.stop() };
  }
  const own = await makeDatabase(SERVER);
  return { url: own.url, close: () => own.drop() };
}

/** The routes of a document that answer JSON without parameters. */
function readsOf(document: string): string[] {
  const { paths } = JSON.parse(document) as {
    paths: Record<
      string,
      { get?: { parameters?: { required?: boolean }[]; responses: Record<string, { content?: object }> } }
    >;
  };
  return Object.entries(paths).flatMap(([path, { get }]) =>
    // Neither texts nor streams, which do not end.
    'application/json' in (get?.responses['200']?.content ?? {}) &&
    !path.includes('{') &&
    !get?.parameters?.some(({ required }) => required)
      ? [path]
      : [],
  );
}

/** Which of these is not answered as it should be. */
async function failuresOf(client: ApiClient, reads: readonly string[], jobs: readonly string[]): Promise<string[]> {
  const failed: string[] = [];
  const tried = (what: string, work: Promise<unknown>) =>
    work.catch((error: unknown) => {
      failed.push(what);
      if (!(what in ENDS_WITH_THE_UPDATE)) process.stdout.write(`${String(error)}\n`);
    });
  for (const path of reads) await tried(`GET ${path}`, client.call('GET', path));
  for (const path of jobs) await tried(`POST ${path}`, client.run(path));
  return failed;
}

async function signedIn(server: ServerProcess, projectId?: string): Promise<ApiClient> {
  const client = new ApiClient(server.url);
  await client.login('admin', PASSWORD);
  if (projectId !== undefined) await client.call('POST', `/projects/${projectId}/select`);
  return client;
}

(known ? describe : describe.skip)('an update while the release before goes on serving', () => {
  beforeAll(async () => {
    const { commit } = release as { commit: string };
    const show = ['show', `${commit}:client/released.json`];
    reads = readsOf(execFileSync('git', show, { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 << 20 }));
    database = await newDatabase();
    sandbox = await startSandbox();
    env = {
      DATABASE_URL: database.url,
      DATABASE_POOL_MAX: '4',
      AUTH_CREDENTIALS: `admin:${PASSWORD}`,
      SESSION_SECRET: 'one-secret-that-both-releases-know',
      SECRETS_KEY: Buffer.alloc(32, 7).toString('base64'),
      LOG_LEVEL: 'error',
      DISPATCH_INTERVAL_SECONDS: '3600',
      EMBEDDING_DIM: '64',
      CHATWOOT_API_TOKEN: 'token',
      CHATWOOT_ACCOUNT_ID: '1',
      ...variablesOf(sandbox),
    };
    old = await startServer(env, { quiet: true, program: serverOf(commit) });
    admin = await signedIn(old);
    const { project } = await admin.call<{ project: { id: string } }>('POST', '/projects', { name: 'Acme' });
    projectId = project.id;
    await admin.call('POST', `/projects/${projectId}/select`);
    const { source } = await admin.call<{ source: { webhook_path: string } }>(
      'PUT',
      `/projects/${projectId}/sources/chatwoot`,
      { external_id: null, filter: {}, credentials: { webhook_secret: SECRET } },
    );
    webhook = source.webhook_path;
  });
  afterAll(async () => {
    await old.stop();
    await sandbox.close();
    await database.close();
  });

  it('changes nothing for who asks it while the database is brought to head', async () => {
    expect(await failuresOf(admin, reads, JOBS)).toEqual([]);
    const update = spawn(process.execPath, [join(ROOT, 'dist/src/migrate-cli.js')], {
      env: { ...bareEnvironment(), ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const ended = once(update, 'exit');
    const statuses = new Set<number>();
    while (update.exitCode === null && update.signalCode === null)
      statuses.add((await fetch(`${old.url}/health/ready`)).status);
    expect(await ended).toEqual([0, null]);
    expect([...statuses]).toEqual([200]);
  });

  it('leaves it able to read and to work, save for what was given up', async () => {
    expect(await failuresOf(admin, reads, JOBS)).toEqual(Object.keys(ENDS_WITH_THE_UPDATE));
  });

  it('leaves it able to take a webhook, and to read what that names', async () => {
    const before = await texts();
    for (const what of CHATWOOT!.change(sandbox)) {
      const { headers, body } = what({ secret: SECRET, id: randomUUID(), at: Date.now() });
      const type = { 'content-type': 'application/json' };
      const answer = await fetch(old.url + webhook, { method: 'POST', headers: { ...type, ...headers }, body });
      expect([answer.status, await answer.json()]).toMatchObject([200, { taken: true }]);
    }
    await until('what is new is there', async () => (await texts()) !== before);
  });

  it('lets the new one serve beside it, and does alone what only the new one can', async () => {
    const now = readsOf(readFileSync(join(ROOT, 'client/openapi.json'), 'utf8'));
    // What one of them starts, a worker of the other may do.
    const ended = { ...ENDS_WITH_THE_UPDATE, ...ENDS_WITH_NEW_DAYS };
    const both = JOBS.filter((path) => !(`POST ${path}` in ended));
    const readByBoth = reads.filter((path) => !(`GET ${path}` in ENDS_WITH_THE_UPDATE));
    const fresh = await startServer(
      { ...env, EMBEDDING_PROVIDER: 'hashing', MIGRATE_ON_START: 'false' },
      { quiet: true },
    );
    try {
      const client = await signedIn(fresh, projectId);
      expect(await failuresOf(client, now, both)).toEqual([]);
      expect(await failuresOf(admin, readByBoth, both)).toEqual([]);
      await old.stop();
      expect(await failuresOf(client, now, JOBS)).toEqual([]);
    } finally {
      await fresh.stop();
    }
  });
});
