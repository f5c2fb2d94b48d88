import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addEvents, addSnapshot, EVIDENCE, type SnapshotValues } from '../support/case-rows.js';
import { addOnset } from '../support/forecast-rows.js';
import type { Client } from '../support/client.js';
import { PASSWORD, project, stranger } from '../support/people.js';
import { standStill } from '../support/stand-still.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { until } from '../support/until.js';

const BLOCKED: SnapshotValues = { measures: { blockers_age: 3, open_blockers: 2 } };
const NOW = new Date();
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000).toISOString();
const day = (days = 0) => daysAgo(days).slice(0, 10);

let server: TestApp;
let admin: Client;
let projectId: string;

async function start(env = {}): Promise<TestApp> {
  const started = await startTestApp({ env: { ROLE: 'all', DISPATCH_INTERVAL_SECONDS: '3600', ...env } });
  standStill(started, NOW);
  return started;
}

/** Somebody with a project in a new account scope of their own. */
async function settle(): Promise<void> {
  const owner = await stranger(server);
  [admin, projectId] = [owner.client, owner.projectId];
  await admin.post(`/projects/${projectId}/select`);
}

/** A project beside it, with a snapshot of today that its signature is made of. */
async function neighbour(name: string, values: SnapshotValues): Promise<string> {
  const id = await project(admin, name);
  await addSnapshot(server.db.database, id, day(), values);
  expect((await admin.post(`/kag/similarity/rebuild?project_id=${id}`)).status).toBe(200);
  return id;
}

