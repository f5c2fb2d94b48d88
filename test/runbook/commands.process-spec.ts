import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiClient } from '../../demo/api-client.js';
import { startServer, type ServerProcess } from '../../demo/server-process.js';
import { dayOf } from '../../src/common/day.js';
import type { Diagnosis } from '../../src/ops/index.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { until } from '../support/until.js';
import { STORY_DAYS } from '../../sandbox/agency/index.js';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.js';
import { variablesOf } from '../../sandbox/variables.js';
import { answers, readRunbook, runbookPath, type CommandBlock, type RunbookSection } from './runbook.js';

const TOKEN = 'token-that-the-vendors-take';
const PASSWORD = 'process-tests-password';
const DAY_MS = 86_400_000;
// One alone in its silence, and one to compare it with.
const CLIENTS = ['silence-en', 'quiet-en'];

const [before, ...sections] = await readRunbook('en');

let db: TestDatabase;
let sandbox: Sandbox;
let server: ServerProcess;
let env: Record<string, string>;
let folder: string;
let admin: ApiClient;
let project: { id: string; name: string };

beforeAll(async () => {
  db = await openTestDatabase();
  sandbox = await startSandbox({ agency: STORY_DAYS, token: TOKEN });
  folder = await mkdtemp(join(tmpdir(), 'kag-runbook-'));
  env = {
    DATABASE_URL: db.url,
    DATABASE_POOL_MAX: '4',
    AUTH_CREDENTIALS: `admin:${PASSWORD}`,
    SECRETS_KEY: Buffer.alloc(32, 7).toString('base64'),
    LOG_LEVEL: 'error',
    DISPATCH_INTERVAL_SECONDS: '3600',
    CONNECTOR_LOOKBACK_DAYS: String(STORY_DAYS + 1),
    ...variablesOf(sandbox),
    EMBEDDING_PROVIDER: 'hashing',
    EMBEDDING_DIM: '64',
  };
  server = await startServer(env, { quiet: true });
  admin = new ApiClient(server.url);
  await admin.login('admin', PASSWORD);
  const projects = [];
  for (const key of CLIENTS) projects.push(await livedIn(key));
  project = projects[0]!;
  await admin.call('POST', `/projects/${project.id}/select`);
  // Old enough for what is missing to be missed.
  await db.database.run(`UPDATE projects SET created_at = now() - interval '10 days'`);
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
  await sandbox.close();
  await db.close();
});

/** A client's project with sixty days behind it, all of them computed. */
async function livedIn(key: string): Promise<{ id: string; name: string }> {
  const client = sandbox.agency!.clients.find((each) => each.key === key)!;
  const { project: made } = await admin.call<{ project: { id: string; name: string } }>('POST', '/projects', {
    name: client.name,
  });
  await admin.call('POST', `/projects/${made.id}/select`);
  await admin.call('POST', '/jobs/scheduler/tick');
  for (const [connector, binding] of Object.entries(client.bindings))
    await admin.call('PUT', `/projects/${made.id}/sources/${connector}`, {
      ...binding,
      credentials: { api_token: TOKEN },
    });
  await quiet();
  await admin.run('/connectors/sync');
  await quiet();
  const from = dayOf(new Date(Date.now() - (STORY_DAYS - 1) * DAY_MS));
  await admin.run('/kag/snapshots/refresh', undefined, { from, to: dayOf(new Date()) });
  await admin.run('/kag/v2/forecast/refresh');
  await admin.run('/kag/v2/recommendations/refresh');
  await admin.run('/kag/similarity/rebuild');
  return made;
}

const quiet = () =>
  until('every run has ended', async () => {
    const open = await db.database.query(`SELECT 1 FROM job_runs WHERE status IN ('queued', 'running')`);
    return open.length === 0;
  });

const ours = (text: string) => db.database.run(text, [project.id]);

