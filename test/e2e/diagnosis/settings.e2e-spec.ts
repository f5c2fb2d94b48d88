import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { everyStatementDuring, statementsOf } from '../../support/statements.js';
import { DiagnosisService, type Diagnosis } from '../../../src/ops/index.js';
import type { Client } from '../../support/client.js';
import { checkOf, diagnosisOf, take, troubles } from '../../support/diagnosed.js';
import { colleague, project } from '../../support/people.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { openTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { until } from '../../support/until.js';
import { STORY_DAYS } from '../../../sandbox/agency/index.js';
import { startSandbox, type Sandbox } from '../../../sandbox/sandbox.js';
import { variablesOf } from '../../../sandbox/variables.js';

/** One database; each test starts a server whose environment is at fault, and another as the diagnosis says. */
let db: TestDatabase;
let sandbox: Sandbox;
let server: TestApp | null = null;
let projectId: string;
let healthy: Record<string, string>;

beforeAll(async () => {
  db = await openTestDatabase({ poolMax: 2 });
  sandbox = await startSandbox({ agency: STORY_DAYS });
  healthy = {
    ROLE: 'all',
    DISPATCH_INTERVAL_SECONDS: '3600',
    CONNECTOR_LOOKBACK_DAYS: String(STORY_DAYS + 1),
    ...variablesOf(sandbox),
    EMBEDDING_PROVIDER: 'local',
    EMBEDDING_DIM: '64',
  };
  const admin = await started();
  const client = sandbox.agency!.clients.find(({ key }) => key === 'silence-en')!;
  projectId = await project(admin, client.name);
  await admin.post(`/jobs/scheduler/tick?project_id=${projectId}`);
  await quiet();
  for (const [connector, binding] of Object.entries(client.bindings))
    await admin.put(`/projects/${projectId}/sources/${connector}`, { ...binding, credentials: { api_token: 'any' } });
  for (let left = 10; left > 0; left--) {
    const now = await diagnosisOf(admin, projectId);
    if (troubles(now).length === 0) break;
    await take(admin, now.verdict.first_cause!.remedy);
    await quiet();
  }
});
beforeEach(async () => {
  await db.database.run(`UPDATE projects SET created_at = now() - interval '10 days'`);
});
afterAll(async () => {
  await server?.close();
  await sandbox.close();
  await db.close();
});

/** A server with these variables in place of the one before; undefined unsets one. */
async function started(env: Record<string, string | undefined> = {}): Promise<Client> {
  await server?.close();
  server = null;
  server = await startTestApp({ env: { ...healthy, ...env }, db });
  return server.signIn();
}

const quiet = () =>
  until('every run has ended', async () => {
    const open = await db.database.query(`SELECT 1 FROM job_runs WHERE status IN ('queued', 'running')`);
    return open.length === 0;
  });

/** The diagnosis by a server with these variables names this check first, and what it says heals it. */
async function healed(
  id: string,
  broken: Record<string, string | undefined>,
  options: { query?: string; secrets?: Record<string, string>; breaking?: (admin: Client) => Promise<unknown> } = {},
): Promise<{ sick: Diagnosis; set: Record<string, string>; admin: Client }> {
  const { query = '', secrets = {}, breaking = async () => {} } = options;
  const admin = await started(broken);
  await breaking(admin);
  await quiet();
  const sick = await diagnosisOf(admin, projectId, query);
  expect([id, sick.verdict.first_cause]).toEqual([id, expect.objectContaining({ check: id })]);
  let given: Record<string, string> = {};
  const restarted = await take(admin, sick.verdict.first_cause!.remedy, {
    secrets,
    restart: (set) => started({ ...broken, ...(given = set) }),
  });
  await quiet();
  const well = await diagnosisOf(restarted, projectId, query);
  expect([checkOf(well, id).status, troubles(well)]).toEqual(['ok', []]);
  return { sick, set: given, admin: restarted };
}

it('is well to begin with', async () => {
  const admin = await started();
  expect(troubles(await diagnosisOf(admin, projectId))).toEqual([]);
});

it('flag off: names the flag, and what is missing for want of it', async () => {
  const { sick, set } = await healed(
    'kag_flags',
    { KAG_FORECASTING_ENABLED: 'false' },
    { breaking: () => db.database.run(`DELETE FROM kag_risk_forecasts`) },
  );
  expect(set).toEqual({ KAG_FORECASTING_ENABLED: 'true' });
  expect(checkOf(sick, 'forecasts_present')).toMatchObject({ status: 'skipped', because_of: 'kag_flags' });
  expect(checkOf(sick, 'recommendations_present')).toMatchObject({ status: 'skipped', because_of: 'kag_flags' });
});

it('evidence below the gate: says by how much, and what the gate would have to be', async () => {
  const { sick, set, admin } = await healed(
    'evidence_gate',
    { RECOMMENDATIONS_EVIDENCE_MIN_COUNT: '100' },
    {
      breaking: (client) =>
        client.post(`/kag/v2/recommendations/refresh?project_id=${projectId}`).set('prefer', 'wait=55').expect(200),
    },
  );
  expect(sick.verdict.first_cause?.observed).toMatch(/^0 shown, \d+ hidden: .*too_few_refs: \d+ of 100/);
  expect(Number(set['RECOMMENDATIONS_EVIDENCE_MIN_COUNT'])).toBeGreaterThanOrEqual(1);
  expect(checkOf(sick, 'recommendations_present').because_of).toBe('evidence_gate');
  const { recommendations } = (await admin.get(`/kag/v2/recommendations?project_id=${projectId}`)).body;
  expect(recommendations).not.toEqual([]);
});

