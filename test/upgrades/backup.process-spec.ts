import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiClient } from '../../demo/api-client.js';
import { bareEnvironment } from '../../demo/bare-environment.js';
import { startServer } from '../../demo/server-process.js';
import { dayOf } from '../../src/common/day.js';
import { startEmbedded } from '../../src/database/embedded.js';
import { openDatabase } from '../../src/database/index.js';
import { LANGUAGES, readParts } from '../runbook/runbook.js';
import { contentsOf, differences, schemaOf } from '../support/database-contents.js';
import { SERVER } from '../support/on-a-server.js';
import { makeDatabase } from '../support/other-databases.js';
import { STORY_DAYS } from '../../sandbox/agency/index.js';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.js';
import { variablesOf } from '../../sandbox/variables.js';
import { linkPostgresTools } from './postgres-tools.js';

const ROOT = join(import.meta.dirname, '../..');
const PASSWORD = 'backup-tests-password';
const TOKEN = 'token-that-the-vendors-take';
const DAY_MS = 86_400_000;

const pageOf = (language: string) => readParts(join(ROOT, `docs/backup.${language}.md`));
const parts = await pageOf('en');
const blocksOf = (id: string) => parts.find((part) => part.id === id)!.blocks.map(({ commands }) => commands);

const folder = mkdtempSync(join(tmpdir(), 'kag-backup-'));
const tools = join(folder, 'tools');
mkdirSync(tools);
const missing = SERVER === '' ? 'the embedded database has no pg_dump' : linkPostgresTools(tools);
if (missing !== null) process.stdout.write(`the restore of a dump is not rehearsed: ${missing}\n`);

let sandbox: Sandbox;
let env: Record<string, string>;

beforeAll(async () => {
  sandbox = await startSandbox({ agency: STORY_DAYS, token: TOKEN });
  env = {
    DATABASE_POOL_MAX: '4',
    AUTH_CREDENTIALS: `admin:${PASSWORD}`,
    SESSION_SECRET: 'one-secret-that-is-kept-beside-the-backup',
    SECRETS_KEY: Buffer.alloc(32, 7).toString('base64'),
    LOG_LEVEL: 'error',
    DISPATCH_INTERVAL_SECONDS: '3600',
    CONNECTOR_LOOKBACK_DAYS: String(STORY_DAYS + 1),
    EMBEDDING_PROVIDER: 'hashing',
    EMBEDDING_DIM: '64',
    ...variablesOf(sandbox),
  };
});
afterAll(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
});

/**
 * Runs a block of the page as a person would;
 * @throws with what it printed where it fails.
 */
function paste(commands: string, variables: Record<string, string>): void {
  const { PATH = '', ...bare } = bareEnvironment();
  const ran = spawnSync('bash', ['-ec', commands], {
    cwd: ROOT,
    env: { ...bare, ...env, ...variables, PATH: `${tools}:${PATH}` },
    encoding: 'utf8',
  });
  if (ran.status !== 0) throw new Error(`${commands}\nended with ${ran.status}:\n${ran.stdout}${ran.stderr}`);
}

/** A server with a client's sixty days and all conclusions. */
async function lived(where: Record<string, string>) {
  const server = await startServer({ ...env, ...where }, { quiet: true });
  const admin = new ApiClient(server.url);
  await admin.login('admin', PASSWORD);
  const client = sandbox.agency!.clients.find(({ key }) => key === 'silence-en')!;
  const { project } = await admin.call<{ project: { id: string } }>('POST', '/projects', { name: client.name });
  await admin.call('POST', `/projects/${project.id}/select`);
  for (const [connector, binding] of Object.entries(client.bindings))
    await admin.call('PUT', `/projects/${project.id}/sources/${connector}`, {
      ...binding,
      credentials: { api_token: TOKEN },
    });
  // A sync that begins before there are sources reads nothing, and the next one would wait for it and go by that.
  await admin.call('POST', '/jobs/scheduler/tick');
  await admin.run('/connectors/sync');
  const from = dayOf(new Date(Date.now() - (STORY_DAYS - 1) * DAY_MS));
  await admin.run('/kag/snapshots/refresh', undefined, { from, to: dayOf(new Date()) });
  await admin.run('/kag/v2/forecast/refresh');
  await admin.run('/kag/v2/recommendations/refresh');
  await admin.run('/kag/similarity/rebuild');
  return { server, projectId: project.id };
}

