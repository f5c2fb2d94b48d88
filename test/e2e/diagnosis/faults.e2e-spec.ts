import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CreateRecommendations1763901400000 } from '../../../migrations/1763901400000-create-recommendations.js';
import { migrations } from '../../../src/database/migrations.js';
import { doctor, type Diagnosis } from '../../../src/ops/index.js';
import type { Client } from '../../support/client.js';
import { checkOf, diagnosisOf, take, troubles, type Operator } from '../../support/diagnosed.js';
import { colleague, newcomer, project } from '../../support/people.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { until } from '../../support/until.js';
import { migrationSource, toHead } from '../../support/to-head.js';
import { STORY_DAYS, type AgencyClient } from '../../../sandbox/agency/index.js';
import { startSandbox, type Sandbox } from '../../../sandbox/sandbox.js';
import { variablesOf } from '../../../sandbox/variables.js';

const TOKEN = 'token-that-chatwoot-takes';

let sandbox: Sandbox;
let server: TestApp;
let admin: Client;
let projectId: string;
let client: AgencyClient;
let env: Record<string, string>;

beforeAll(async () => {
  sandbox = await startSandbox({ agency: STORY_DAYS, token: TOKEN });
  env = {
    ROLE: 'all',
    DISPATCH_INTERVAL_SECONDS: '3600',
    CONNECTOR_LOOKBACK_DAYS: String(STORY_DAYS + 1),
    CONNECTOR_MAX_RETRIES: '2',
    CONNECTOR_HTTP_RETRY_BASE_MS: '1',
    ...variablesOf(sandbox),
    OPENAI_API_KEY: 'sk-of-the-tests',
    OPENAI_BASE_URL: `${sandbox.url}/v1`,
    EMBEDDING_DIM: '64',
  };
  server = await startTestApp({ env });
  admin = await server.signIn();
  client = sandbox.agency!.clients.find(({ key }) => key === 'silence-en')!;
  projectId = await project(admin, client.name);
  // Before there is a source: the project gets its scheduled jobs, and the cycle among them finds nothing to read.
  await admin.post(`/jobs/scheduler/tick?project_id=${projectId}`);
  await quiet();
  for (const [connector, binding] of Object.entries(client.bindings))
    await admin.put(`/projects/${projectId}/sources/${connector}`, { ...binding, credentials: { api_token: TOKEN } });
  await sql(`UPDATE projects SET created_at = now() - interval '10 days'`);
});
afterAll(async () => {
  await server.close();
  await sandbox.close();
});

const sql = (text: string, parameters: unknown[] = []) => server.db.database.run(text, parameters);
const look = (query = '', who = admin) => diagnosisOf(who, projectId, query);
const post = (path: string, body: object = {}) =>
  admin.post(`${path}?project_id=${projectId}`, body).set('prefer', 'wait=55');
/** No run is under way: what a sync made is embedded and read. */
const quiet = () =>
  until('every run has ended', async () => {
    const open = await server.db.database.query(`SELECT 1 FROM job_runs WHERE status IN ('queued', 'running')`);
    return open.length === 0;
  });

/** The diagnosis names this check first; its remedy, taken as it is given, heals it and leaves nothing behind. */
async function healed(id: string, operator?: Operator, query = '', expectation: object = {}): Promise<Diagnosis> {
  const sick = await look(query);
  expect([sick.verdict.first_cause?.check, troubles(sick)]).toEqual([id, expect.arrayContaining([id])]);
  expect(sick.verdict.first_cause).toMatchObject({ check: id, ...expectation });
  await take(admin, sick.verdict.first_cause!.remedy, operator);
  await quiet();
  const well = await look(query);
  expect([checkOf(well, id).status, troubles(well)]).toEqual(['ok', []]);
  return sick;
}

