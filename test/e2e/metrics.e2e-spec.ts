import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { register } from 'prom-client';
import { Database } from '../../src/database/index.js';
import { SampledGauges } from '../../src/metrics/index.js';
import type { Client } from '../support/client.js';
import { project } from '../support/people.js';
import { ADMIN, startTestApp, type TestApp } from '../support/test-app.js';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.js';

let sandbox: Sandbox;
let server: TestApp;
let admin: Client;
let projectId: string;

beforeAll(async () => {
  // Counters are the process's: other test files have counted before.
  register.resetMetrics();
  sandbox = await startSandbox();
  server = await startTestApp({
    env: {
      ROLE: 'all',
      DISPATCH_INTERVAL_SECONDS: '3600',
      CHATWOOT_BASE_URL: sandbox.url,
      CHATWOOT_API_TOKEN: 'token-of-the-tests',
      CHATWOOT_ACCOUNT_ID: '1',
      CHATWOOT_REQUESTS_PER_MINUTE: '1000000',
    },
  });
  admin = await server.signIn();
  projectId = await project(admin);
  await admin.post(`/projects/${projectId}/select`);
});
afterAll(async () => {
  await server.close();
  await sandbox.close();
});
afterEach(() => {
  jest.restoreAllMocks();
});

interface Sample {
  name: string;
  labels: Record<string, string>;
  value: number;
}

const scrape = async (from = server): Promise<string> => {
  const answer = await from.visitor().get('/metrics');
  expect(answer.status).toBe(200);
  return answer.text;
};

/** The samples of a scrape; a line that the text format does not have makes it fail. */
function samples(text: string): Sample[] {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, name, , labels, value] = /^([a-z_:][a-z0-9_:]*)(\{(.*)\})? (\S+)$/i.exec(line) ?? [];
      if (name === undefined) throw new Error(`no sample: ${line}`);
      return {
        name,
        labels: Object.fromEntries(
          [...(labels ?? '').matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, label, held]) => [label, held]),
        ),
        value: Number(value),
      };
    });
}

const named = (all: Sample[], name: string) => all.filter((sample) => sample.name === name);
const labelsOf = (all: Sample[], name: string) => [
  ...new Set(
    named(all, name).flatMap((sample) =>
      Object.keys(sample.labels)
        .filter((label) => label !== 'le')
        .join(),
    ),
  ),
];

const now = performance.now.bind(performance);
let ahead = 0;
/** Puts the clock that ages samples forward, past the age of all there are. */
function later(): void {
  ahead += 600_000;
  jest.spyOn(performance, 'now').mockImplementation(() => now() + ahead);
}

/** A scrape that has the figures of now: the first one asks for them, and may not have waited. */
async function fresh(from = server): Promise<Sample[]> {
  later();
  await scrape(from);
  await from.app.get(SampledGauges).settled();
  return samples(await scrape(from));
}