async function kept(url: string) {
  const open = await openDatabase(url, 1);
  try {
    return { schema: await schemaOf(open.database), contents: await contentsOf(open.database) };
  } finally {
    await open.close();
  }
}

/** It reads the vendors with the credentials that it was given: they open with the key that was kept. */
async function worksOn(where: Record<string, string>, projectId: string, look: () => void = () => {}): Promise<void> {
  const server = await startServer({ ...env, ...where, MIGRATE_ON_START: 'false' }, { quiet: true });
  try {
    look();
    const admin = new ApiClient(server.url);
    await admin.login('admin', PASSWORD);
    await admin.call('POST', `/projects/${projectId}/select`);
    expect((await admin.run('/connectors/sync')).result).toMatchObject({ failed: 0, succeeded: 3 });
  } finally {
    await server.stop();
  }
}

describe('the pages on backups', () => {
  it('have the same commands in both languages', async () => {
    const commands = await Promise.all(
      LANGUAGES.map(async (language) =>
        (await pageOf(language)).map(({ id, blocks }) => [id, blocks.map((b) => b.commands)]),
      ),
    );
    expect(commands[1]).toEqual(commands[0]);
  });
});

(missing === null ? describe : describe.skip)('a dump of PostgreSQL', () => {
  it('is restored whole into a new database, on which a server works and the doctor finds nothing wrong', async () => {
    const [original, restored] = [await makeDatabase(SERVER), await makeDatabase(SERVER)];
    // Its name is free, and it goes with the test all the same.
    await restored.drop();
    const { server, projectId } = await lived({ DATABASE_URL: original.url });
    try {
      const [dump, restore, migrate, doctor] = blocksOf('postgresql');
      const variables = {
        DATABASE_URL: original.url,
        BACKUP: join(folder, 'kag.dump'),
        RESTORED_URL: restored.url,
        RESTORED_NAME: new URL(restored.url).pathname.slice(1),
      };
      const before = await kept(original.url);
      paste(dump!, variables);
      await server.stop();
      paste(restore!, variables);
      paste(migrate!, variables);
      const after = await kept(restored.url);
      expect(differences(before.contents, after.contents)).toEqual([]);
      expect(after.schema).toEqual(before.schema);
      await worksOn({ DATABASE_URL: restored.url }, projectId, () => paste(doctor!, variables));
    } finally {
      await server.stop();
      await restored.drop();
      await original.drop();
    }
  });
});

describe('a copy of the embedded folder', () => {
  it('is the same database, on which a server works', async () => {
    const variables = {
      EMBEDDED_DATA_DIR: join(folder, 'data'),
      BACKUP: join(folder, 'copy'),
      RESTORED_DIR: join(folder, 'restored'),
    };
    const { server, projectId } = await lived({ EMBEDDED_DATA_DIR: variables.EMBEDDED_DATA_DIR });
    await server.stop();
    for (const commands of blocksOf('embedded')) paste(commands, variables);
    const [before, after] = [await keptIn(variables.EMBEDDED_DATA_DIR), await keptIn(variables.RESTORED_DIR)];
    expect(differences(before.contents, after.contents)).toEqual([]);
    expect(after.schema).toEqual(before.schema);
    await worksOn({ EMBEDDED_DATA_DIR: variables.RESTORED_DIR }, projectId);
  });
});

async function keptIn(dataDir: string) {
  const embedded = await startEmbedded(dataDir);
  try {
    return await kept(embedded.url);
  } finally {
    await embedded.stop();
  }
}