describe('similar cases', () => {
  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server.close());
  beforeEach(settle);

  it('are found once signatures are taken, under both addresses', async () => {
    const { database } = server.db;
    const near = await neighbour('Near', { measures: { blockers_age: 3, open_blockers: 2, waiting_days: 1 } });
    await neighbour('Further', { measures: { blockers_age: 1.5, open_blockers: 2 } });
    await neighbour('Far', { measures: { blockers_age: 0.5, open_blockers: 2, waiting_days: 3 } });
    await neighbour('Farthest', { measures: { waiting_days: 6 } });
    await addOnset(database, near, day(-1), { risk_type: 'delivery_risk', evidence_refs: EVIDENCE });
    await addSnapshot(database, projectId, day(), BLOCKED);
    await addEvents(database, projectId, daysAgo(2), ['issue_created', 'issue_blocked']);

    const rebuilt = await admin.post('/kag/similarity/rebuild');
    expect(rebuilt.status).toBe(200);
    expect(rebuilt.body).toMatchObject({
      ok: true,
      result: {
        refreshed: 1,
        changed: 1,
        signatures: [{ window_days: 14, window_end: day(), snapshots: 1, pairs: 1, changed: true }],
        without_snapshots: [],
      },
      job_run_id: expect.any(String),
    });
    expect(rebuilt.body.result.skipped).toBeUndefined();

    for (const path of ['/kag/similar-cases', '/v1/kag/similar-cases']) {
      const answer = await admin.get(path);
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({ ok: true, window_days: 14, window_end: day(), hint: null });
      expect(answer.body.all.map((one: { case_project_name: string }) => one.case_project_name)).toEqual([
        'Near',
        'Further',
        'Far',
        'Farthest',
      ]);
      expect(answer.body.cases).toEqual(answer.body.all.slice(0, 3));
      expect(answer.body.all[0].similarity_score).toBeGreaterThan(0.8);
      expect(answer.body.followed).toContainEqual({
        risk_type: 'delivery_risk',
        cases: { came: 1, of: 1 },
        usual: { came: 1, of: 1 },
      });
      expect(answer.body.all[0]).toEqual({
        case_project_id: near,
        case_project_name: 'Near',
        window_end: day(),
        similarity_score: expect.any(Number),
        why_similar: expect.arrayContaining([{ code: 'blockers', text: 'Both have open blockers' }]),
        key_shared_patterns: [],
        outcomes_seen: [
          { outcome_type: 'delivery_risk', severity: 4, occurred_on: day(-1), evidence_refs: [expect.any(Object)] },
        ],
      });
    }
    const [russian] = (await admin.get('/kag/similar-cases?locale=ru')).body.all;
    expect(russian.why_similar).toContainEqual({ code: 'blockers', text: 'В обоих есть открытые блокеры' });
    expect((await admin.get('/kag/similar-cases?top_k=2')).body.all).toHaveLength(2);
    expect((await admin.get(`/kag/similar-cases?project_id=${near}&top_k=1`)).body.all).toMatchObject([
      { case_project_id: expect.not.stringMatching(near) },
    ]);
  });

  it('are past weeks too, after days of the past were computed in one call', async () => {
    const { database } = server.db;
    const past = await project(admin, 'Backfilled');
    for (const days of [60, 45, 41, 38, 30, 12, 2])
      await addEvents(database, past, daysAgo(days), ['message_sent', 'issue_blocked']);
    await addSnapshot(database, projectId, day(), BLOCKED);
    await admin.post('/kag/similarity/rebuild');
    const backfilled = await admin.post(`/kag/snapshots/refresh?project_id=${past}`, { from: day(59), to: day() });
    expect(backfilled.body.result).toMatchObject({ snapshots: 60 });
    const ends = await until('the windows of its weeks are there', async () => {
      const rows = await database.query<{ window_end: string }>(
        `SELECT window_end::text FROM case_signatures WHERE project_id = $1 AND window_days = 14 ORDER BY window_end`,
        [past],
      );
      return rows.length > 0 && rows.map((row) => row.window_end);
    });
    expect(ends.length).toBeGreaterThanOrEqual(9);
    expect(ends.at(-1)).toBe(day());
    expect(ends.slice(0, -1).every((end) => new Date(end).getUTCDay() === 0)).toBe(true);
    const { all } = (await admin.get('/kag/similar-cases')).body;
    expect(all).toMatchObject([{ case_project_id: past }]);
    expect(ends).toContain(all[0].window_end);
  });

  it('name the step of the runbook while there are none', async () => {
    const hint = async (query = '') => (await admin.get(`/kag/similar-cases${query}`)).body;
    expect(await hint()).toMatchObject({
      cases: [],
      all: [],
      window_end: null,
      hint: expect.stringContaining('Run POST /kag/snapshots/refresh, then POST /kag/similarity/rebuild'),
    });
    await addSnapshot(server.db.database, projectId, day(10), BLOCKED);
    expect(await hint()).toMatchObject({ hint: expect.stringContaining('no signature: the project has snapshots') });
    expect(await hint('?window_days=7')).toMatchObject({ hint: expect.stringContaining('no snapshots') });
    await admin.post('/kag/similarity/rebuild');
    expect(await hint()).toMatchObject({ window_end: day(), hint: expect.stringContaining('no other project') });
    await project(admin);
    expect(await hint()).toMatchObject({ hint: expect.stringContaining('the only other project') });
  });

  it('are of the named project, and of the named window', async () => {
    const other = await project(admin, 'Other');
    await addSnapshot(server.db.database, other, day(20), BLOCKED);
    const rebuilt = await admin.post('/kag/similarity/rebuild', { project_id: other, window_days: 30 });
    expect(rebuilt.body.result).toMatchObject({ signatures: [{ window_days: 30, snapshots: 1 }] });
    const kept = await server.db.database.query(
      'SELECT DISTINCT project_id, window_days FROM case_signatures WHERE project_id = ANY ($1)',
      [[projectId, other]],
    );
    expect(kept).toEqual([{ project_id: other, window_days: 30 }]);
    expect((await admin.get(`/kag/similar-cases?project_id=${other}&window_days=30`)).body.window_end).toBe(day());
  });

  it('are no news without snapshots: the run is skipped, and the log warns', async () => {
    const rebuilt = await admin.post('/kag/similarity/rebuild', { window_days: 7 });
    expect(rebuilt.status).toBe(200);
    expect(rebuilt.body.result).toEqual({
      skipped: 'no_snapshots',
      refreshed: 0,
      changed: 0,
      past_windows: 0,
      signatures: [],
      without_snapshots: [7],
    });
    const { events } = (await admin.get('/kag/events?type=process_warning')).body;
    expect(events).toMatchObject([
      {
        payload_json: {
          process: 'case_signatures_refresh',
          run_id: rebuilt.body.job_run_id,
          warning: expect.stringContaining('POST /kag/snapshots/refresh'),
          details: { window_days: [7] },
        },
      },
    ]);
  });

  it('have all three windows from the schedule, weekly', async () => {
    await admin.post('/jobs/scheduler/tick');
    const { jobs } = (await admin.get('/jobs/scheduler')).body;
    expect(jobs).toContainEqual(
      expect.objectContaining({ job_type: 'case_signatures_refresh', cadence_seconds: 604_800, due: false }),
    );
    await addSnapshot(server.db.database, projectId, day(), BLOCKED);
    await server.db.database.run(
      `UPDATE scheduled_jobs SET next_run_at = now() WHERE project_id = $1 AND job_type = 'case_signatures_refresh'`,
      [projectId],
    );
    await admin.post('/jobs/scheduler/tick');
    await until('the schedule took the signatures', async () => {
      const rows = await server.db.database.query<{ window_days: number }>(
        'SELECT window_days FROM case_signatures WHERE project_id = $1 ORDER BY 1',
        [projectId],
      );
      return rows.map(({ window_days }) => window_days).join() === '7,14,30';
    });
  });

  it.each([
    ['window_days=8', 'window_days'],
    ['window_days=', 'window_days'],
    ['window_days=7&window_days=14', 'window_days'],
    ['window_days=week', 'window_days'],
    ['top_k=0', 'top_k'],
    ['top_k=51', 'top_k'],
    ['top_k=1.5', 'top_k'],
    ['k=5', 'k'],
    ['locale=de', 'locale'],
    ['project_id=1', 'project_id'],
  ])('refuse ?%s', async (query, path) => {
    const answer = await admin.get(`/kag/similar-cases?${query}`);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ error: 'validation_failed', details: [{ path }] });
  });

  it.each([
    [{ window_days: 8 }, 'window_days'],
    [{ window_days: '14' }, 'window_days'],
    [{ window_days: [14] }, 'window_days'],
    [{ top_k: 5 }, 'top_k'],
    [{ project_id: 'x' }, 'project_id'],
  ])('refuse to be rebuilt with %j', async (body, path) => {
    const answer = await admin.post('/kag/similarity/rebuild', body);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ error: 'validation_failed', details: [{ path }] });
  });

  it('stay within what the user may see and do', async () => {
    await addSnapshot(server.db.database, projectId, day(), BLOCKED);
    await admin.post('/kag/similarity/rebuild');
    const username = `viewer-${randomUUID().slice(0, 8)}`;
    await admin.post('/users', { username, password: PASSWORD, role: 'viewer' });
    const viewer = await server.signIn({ username, password: PASSWORD });
    expect((await viewer.get('/kag/similar-cases')).body).toMatchObject({ window_end: day() });
    expect((await viewer.post('/kag/similarity/rebuild')).status).toBe(403);
    expect((await server.visitor().get('/kag/similar-cases')).status).toBe(401);

    const other = await stranger(server);
    await addSnapshot(server.db.database, other.projectId, day(), BLOCKED);
    await other.client.post('/kag/similarity/rebuild');
    expect((await viewer.get('/kag/similar-cases')).body).toMatchObject({
      all: [],
      hint: expect.stringContaining('no other project'),
    });
    for (const answer of [
      await viewer.get(`/kag/similar-cases?project_id=${other.projectId}`),
      await admin.post('/kag/similarity/rebuild', { project_id: other.projectId }),
    ]) {
      expect(answer.status).toBe(404);
      expect(answer.body).toMatchObject({ error: 'project_not_found' });
    }
  });
});

describe('with KAG_ENABLED=false', () => {
  beforeAll(async () => {
    server = await start({ KAG_ENABLED: 'false' });
    await settle();
  });
  afterAll(() => server.close());

  it('nothing is taken, and what is there is still shown', async () => {
    await addSnapshot(server.db.database, projectId, day(), BLOCKED);
    const rebuilt = await admin.post('/kag/similarity/rebuild');
    expect(rebuilt.status).toBe(200);
    expect(rebuilt.body.result).toEqual({ skipped: 'feature_disabled', flag: 'KAG_ENABLED' });
    const answer = await admin.get('/kag/similar-cases');
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ all: [], hint: expect.stringContaining('KAG_ENABLED is false') });
  });
});