describe('GET /metrics', () => {
  it('is Prometheus text, open to anybody where no token is set', async () => {
    for (const path of ['/metrics', '/v1/metrics']) {
      const answer = await server.visitor().get(path);
      expect([answer.status, answer.headers['content-type']]).toEqual([
        200,
        'text/plain; version=0.0.4; charset=utf-8',
      ]);
      expect(samples(answer.text).length).toBeGreaterThan(20);
    }
  });

  it('has the promised metrics with their labels once there was traffic', async () => {
    expect((await admin.post('/connectors/chatwoot/sync').set('prefer', 'wait=55')).status).toBe(200);
    await admin.post('/jobs/embeddings/run').set('prefer', 'wait=55');
    await admin.post('/search', { query: 'invoice', mode: 'vector' });
    await server.db.database.run(
      `INSERT INTO connector_errors (project_id, connector, operation, source_ref, error_kind, error_message, status, dedupe_key)
       VALUES ($1, 'chatwoot', 'sync', '', 'timeout', 'late', 'pending', 'a')`,
      [projectId],
    );
    await server.db.database.run(
      `INSERT INTO scheduled_jobs (project_id, job_type, cadence_seconds, next_run_at, created_at)
       VALUES ($1, 'kag_daily_pipeline', 86400, now() + interval '1 hour', now() - interval '3 days')`,
      [projectId],
    );
    for (const [day, publishable] of [
      ['2026-02-02', true],
      ['2026-02-03', false],
    ])
      await server.db.database.run(
        `INSERT INTO project_snapshots (project_id, snapshot_date, as_of, signals_json, scores_json, aggregates_json, evidence_refs, publishable)
         VALUES ($1, $2, now(), '{}', '{}', '{}', '[]', $3)`,
        [projectId, day, publishable],
      );
    for (const [risk, publishable] of [
      ['delivery_risk', true],
      ['finance_risk', false],
      ['client_risk', true],
      ['scope_risk', true],
    ])
      await server.db.database.run(
        `INSERT INTO kag_risk_forecasts (project_id, risk_type, status, p7, p14, p30, base_rate, basis, onsets_seen,
           drivers, publishable, model, evidence_refs, generated_at)
         VALUES ($1, $2, 'ok', 0.1, 0.2, 0.3, '{}', 'own', 40, '[]', $3, 'hazard-v1', '[]', now())`,
        [projectId, risk, publishable],
      );
    const all = await fresh();
    const expected: [name: string, labels: string][] = [
      ['kag_http_request_duration_seconds_count', 'method,route,status'],
      ['kag_job_duration_seconds_count', 'job_type,status'],
      ['kag_jobs_due', ''],
      ['kag_job_success_age_seconds', 'job_type'],
      ['kag_job_overdue_seconds', 'job_type'],
      ['kag_process_info', 'role,version'],
      ['kag_queue_depth', 'state'],
      ['kag_process_events_total', 'process,event_type'],
      ['kag_process_failed_ratio', ''],
      ['kag_process_warning_ratio', ''],
      ['kag_connector_errors', 'connector,status'],
      ['kag_connector_lag_seconds', 'connector'],
      ['kag_connector_overdue_seconds', 'connector'],
      ['kag_connector_requests_total', 'connector,status'],
      ['kag_rag_chunks', 'status'],
      ['kag_recommendations', 'status'],
      ['kag_digest_deliveries', 'status'],
      ['kag_recommendations_new_ratio', ''],
      ['kag_recommendations_oldest_new_seconds', ''],
      ['kag_embedding_duration_seconds_count', ''],
      ['kag_search_duration_seconds_count', 'mode'],
      ['kag_unpublishable_ratio', 'entity'],
      ['kag_db_pool', 'state'],
      ['process_cpu_seconds_total', ''],
      ['nodejs_eventloop_lag_seconds', ''],
    ];
    expect(expected.map(([name]) => [name, labelsOf(all, name).join(' | ')])).toEqual(expected);

    const value = (name: string, labels: Record<string, string>) =>
      named(all, name).find(
        (sample) => JSON.stringify({ ...sample.labels, ...labels }) === JSON.stringify(sample.labels),
      )?.value;
    expect(value('kag_job_duration_seconds_count', { job_type: 'chatwoot_sync', status: 'succeeded' })).toBe(1);
    for (const event_type of ['process_started', 'process_finished'])
      expect(value('kag_process_events_total', { process: 'chatwoot_sync', event_type })).toBe(1);
    expect(value('kag_connector_requests_total', { connector: 'chatwoot', status: '200' })).toBe(
      sandbox.requests.total,
    );
    expect(value('kag_connector_errors', { connector: 'chatwoot', status: 'pending' })).toBe(1);
    const days = (name: string) => Math.floor((value(name, { job_type: 'kag_daily_pipeline' }) ?? 0) / 86_400);
    expect(days('kag_job_success_age_seconds')).toBe(3);
    expect(days('kag_job_overdue_seconds')).toBe(2);
    // Alerts wait for the pipeline and the cleaning, however often these are due.
    await server.db.database.run(`UPDATE scheduled_jobs SET cadence_seconds = 43200 WHERE project_id = $1`, [
      projectId,
    ]);
    await server.db.database.run(
      `INSERT INTO scheduled_jobs (project_id, job_type, cadence_seconds, next_run_at)
       VALUES ($1, 'retention_cleanup', 43200, now() + interval '1 hour')`,
      [projectId],
    );
    const ages = async (name: string) =>
      named(await fresh(), name).map(({ labels, value: age }) => [labels['job_type'], Math.floor(age / 86_400)]);
    expect((await ages('kag_job_success_age_seconds')).sort()).toEqual([
      ['kag_daily_pipeline', 3],
      ['retention_cleanup', 0],
    ]);
    // A job that is due less often than daily is late later.
    await server.db.database.run(`UPDATE scheduled_jobs SET cadence_seconds = 2.5 * 86400 WHERE project_id = $1`, [
      projectId,
    ]);
    expect((await ages('kag_job_overdue_seconds')).sort()).toEqual([
      ['kag_daily_pipeline', 0],
      ['retention_cleanup', 0],
    ]);
    expect(value('kag_unpublishable_ratio', { entity: 'snapshot' })).toBe(1);
    expect(value('kag_unpublishable_ratio', { entity: 'forecast' })).toBe(1 / 4);
    expect(value('kag_rag_chunks', { status: 'ready' })).toBeGreaterThan(0);
    expect(value('kag_search_duration_seconds_count', { mode: 'vector' })).toBe(1);
    expect(named(all, 'kag_queue_depth').map((sample) => sample.labels['state'])).toEqual(['queued', 'running']);
    expect(named(all, 'kag_db_pool').map((sample) => sample.labels['state'])).toEqual(['idle', 'used', 'waiting']);
    expect(value('kag_process_failed_ratio', {})).toBe(0);
  });

  it('tells of recommendations that are shown and hold, and of nothing else', async () => {
    const insert = (category: string, status: string, gate: string, hoursOld: number, ended: boolean) =>
      server.db.database.run(
        `INSERT INTO recommendations_v2 (project_id, category, priority, due_date, owner_role, status, cause, figures,
           strength, peak_strength, evidence_refs, links, suggested_template_key, signal_snapshot, forecast_snapshot,
           evidence_count, evidence_quality_score, evidence_gate_status, episode_started_at,
           episode_ended_at, created_at)
         SELECT $1, $2, 4, current_date, 'pm', $3, '', '{}', 1, 1, '[]', '[]', '', '{}', '{}', 2, 0.5, $4, at,
           CASE WHEN $6 THEN now() END, at
         FROM (SELECT now() - make_interval(hours => $5) AS at) a`,
        [projectId, category, status, gate, hoursOld, ended],
      );
    const valuesOf = async (name: string) =>
      named(await fresh(), name).map(({ labels, value }) => [labels['status'], value]);
    expect(await valuesOf('kag_recommendations_oldest_new_seconds')).toEqual([[undefined, 0]]);
    await insert('winback', 'new', 'shown', 9, true);
    await insert('winback', 'new', 'shown', 2, false);
    await insert('delivery_risk', 'new', 'hidden', 9, false);
    await insert('finance_risk', 'done', 'shown', 9, false);
    await insert('upsell_opportunity', 'acknowledged', 'shown', 9, false);
    expect((await valuesOf('kag_recommendations')).sort()).toEqual([
      ['acknowledged', 1],
      ['dismissed', 0],
      ['done', 1],
      ['new', 1],
      ['snoozed', 0],
    ]);
    expect(await valuesOf('kag_recommendations_new_ratio')).toEqual([[undefined, expect.closeTo(1 / 3, 9)]]);
    const [[, oldest] = []] = await valuesOf('kag_recommendations_oldest_new_seconds');
    expect(oldest).toBeGreaterThanOrEqual(7_200);
    expect(oldest).toBeLessThan(7_300);
  });

  it('counts a process event once, and none that was rolled back or already there', async () => {
    const count = async () =>
      named(samples(await scrape()), 'kag_process_events_total').find(
        ({ labels }) => labels['process'] === 'chatwoot_sync' && labels['event_type'] === 'process_started',
      )?.value;
    const before = (await count()) ?? 0;
    await admin.post('/connectors/chatwoot/sync').set('prefer', 'wait=55');
    expect(await count()).toBe(before + 1);
    const [row] = await server.db.database.query<{ events: number }>(
      `SELECT count(*)::int AS events FROM kag_event_log WHERE event_type = 'process_started' AND payload_json ->> 'process' = 'chatwoot_sync'`,
    );
    expect(row?.events).toBe(before + 1);
  });

  it('labels requests by the route, never by the path, and by none where there is no route', async () => {
    await admin.get(`/v1/jobs/runs/${projectId}`);
    await admin.get('/jobs/runs/nonsense?x=1');
    for (let i = 0; i < 30; i++) await admin.get(`/nowhere/${i}?secret=${i}`);
    await admin.agent.delete('/nowhere/31');
    await server.visitor().agent.post('/search').set('content-type', 'text/plain').send('x');
    await server.visitor().agent.post('/search').set('content-type', 'application/json').send('{');
    await server.visitor().get('/projects');
    const text = await scrape();
    const counted = named(samples(text), 'kag_http_request_duration_seconds_count');
    const shown = counted.map(
      ({ labels, value }) => `${labels['method']} ${labels['route']} ${labels['status']} ${value}`,
    );
    expect(shown).toEqual(
      expect.arrayContaining([
        'GET /jobs/runs/:id 404 1',
        'GET /jobs/runs/:id 400 1',
        'GET none 404 30',
        'DELETE none 404 1',
        'POST none 415 1',
        'POST none 400 1',
        'GET /projects 401 1',
        'POST /connectors/:name/sync 200 2',
      ]),
    );
    expect(text).not.toContain('nowhere');
    expect(text).not.toContain(projectId);
    expect(text).not.toMatch(/route="\/v1/);
  });

  it('asks the database at most once in 15 s for each figure, however many scrape', async () => {
    const settled = () => server.app.get(SampledGauges).settled();
    later();
    const query = jest.spyOn(server.app.get(Database), 'query');
    await Promise.all(Array.from({ length: 10 }, () => scrape()));
    await settled();
    const asked = query.mock.calls.map(([text]) => text);
    expect(asked.length).toBeGreaterThanOrEqual(5);
    expect(new Set(asked).size).toBe(asked.length);
    for (let i = 0; i < 5; i++) await scrape();
    expect(query).toHaveBeenCalledTimes(asked.length);

    await server.db.database.run(
      `INSERT INTO job_runs (project_id, job_type, trigger, status) VALUES ($1, 'of_the_test', 'request', 'queued')`,
      [projectId],
    );
    const depth = (all: Sample[]) =>
      named(all, 'kag_queue_depth')
        .map(({ labels, value }) => [labels['state'], value])
        .sort();
    const one = [
      ['queued', 1],
      ['running', 0],
    ];
    expect(depth(await fresh())).toEqual(one);
    expect(query).toHaveBeenCalledTimes(2 * asked.length);
    await server.db.database.run(`DELETE FROM job_runs WHERE job_type = 'of_the_test'`);
    expect(depth(samples(await scrape()))).toEqual(one);
    expect(depth(await fresh())).toEqual([
      ['queued', 0],
      ['running', 0],
    ]);
  });

  it('leaves out what the database does not tell, and says the rest', async () => {
    const query = jest.spyOn(server.app.get(Database), 'query').mockRejectedValue(new Error('away'));
    const all = await fresh();
    expect(named(all, 'kag_queue_depth')).toEqual([]);
    expect(named(all, 'kag_jobs_due')).toEqual([]);
    expect(named(all, 'kag_http_request_duration_seconds_count').length).toBeGreaterThan(0);
    const asked = query.mock.calls.length;
    await scrape();
    expect(query).toHaveBeenCalledTimes(asked);
    query.mockRestore();
    expect(named(await fresh(), 'kag_queue_depth')).toHaveLength(2);
  });

  it('exports what docs/reference/metrics.md tells, and nothing else', async () => {
    const page = await readFile('docs/reference/metrics.md', 'utf8');
    const rows = page.matchAll(/^\| `(\w+)` +\| (counter|gauge|histogram|summary) +\| ([^|]*)\|/gm);
    const documented = [...rows].map(([, name, type, labels]) => ({
      name: name ?? '',
      type,
      labels: [...(labels ?? '').matchAll(/`(\w+)`/g)].map(([, label]) => label ?? ''),
    }));
    const text = await scrape();
    const exported = [...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)].map(([, name, type]) => `${name} ${type}`);
    expect(documented.map(({ name, type }) => `${name} ${type}`).sort()).toEqual(exported.sort());

    const all = samples(text);
    for (const { name, labels } of documented) {
      const seen = ['', '_sum', '_count'].flatMap((suffix) => named(all, `${name}${suffix}`));
      for (const sample of seen)
        expect([name, Object.keys(sample.labels).filter((label) => label !== 'quantile')]).toEqual([name, labels]);
    }
  });

  it('tells no secrets and nobody’s name', async () => {
    await server.visitor().post('/auth/login', { username: ADMIN.username, password: 'wrong-password' });
    await admin.get('/contacts?q=somebody@example.org');
    const text = await scrape();
    expect(text).not.toMatch(/token-of-the-tests|correct-horse|wrong-password|a-secret-of-the-tests|somebody/);
    expect(text).not.toContain(ADMIN.username);
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  });
});

