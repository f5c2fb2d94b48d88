import pg from 'pg';
import { ApiClient } from '../demo/api-client.js';
import { startServer } from '../demo/server-process.js';
import { startSandbox } from '../sandbox/sandbox.js';
import { sourceDifferences } from './source-differences.js';

/** `npm run acceptance`: the whole loop over real conversations, with every count compared with the source. */
const QUERY = 'table for two at an italian place tonight';
const PASSWORD = 'acceptance-password';

const conversationsFile = process.env['SANDBOX_CONVERSATIONS'];
const databaseUrl = process.env['DATABASE_URL'];
if (!databaseUrl || !conversationsFile) {
  process.stderr.write(
    'Set DATABASE_URL to an empty PostgreSQL database with pgvector, and SANDBOX_CONVERSATIONS to a file of conversations.\n',
  );
  process.exit(2);
}

const say = (line: string) => process.stdout.write(`${line}\n`);
const sandbox = await startSandbox({ conversationsFile });
const server = await startServer({
  DATABASE_URL: databaseUrl,
  AUTH_CREDENTIALS: `admin:${PASSWORD}`,
  LOG_LEVEL: 'error',
  DISPATCH_INTERVAL_SECONDS: '3600',
  EMBEDDING_PROVIDER: 'hashing',
  CHATWOOT_BASE_URL: sandbox.url,
  CHATWOOT_API_TOKEN: 'acceptance',
  CHATWOOT_ACCOUNT_ID: '1',
  CHATWOOT_REQUESTS_PER_MINUTE: '1000000',
  USER_SEARCHES_PER_MINUTE: '1000000',
  USER_TRIGGERS_PER_MINUTE: '1000000',
});
const database = new pg.Pool({ connectionString: databaseUrl, max: 1 });
let failures = 0;

const api = new ApiClient(server.url);
await api.login('admin', PASSWORD);
const { project } = await api.call<{ project: { id: string } }>('POST', '/projects', {
  name: `Acceptance ${Date.now()}`,
});
await api.call('POST', `/projects/${project.id}/select`, {});

/** How often each table was written to, as PostgreSQL counts it. */
async function writes(): Promise<number> {
  await database.query('SELECT pg_stat_force_next_flush()');
  const { rows } = await database.query<{ writes: string }>(
    `SELECT sum(n_tup_ins + n_tup_upd + n_tup_del) AS writes FROM pg_stat_user_tables
     WHERE schemaname = 'public' AND (relname LIKE 'cw\\_%' OR relname LIKE 'rag\\_chunks%')`,
  );
  return Number(rows[0]?.writes ?? 0);
}

async function sync(name: string): Promise<void> {
  sandbox.requests.reset();
  const before = await writes();
  const { result } = await api.run('/connectors/chatwoot/sync');
  const after = await writes();
  say(`${name}: ${JSON.stringify(result)}`);
  say(`  ${sandbox.requests.total} requests; ${after - before} rows written in cw_* and rag_chunks`);
  const differences = await sourceDifferences(
    async (text, parameters) => (await database.query(text, parameters)).rows as never,
    project.id,
    sandbox.world.snapshot(),
  );
  failures += differences.length;
  say(
    differences.length === 0
      ? '  the tables equal the source'
      : differences.map((line) => `  DIFFERENT: ${line}`).join('\n'),
  );
}

try {
  await sync('first sync');
  // The follow-up run writes vectors; the next counts are to be the sync's alone.
  say(`embeddings: ${JSON.stringify((await api.run('/jobs/embeddings/run')).result)}`);
  await sync('second sync');
  const { addedIds, editedIds, deletedIds } = sandbox.world.churn({ messages: 500, edits: 50, deletions: 20, seed: 7 });
  say(`at the source: ${addedIds.length} new, ${editedIds.length} edited, ${deletedIds.length} deleted`);
  await sync('third sync');
  await api.run('/jobs/embeddings/run');

  const { results } = await api.call<{ results: { text: string; conversation_global_id: string; ranks: unknown }[] }>(
    'POST',
    '/search',
    { query: QUERY, topK: 10 },
  );
  say(`search "${QUERY}":`);
  for (const { text, conversation_global_id: id } of results) {
    const labels = sandbox.world.snapshot().conversations.find((one) => `cw:1:${one.id}` === id)?.labels ?? [];
    say(`  [${labels.join(', ')}] ${text}`);
  }
} finally {
  await server.stop();
  await database.end();
  await sandbox.close();
}
process.exit(failures === 0 ? 0 : 1);
