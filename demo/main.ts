import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { SingleBar } from 'cli-progress';
import { startSandbox } from '../test/vendors/sandbox.js';
import { ApiClient } from './api-client.js';
import { freePort, startServer } from './server-process.js';
import { searchesTable, stepsTable, type FoundRow, type StepRow } from './tables.js';

const DATA_DIR = './.data/demo';
const WANTED_PORT = 8080;
const QUERIES = ['table for two at an italian place tonight', 'the invoice is wrong', 'когда будет готов макет сайта'];

interface Found {
  results: { text: string; score: number; source_url: string | null }[];
  hint?: string;
}

/** Shows the whole loop on one machine: a vendor's conversations become searchable evidence, operated over HTTP. */
async function main(once: boolean): Promise<void> {
  const conversations = process.env['SANDBOX_CONVERSATIONS'];
  const sandbox = await startSandbox(conversations === undefined ? {} : { conversationsFile: conversations });
  say(`Sandbox with Chatwoot's API at ${sandbox.url}`);
  await rm(DATA_DIR, { recursive: true, force: true });
  const password = randomBytes(9).toString('base64url');
  const server = await startServer(
    {
      AUTH_CREDENTIALS: `admin:${password}`,
      EMBEDDED_DATA_DIR: DATA_DIR,
      LOG_LEVEL: 'warn',
      CHATWOOT_BASE_URL: sandbox.url,
      CHATWOOT_API_TOKEN: 'sandbox',
      CHATWOOT_ACCOUNT_ID: '1',
      CHATWOOT_REQUESTS_PER_MINUTE: '600000',
    },
    { port: await freePort(WANTED_PORT) },
  );
  say(`Server ready after ${(server.readyMs / 1000).toFixed(1)} s at ${server.url}\n`);
  try {
    await show(server.url, password);
    if (once) return;
    say(`\nThe server goes on. Swagger UI: ${server.url}/docs   Health: ${server.url}/health`);
    say(`Log in with POST /auth/login {"username": "admin", "password": "${password}"}. Ctrl+C ends it.`);
    await Promise.race([
      server.ended,
      new Promise((resolve) => process.once('SIGINT', resolve)),
      new Promise((resolve) => process.once('SIGTERM', resolve)),
    ]);
  } finally {
    await server.stop();
    await sandbox.close();
  }
}

async function show(url: string, password: string): Promise<void> {
  const api = new ApiClient(url);
  await api.login('admin', password);
  const { project } = await api.call<{ project: { id: string; name: string } }>('POST', '/projects', { name: 'Demo' });
  await api.call('POST', `/projects/${project.id}/select`, {});

  const steps: StepRow[] = [];
  steps.push(
    await step(
      api,
      'Sync',
      '/connectors/chatwoot/sync',
      (result) =>
        `${String(result['upserted'])} rows, ${String(result['events'])} events, ${String(result['chunks'])} chunks in ${String(result['requests'])} requests`,
    ),
  );
  steps.push(
    await step(
      api,
      'Sync again',
      '/connectors/chatwoot/sync',
      (result) => `${String(result['upserted'])} rows, ${String(result['requests'])} requests`,
    ),
  );
  steps.push(
    await step(
      api,
      'Embeddings',
      '/jobs/embeddings/run',
      (result) =>
        `${String(result['processed'])} chunks more, ${String(result['remaining'])} remaining, ${String(result['model'])}`,
    ),
  );
  const { entities, rag_counts: rag } = await api.call<{
    entities: Record<string, number>;
    rag_counts: Record<string, number>;
  }>('GET', '/jobs/status');
  steps.push({
    step: 'Stored',
    seconds: null,
    outcome: `${entities['conversations']} conversations, ${entities['messages']} messages, ${entities['contacts']} contacts, ${rag['ready']} embedded chunks`,
  });
  if ((rag['ready'] ?? 0) === 0) throw new Error('nothing became searchable');

  const found: FoundRow[] = [];
  for (const query of QUERIES) {
    const started = performance.now();
    const { results, hint } = await api.call<Found>('POST', '/search', { query, topK: 3 });
    if (results.length === 0) throw new Error(`nothing was found for "${query}": ${hint ?? 'no hint'}`);
    found.push({ query, milliseconds: performance.now() - started, results });
  }
  say(`\n${stepsTable(steps)}\n${searchesTable(found)}`);
}

async function step(
  api: ApiClient,
  name: string,
  path: string,
  outcome: (result: Record<string, unknown>) => string,
): Promise<StepRow> {
  const bar = new SingleBar({
    format: `${name.padEnd(12)} {bar} {value}/{total} {unit} {duration_formatted}`,
    hideCursor: true,
    noTTYOutput: false,
  });
  bar.start(1, 0, { unit: '' });
  const started = performance.now();
  try {
    const run = await api.run(path, ({ progress }) => {
      if (!progress) return;
      bar.setTotal(Math.max(1, progress.total ?? progress.done));
      bar.update(progress.done, { unit: progress.unit });
    });
    bar.update(bar.getTotal());
    return { step: name, seconds: (performance.now() - started) / 1000, outcome: outcome(run.result ?? {}) };
  } finally {
    bar.stop();
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const unknown = process.argv.slice(2).filter((argument) => argument !== '--once');
if (unknown.length > 0) {
  process.stderr.write(
    `unknown argument ${unknown.join(' ')}\nusage: npm run demo [-- --once]\n  --once  end after the closing table\n`,
  );
  process.exit(2);
}
main(process.argv.includes('--once')).then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`The demo failed: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