it('wrong CORS origin: of the page that asks, or that is asked about', async () => {
  const page = 'http://127.0.0.1:4321';
  const { sick, set, admin } = await healed('cors_origin', {}, { query: `&origin=${page}` });
  expect(sick.verdict.first_cause).toMatchObject({ section: 'auth', status: 'fail' });
  expect(set).toEqual({ CORS_ORIGIN: `http://localhost:3000,${page}` });
  const asked = await admin.get(`/ops/diagnosis?project_id=${projectId}`).set('origin', page);
  expect(asked.headers).toMatchObject({
    'access-control-allow-origin': page,
    'access-control-allow-credentials': 'true',
  });
  expect(checkOf(asked.body as Diagnosis, 'cors_origin').status).toBe('ok');
  const elsewhere = await admin.get(`/ops/diagnosis?project_id=${projectId}`).set('referer', 'https://evil.example/x');
  expect(checkOf(elsewhere.body as Diagnosis, 'cors_origin').status).toBe('fail');
  const own = await admin.get(`/ops/diagnosis?project_id=${projectId}`).set('referer', `${server!.url}/docs`);
  expect(checkOf(own.body as Diagnosis, 'cors_origin').status).toBe('ok');
});

it('no key: says what stands in for the provider, and embeds anew with one', async () => {
  const { sick, admin } = await healed(
    'embedding_key',
    { EMBEDDING_PROVIDER: undefined, OPENAI_BASE_URL: `${sandbox.url}/v1` },
    { secrets: { 'OpenAI key': 'sk-that-only-the-operator-has' } },
  );
  expect(sick.verdict).toMatchObject({ status: 'warn', first_cause: { section: 'search_empty' } });
  const found = await admin.post(`/search?project_id=${projectId}`, { query: 'site', mode: 'vector' });
  expect(found.body.embedding_model).toBe('text-embedding-3-small@64');
  expect((await admin.get(`/ops/diagnosis?project_id=${projectId}`)).text).not.toContain('sk-that-only');
});

it('Secure cookies over http: says so before people are asked to sign in again', async () => {
  const admin = await started();
  const behind = (headers: Record<string, string>) =>
    admin.get(`/ops/diagnosis?project_id=${projectId}`).set({ host: 'kag.example.org', ...headers });
  const plain = (await behind({ 'x-forwarded-proto': 'https' })).body as Diagnosis;
  expect(checkOf(plain, 'cookie_flags')).toMatchObject({
    status: 'warn',
    remedy: [{ set: { NODE_ENV: 'production' } }],
  });
  expect(checkOf((await behind({})).body as Diagnosis, 'cookie_flags').status).toBe('ok');
});

it('an API token: is not told that it lacks a cookie, which it does not need', async () => {
  await started();
  const { client } = await colleague(server!, 'operator');
  const wanted = { name: 'a script', role: 'operator', expires_in_days: 1 };
  const { token } = (await client.post('/auth/tokens', wanted).expect(200)).body as { token: string };
  const asked = (more: string) =>
    server!
      .visitor()
      .get(`/ops/diagnosis?project_id=${projectId}${more}`)
      .set({ authorization: `Bearer ${token}`, 'x-forwarded-proto': 'https' })
      .expect(200);
  const seen = (await asked('')).body as Diagnosis;
  for (const id of ['csrf_cookie', 'cookie_flags', 'cors_origin'])
    expect([id, checkOf(seen, id).status]).toEqual([id, 'skipped']);
  expect(checkOf(seen, 'csrf_cookie').observed).toBe('Asked with an API token, which needs no cookie.');
  expect(seen.verdict.first_cause?.check).not.toBe('csrf_cookie');
  expect(seen.sections.find(({ id }) => id === 'auth')?.status).toBe('ok');
  const ofPage = (await asked('&origin=https://evil.example')).body as Diagnosis;
  expect(checkOf(ofPage, 'cors_origin').status).toBe('fail');
});

it('a proxy that is not believed: says that all people behind it count as one address', async () => {
  const admin = await started();
  const behind = (headers: Record<string, string>) =>
    admin.get(`/ops/diagnosis?project_id=${projectId}`).set({ host: 'kag.example.org', ...headers });
  const cure = { status: 'warn', remedy: [{ set: { TRUST_PROXY_HOPS: '1' } }] };
  for (const header of ['x-forwarded-for', 'forwarded'])
    expect(checkOf((await behind({ [header]: '203.0.113.7' })).body as Diagnosis, 'trust_proxy_hops')).toMatchObject(
      cure,
    );
  expect(checkOf((await behind({})).body as Diagnosis, 'trust_proxy_hops').status).toBe('ok');
});

it('takes twelve statements at most, those of the session among them', async () => {
  const admin = await started({ ROLE: 'api' });
  const facts = await statementsOf(() =>
    server!.app.get(DiagnosisService, { strict: false }).of(
      { id: projectId, name: 'any' },
      {
        username: 'admin',
        role: 'admin',
        signed_in_by: 'session',
        scheme: 'http',
        host: 'localhost',
        forwarded_scheme: null,
        forwarded_for: false,
        page_origin: null,
        csrf_cookie: 'matches',
      },
      'en',
    ),
  );
  // A request reads session, user and project, and may write that the session goes on.
  const around = 4;
  expect(facts.length + around).toBeLessThanOrEqual(12);
  expect(facts).not.toEqual([]);
  const sent = await everyStatementDuring(() => admin.get(`/ops/diagnosis?project_id=${projectId}`).expect(200));
  expect(sent.length).toBeGreaterThanOrEqual(facts.length);
  expect(sent.length).toBeLessThanOrEqual(12);
});