describe('METRICS_PER_PROJECT', () => {
  let perProject: TestApp;
  beforeAll(async () => {
    perProject = await startTestApp({ db: server.db, env: { METRICS_PER_PROJECT: 'true' } });
  });
  afterAll(() => perProject.close());

  it('tells each project’s figures apart, and of all projects together what is theirs together', async () => {
    const person = await perProject.signIn();
    const another = await project(person);
    // Its source was taken away and nothing took its place: there is nothing it could be late with.
    const detached = await project(person);
    for (const [of, lateBy] of [
      [projectId, '1 hour'],
      [another, '2 hours'],
      [detached, '3 hours'],
    ])
      await server.db.database.run(
        `INSERT INTO connector_sync_state (project_id, connector, last_success_at) VALUES ($1, 'linear', now() - $2::interval)`,
        [of, lateBy],
      );
    for (const owner of [projectId, another])
      await server.db.database.run(
        `INSERT INTO project_sources (project_id, connector, external_id, filter) VALUES ($1, 'linear', 'w', '{}')`,
        [owner],
      );
    await server.db.database.run(
      `INSERT INTO connector_errors (project_id, connector, operation, error_kind, error_message, status, dedupe_key)
       VALUES ($1, 'linear', 'sync', 'timeout', 'late', 'dead_letter', 'b')`,
      [projectId],
    );
    const all = await fresh(perProject);
    const lags = named(all, 'kag_connector_lag_seconds').filter(({ labels }) => labels['connector'] === 'linear');
    expect(Object.fromEntries(lags.map(({ labels, value }) => [labels['project'], Math.floor(value / 3600)]))).toEqual({
      [projectId]: 1,
      [another]: 2,
    });
    const overdue = async () =>
      Object.fromEntries(
        named(await fresh(perProject), 'kag_connector_overdue_seconds')
          .filter(({ labels }) => labels['connector'] === 'linear')
          .map(({ labels, value }) => [labels['project'], Math.floor(value / 1800)]),
      );
    const cycleOf = (id: string, seconds: number) =>
      server.db.database.run(
        `INSERT INTO scheduled_jobs (project_id, job_type, cadence_seconds, next_run_at)
         VALUES ($1, 'connectors_sync_cycle', $2, now() + interval '1 hour')
         ON CONFLICT (project_id, job_type) DO UPDATE SET cadence_seconds = excluded.cadence_seconds`,
        [id, seconds],
      );
    await cycleOf(another, 900);
    expect(await overdue()).toEqual({ [projectId]: 0, [another]: 2 });
    await cycleOf(another, 3600);
    expect(await overdue()).toEqual({ [projectId]: 0, [another]: 0 });
    const ofOne = (name: string) => named(all, name).map(({ labels }) => labels['project']);
    for (const name of ['kag_connector_errors', 'kag_rag_chunks', 'kag_recommendations'])
      expect([name, new Set(ofOne(name))]).toEqual([name, new Set([projectId])]);
    for (const name of ['kag_queue_depth', 'kag_jobs_due', 'kag_process_failed_ratio', 'kag_recommendations_new_ratio'])
      expect([name, new Set(ofOne(name))]).toEqual([name, new Set([undefined])]);
    expect(named(all, 'kag_job_success_age_seconds').map(({ labels }) => labels)).toContainEqual({
      job_type: 'kag_daily_pipeline',
      project: projectId,
    });
  });
});