/** What happens to the server before somebody opens the runbook at a section. */
const BREAKS: Readonly<Record<string, () => Promise<unknown>>> = {
  async checklist() {
    await ours(`UPDATE scheduled_jobs SET next_run_at = now() - interval '9 hours'
                WHERE project_id = $1 AND job_type = 'connectors_sync_cycle'`);
    await ours(`UPDATE connector_sync_state SET status = 'running', run_id = gen_random_uuid(), updated_at = now() - interval '40 minutes'
                WHERE project_id = $1 AND connector = 'linear'`);
    await admin.call('PATCH', '/jobs/scheduler/retention_cleanup', { status: 'paused' });
  },
  search_empty: () =>
    ours(
      `UPDATE rag_chunks SET embedding = NULL, embedding_model = NULL, embedding_status = 'pending' WHERE project_id = $1`,
    ),
  async connector_sync() {
    const { source } = await admin.call<{ source: { external_id: string; filter: object } }>(
      'GET',
      `/projects/${project.id}/sources/chatwoot`,
    );
    await admin.call('PUT', `/projects/${project.id}/sources/chatwoot`, {
      external_id: source.external_id,
      filter: source.filter,
      credentials: { api_token: 'revoked' },
    });
    await expect(admin.run('/connectors/chatwoot/sync')).rejects.toThrow();
  },
  async daily_pipeline() {
    await admin.call('PATCH', '/jobs/scheduler/kag_daily_pipeline', { status: 'paused' });
    await ours(`DELETE FROM project_snapshots WHERE project_id = $1`);
  },
  recommendations_few: () =>
    ours(`UPDATE kag_risk_forecasts SET generated_at = now() - interval '3 days' WHERE project_id = $1`),
  similarity_empty: () => ours(`DELETE FROM case_signatures WHERE project_id = $1`),
};

/** Runs blocks in one shell, as a person would paste them, and stops at the first that fails. */
async function pasted(parts: readonly RunbookSection[]) {
  const blocks = parts.flatMap((part) => part.blocks);
  const files = await Promise.all(
    blocks.map(async ({ commands }, index) => {
      const file = join(folder, `${String(index).padStart(2, '0')}.sh`);
      await writeFile(file, `${commands}\n`);
      return file;
    }),
  );
  const shell = spawn(
    'bash',
    [
      '-ec',
      'for block in "$@"; do echo "$block"; . "$block" >"$block.out" 2>"$block.err" </dev/null; done',
      'bash',
      ...files,
    ],
    {
      env: {
        ...env,
        PATH: process.env['PATH'] ?? '',
        HOME: folder,
        TMPDIR: folder,
        KAG_URL: server.url.replace('127.0.0.1', 'localhost'),
        KAG_PASSWORD: PASSWORD,
        PROJECT: project.name.slice(0, 6).toUpperCase(),
        NEW_TOKEN: TOKEN,
        PAGE: 'https://app.example.com',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let begun = '';
  shell.stdout.on('data', (data: Buffer) => (begun += data.toString()));
  const code = await new Promise<number | null>((resolve) => shell.once('close', resolve));
  const reached = begun.trim().split('\n').length;
  return Promise.all(
    blocks.slice(0, reached).map(async (block, index) => ({
      block,
      code: index === reached - 1 ? code : 0,
      printed: await readFile(`${files[index]}.out`, 'utf8'),
      complaints: await readFile(`${files[index]}.err`, 'utf8'),
    })),
  );
}

const where = ({ line }: CommandBlock) => `${runbookPath('en')}:${line}`;

/** Every block ran to its end, and answered what the text says. */
async function holds(...parts: RunbookSection[]): Promise<void> {
  const results = await pasted(parts);
  for (const { block, code, printed, complaints } of results) {
    const transcript = `${where(block)}\n${block.commands}\n--- printed\n${printed}${complaints}`;
    if (code !== 0) throw new Error(`ended with ${code}: ${transcript}`);
    if (block.answer !== null && !answers(block.answer, printed))
      throw new Error(`answered otherwise than the text says: ${transcript}--- the text\n${block.answer}`);
  }
  expect(results).toHaveLength(parts.flatMap(({ blocks }) => blocks).length);
}

// `npm test` asks for nothing but Node; .ci/run installs what is missing here.
const missing = ['bash', 'curl', 'jq'].filter((tool) => spawnSync(tool, ['--version']).error !== undefined);
const suite = missing.length === 0 ? describe : describe.skip;

suite(`the commands of the runbook${missing.map((tool) => ` (not run: there is no ${tool})`).join('')}`, () => {
  it.each(sections)('$id: answer as the text says, and heal what they are for', async (section) => {
    await BREAKS[section.id ?? '']?.();
    await holds(before!, section);
    await quiet();
    // In no section: what was cured stays so.
    const healed = await admin.call<Diagnosis>('GET', '/ops/diagnosis');
    expect(healed.sections.filter(({ status }) => status === 'fail').map(({ id }) => id)).toEqual([]);
  });
});