describe('the diagnosis of a running server', () => {
  it('names the missing events of a project that was never synced, and leads from there to health', async () => {
    const first = await look();
    expect(first.verdict.first_cause).toMatchObject({ check: 'source_events', section: 'daily_pipeline' });
    expect(checkOf(first, 'chunks').because_of).toBe('source_events');
    expect(checkOf(first, 'snapshots_present').because_of).toBe('source_events');
    const causes: string[] = [];
    for (let now = first; troubles(now).length > 0; now = await look()) {
      const cause = now.verdict.first_cause!;
      causes.push(cause.check);
      expect(causes.length).toBeLessThan(10);
      await take(admin, cause.remedy);
      await quiet();
    }
    expect(causes).toEqual([...new Set(causes)]);
  });

  it('has the sections of the runbook, each check complete, and gives no secret away', async () => {
    const answer = await admin.get(`/ops/diagnosis?project_id=${projectId}`);
    const { sections } = answer.body as Diagnosis;
    expect(sections.map(({ id }) => id)).toEqual([
      'checklist',
      'search_empty',
      'connector_sync',
      'daily_pipeline',
      'recommendations_few',
      'similarity_empty',
      'auth',
      'monitoring',
    ]);
    for (const check of sections.flatMap(({ checks }) => checks)) {
      expect(Object.keys(check).sort()).toEqual([
        'because_of',
        'expected',
        'id',
        'observed',
        'remedy',
        'status',
        'title',
      ]);
      expect(check.observed).toMatch(/^\S.*\S$/s);
    }
    expect(answer.text).not.toMatch(/token-that-chatwoot|sk-of-the-tests|correct-horse|secret-of-the-tests/);
  });

  it('is the operator’s, and of projects that they reach', async () => {
    const viewer = await colleague(server, 'viewer');
    expect((await viewer.client.get(`/ops/diagnosis?project_id=${projectId}`)).status).toBe(403);
    const operator = await colleague(server, 'operator');
    expect((await operator.client.get(`/ops/diagnosis?project_id=${projectId}`)).status).toBe(200);
    const stranger = await newcomer(server, 'operator');
    expect((await stranger.client.get(`/ops/diagnosis?project_id=${projectId}`)).status).toBe(404);
    expect((await server.visitor().get('/ops/diagnosis')).status).toBe(401);
    expect((await admin.get(`/ops/diagnosis?project_id=${projectId}&origin=nonsense`)).status).toBe(400);
  });

  it('wrong token: says whose token, and takes another', async () => {
    await admin.put(`/projects/${projectId}/sources/chatwoot`, {
      ...client.bindings.chatwoot,
      credentials: { api_token: 'wrong-token-of-chatwoot' },
    });
    expect((await post('/connectors/chatwoot/sync')).status).toBe(502);
    const sick = await healed('vendor_token', { secrets: { 'new token': TOKEN } });
    expect(checkOf(sick, 'dead_letters').because_of).toBe('vendor_token');
    expect(checkOf(sick, 'connector_state').because_of).toBe('vendor_token');
    expect(JSON.stringify(sick)).not.toContain('wrong-token-of-chatwoot');
    const kept = await admin.get(`/projects/${projectId}/sources/chatwoot`);
    expect(kept.body.source).toMatchObject({ ...client.bindings.chatwoot, has_credentials: true });
  });

  it('stuck running: frees a sync whose worker died', async () => {
    await sql(
      `UPDATE connector_sync_state SET status = 'running', run_id = gen_random_uuid(), updated_at = now() - interval '40 minutes'
       WHERE connector = 'linear'`,
    );
    const sick = await healed('stuck_connectors');
    expect(sick.verdict.first_cause?.observed).toContain('linear is marked as running');
  });

  it('an outage: tries again at once, and after too many times takes the dead letters up', async () => {
    const repair = sandbox.faults.add({ match: '/api/v1', kind: 'status', status: 503 });
    await post('/connectors/chatwoot/sync');
    const waiting = await look();
    expect(waiting.verdict.first_cause?.check).toBe('connector_state');
    expect(checkOf(waiting, 'connector_backoff')).toMatchObject({ status: 'warn', because_of: 'connector_state' });
    await post('/connectors/chatwoot/sync');
    repair();
    await healed('dead_letters', {}, '', { remedy: [{ path: `/connectors/errors/retry?project_id=${projectId}` }] });
  });

  it('paused job: makes it active', async () => {
    const pause = (job: string) =>
      admin.patch(`/jobs/scheduler/${job}?project_id=${projectId}`, { status: 'paused' }).expect(200);
    await pause('kag_daily_pipeline');
    await healed('daily_pipeline_paused', {}, '', {
      remedy: [{ method: 'PATCH', body: { status: 'active' } }],
    });
    await pause('embeddings_run');
    await healed('jobs_paused');
  });

  it('no snapshots: fills them from the event log, and takes the signature', async () => {
    await sql(`DELETE FROM project_snapshots`);
    await sql(`DELETE FROM case_signatures`);
    const sick = await healed('snapshots_in_window');
    expect(checkOf(sick, 'signatures').because_of).toBe('snapshots_in_window');
    expect(checkOf(sick, 'snapshots_present').because_of).toBe('snapshots_in_window');
  });

  it('a record that can’t be read: reads it again without waiting for its time', async () => {
    // Attio shows no dates of change, so that every sync reads all of a client's deals.
    sandbox.faults.add({ match: 'deals/records/query', kind: 'bad_shape', times: 1 });
    await post('/connectors/attio/sync');
    sandbox.faults.clear();
    const sick = await healed('connector_errors');
    expect(checkOf(sick, 'last_payload')).toMatchObject({ status: 'warn', because_of: 'connector_errors' });
    const [error] = (await admin.get(`/connectors/errors?project_id=${projectId}&status=resolved`)).body.errors;
    expect(error).toMatchObject({ connector: 'attio', operation: 'record' });
  });

  it('a due job that nobody took: queues it', async () => {
    await sql(
      `UPDATE scheduled_jobs SET next_run_at = now() - interval '9 hours' WHERE job_type = 'kag_signals_refresh'`,
    );
    const sick = await healed('due_jobs');
    expect(sick.verdict.first_cause?.observed).toBe('kag_signals_refresh has been due for 9 hours.');
  });

  it('recommendations that nobody looks at: takes the oldest on', async () => {
    await sql(`UPDATE recommendations_v2 SET created_at = now() - interval '8 days' WHERE episode_ended_at IS NULL`);
    await healed('new_recommendations_age');
  });

  it('provider down: says what it answered, and embeds when it is back', async () => {
    await sql(`UPDATE rag_chunks SET embedding = NULL, embedding_model = NULL, embedding_status = 'pending', text_hash = text_hash || '-'
               WHERE id IN (SELECT id FROM rag_chunks LIMIT 3)`);
    const repair = sandbox.faults.add({ vendor: 'openai', kind: 'status', status: 503 });
    await post('/jobs/embeddings/run');
    repair();
    const sick = await look();
    expect(checkOf(sick, 'embeddings_ready').because_of).toBe('embedding_provider');
    // The wait that the remedy's note names passes.
    await sql(`UPDATE rag_chunks SET embedding_next_attempt_at = now() WHERE embedding_next_attempt_at IS NOT NULL`);
    await healed('embedding_provider');
  });

  it('missing CSRF cookie: has it set again', async () => {
    const { headers } = await admin.get('/auth/me');
    expect(headers['set-cookie']).toBeDefined();
    const person = await server.signIn();
    const sid = person.agent.jar.getCookie('sid', { path: '/', domain: '127.0.0.1', secure: false, script: false })!;
    person.agent.jar.setCookie('csrf_token=; Max-Age=0; Path=/', '127.0.0.1', '/');
    expect(sid.value).toBeTruthy();
    const sick = await look('', person);
    expect(sick.verdict.first_cause).toMatchObject({ check: 'csrf_cookie', status: 'fail' });
    await take(person, sick.verdict.first_cause!.remedy);
    expect(checkOf(await look('', person), 'csrf_cookie').status).toBe('ok');
    expect((await person.post(`/projects/${projectId}/select`)).status).toBe(200);
  });

  it('old migration: is told by what still can be read, and by the doctor; migrating heals it', async () => {
    const source = await migrationSource(server.db.url);
    try {
      const since = migrations.length - migrations.indexOf(CreateRecommendations1763901400000);
      for (let undone = 0; undone < since; undone++) await source.undoLastMigration();
      const sick = await look();
      expect(sick.verdict.first_cause).toMatchObject({ check: 'migrations', section: 'monitoring', status: 'fail' });
      expect(checkOf(sick, 'evidence_gate')).toMatchObject({ status: 'skipped', because_of: 'migrations' });
      const seen = await examined();
      expect([seen.code, seen.json.projects[0]?.verdict.first_cause?.check]).toEqual([1, 'migrations']);
      await take(admin, sick.verdict.first_cause!.remedy, { run: (command) => ran(command, 'npm run migrate') });
    } finally {
      await toHead(server.db.url);
      await source.destroy();
    }
    const healed = await look();
    expect(checkOf(healed, 'migrations').status).toBe('ok');
    // What is computed went with its columns: the diagnosis says how it is made again.
    await take(admin, checkOf(healed, 'snapshots_in_window').remedy);
    await post('/kag/v2/recommendations/refresh');
    await quiet();
    expect(troubles(await look())).toEqual([]);
  });

  it('pgvector too old: is named before all that may follow from it', async () => {
    const [installed] = await server.db.database.query<{ version: string }>(
      `SELECT extversion AS version FROM pg_extension WHERE extname = 'vector'`,
    );
    const claim = (version: string) =>
      sql(`UPDATE pg_extension SET extversion = $1 WHERE extname = 'vector'`, [version]);
    try {
      // The catalogue is made to say so: an older library can't be had here. The server, and the doctor, go by it too.
      await claim('0.7.4');
      await expect(toHead(server.db.url)).rejects.toThrow('pgvector 0.7.4');
      const seen = await examined();
      expect([seen.code, seen.json.projects[0]?.verdict.first_cause]).toEqual([
        1,
        expect.objectContaining({
          check: 'pgvector',
          status: 'fail',
          remedy: [expect.objectContaining({ run: `psql "$DATABASE_URL" -c 'ALTER EXTENSION vector UPDATE'` })],
        }),
      ]);
      expect((await look()).verdict.first_cause?.check).toBe('pgvector');
      // From 0.8.0 on the extension knows the way to the version of its library, so the remedy can be taken.
      await claim('0.8.0');
      const aged = checkOf(await look(), 'pgvector');
      expect(aged.status).toBe('warn');
      await take(admin, aged.remedy, { run: () => sql('ALTER EXTENSION vector UPDATE') });
      const [updated] = await server.db.database.query<{ version: string }>(
        `SELECT extversion AS version FROM pg_extension WHERE extname = 'vector'`,
      );
      expect(updated).toEqual(installed);
    } finally {
      await claim(installed!.version);
    }
  });

  it('stale worker: says that nobody works, before the jobs that wait for it', async () => {
    const db = server.db;
    const api = await startTestApp({ env: { ...env, ROLE: 'api' }, db });
    let worker: TestApp | null = null;
    try {
      const person = await api.signIn();
      expect(checkOf(await look('', person), 'workers').status).toBe('ok');
      // Killed: it never says goodbye, and is silent from then on.
      await server.app.close();
      await sql(
        `UPDATE pgboss.instance SET stopped_on = NULL, heartbeat_on = now() - interval '2 minutes' WHERE supervise`,
      );
      await sql(
        `UPDATE scheduled_jobs SET next_run_at = now() - interval '9 hours' WHERE job_type = 'connectors_sync_cycle'`,
      );
      const sick = await look('', person);
      expect(sick.verdict.first_cause).toMatchObject({ check: 'workers', status: 'fail' });
      expect(sick.verdict.first_cause?.observed).toMatch(/^0 workers alive\. Silent: /);
      expect(checkOf(sick, 'due_jobs')).toMatchObject({ status: 'fail', because_of: 'workers' });
      await take(person, sick.verdict.first_cause!.remedy, {
        run: async (command) => {
          const [, role] = /^ROLE=(worker) npm start$/.exec(command) ?? [];
          worker = await startTestApp({ env: { ...env, DISPATCH_INTERVAL_SECONDS: '1', ROLE: role! }, db });
        },
      });
      await until('the due job is done', async () => troubles(await look('', person)).length === 0);
      expect(checkOf(await look('', person), 'workers').status).toBe('ok');
    } finally {
      await (worker as TestApp | null)?.close();
      await api.close();
    }
  });
});

/** What `npm run doctor -- --json` prints for the server's database, and its exit code. */
async function examined(...more: string[]) {
  let printed = '';
  const code = await doctor(
    ['--json', ...more],
    { ...env, NODE_ENV: 'test', DATABASE_URL: server.db.url },
    { write: (text) => (printed += text), columns: 160 },
  );
  return { code, json: JSON.parse(printed) as { projects: Diagnosis[] } };
}

async function ran(command: string, expected: string): Promise<void> {
  expect(command).toBe(expected);
  await toHead(server.db.url);
}