describe('behind a proxy', () => {
  let proxied: TestApp;
  beforeAll(async () => {
    proxied = await startTestApp({ db: server.db, env: { TRUST_PROXY_HOPS: '1' } });
  });
  afterAll(() => proxied.close());

  it('answers who asks the process itself, and refuses what comes from outside', async () => {
    expect((await proxied.visitor().get('/metrics')).status).toBe(200);
    const outside = await proxied.visitor().get('/metrics').set('x-forwarded-for', '203.0.113.7');
    expect([outside.status, outside.body.error]).toEqual([401, 'unauthorized']);
  });
});

describe('METRICS_TOKEN', () => {
  let guarded: TestApp;
  beforeAll(async () => {
    guarded = await startTestApp({ db: server.db, env: { METRICS_TOKEN: 'scraper-token' } });
  });
  afterAll(() => guarded.close());

  it.each([
    undefined,
    '',
    'scraper-token',
    'Bearer',
    'Bearer ',
    'Bearer scraper-toke',
    'Bearer scraper-tokens',
    'Basic c2NyYXBlci10b2tlbg==',
  ])('shuts out %j', async (authorization) => {
    const asked = guarded.visitor().get('/metrics');
    const answer = await (authorization === undefined ? asked : asked.set('authorization', authorization));
    expect([answer.status, answer.body.error]).toEqual([401, 'unauthorized']);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.text).not.toContain('scraper-token');
  });

  it('lets its bearer in, and no session instead', async () => {
    const answer = await guarded.visitor().get('/metrics').set('authorization', 'Bearer scraper-token');
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('kag_jobs_due');
    expect((await (await guarded.signIn()).get('/metrics')).status).toBe(401);
  });
});
