import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { dayOf, endOfDay, startOfDay } from '../../src/common/day.js';
import { DAY_MS } from '../../src/common/time-units.js';
import { EventLog, type NewEvent } from '../../src/kag-events/index.js';
import type { Client } from '../support/client.js';
import { colleague, project, stranger } from '../support/people.js';
import { messageRef } from '../support/readings.js';
import { standStill } from '../support/stand-still.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

type Row = Record<string, any>;

let server: TestApp;
let admin: Client;
let projectId: string;

const NOW = new Date();
const today = dayOf(NOW);
/** The day so many days ago. */
const ago = (days: number) => dayOf(new Date(startOfDay(today).getTime() - days * DAY_MS));
const MESSAGE = 'cwmsg:1:1';
const written = startOfDay(ago(6));

beforeAll(async () => {
  server = await startTestApp({ env: { ROLE: 'all', DISPATCH_INTERVAL_SECONDS: '3600' } });
  standStill(server, NOW);
  admin = await server.signIn();
});
afterAll(() => server.close());

/** The team writes six days ago and gets no answer. */
beforeEach(async () => {
  projectId = await project(admin);
  await admin.post(`/projects/${projectId}/select`);
  const events: NewEvent[] = [
    {
      event_type: 'message_sent',
      occurred_at: written,
      actor: 'team',
      source: 'chatwoot',
      source_ref: MESSAGE,
      source_url: null,
      source_message_id: MESSAGE,
      payload: { sender: 'team', conversation_id: 'cw:1:1', sentiment_score: 0 },
      evidence: [messageRef(MESSAGE)],
      dedupe_key: `message_sent:${MESSAGE}`,
    },
  ];
  const log = server.app.get(EventLog, { strict: false });
  await server.db.database.transaction((tx) => log.append(tx, projectId, events));
});

const refresh = (body: object = {}) => admin.post('/kag/snapshots/refresh', body).set('prefer', 'wait=55');
const list = async (query = '') => (await admin.get(`/kag/snapshots${query}`)).body as Row;
const daysOf = (answer: Row) => (answer['snapshots'] as Row[]).map((row) => row['snapshot_date'] as string);

describe('POST /kag/snapshots/refresh', () => {
  it('computes today unless it is told which day', async () => {
    const answer = await refresh();
    expect([answer.status, answer.body.result]).toEqual([
      200,
      { from: today, to: today, snapshots: 1, unpublishable: 0, outcomes: 1 },
    ]);
    const { snapshots, as_of, computed_at } = await list();
    expect(snapshots).toMatchObject([{ snapshot_date: today, publishable: true, as_of, computed_at }]);
    expect(as_of).toBe(NOW.toISOString());
    expect((await refresh({ snapshot_date: ago(3) })).body.result).toMatchObject({ from: ago(3), to: ago(3) });
    expect(daysOf(await list())).toEqual([today, ago(3)]);
  });

  it('takes 60 days at once, tells how far it is, hides days without evidence and warns once of them', async () => {
    const { result, job_run_id } = (await refresh({ from: ago(59) })).body;
    expect(result).toEqual({ from: ago(59), to: today, snapshots: 60, unpublishable: 53, outcomes: 3 });
    const { run } = (await admin.get(`/jobs/runs/${job_run_id as string}`)).body;
    expect(run).toMatchObject({ status: 'succeeded', progress: { done: 60, total: 60, unit: 'days' } });
    expect(daysOf(await list())).toEqual([0, 1, 2, 3, 4, 5, 6].map(ago));
    expect(daysOf(await list('?include_unpublished=true&limit=200'))).toHaveLength(60);
    const warnings = (await admin.get('/kag/events?type=process_warning&process=kag_snapshots_refresh')).body.events;
    expect(warnings).toHaveLength(1);
    expect(warnings[0].payload_json.details.snapshot_dates).toHaveLength(53);
  });

  it('tells each day as it was', async () => {
    await refresh({ from: ago(7), to: ago(1) });
    const { snapshots } = await list('?include_unpublished=true');
    expect(snapshots).toHaveLength(7);
    const day = (n: number) => (snapshots as Row[]).find((row) => row['snapshot_date'] === ago(n)) ?? {};
    expect(day(5)).toMatchObject({
      as_of: endOfDay(ago(5)).toISOString(),
      signals_json: { waiting_on_client_days: { status: 'ok' } },
      aggregates_json: {
        events_7d: 1,
        events_14d: 1,
        events_30d: 1,
        events_by_source_14d: { chatwoot: 1, linear: 0, attio: 0, github: 0 },
        open_issues: 0,
        blocked_issues: 0,
        overdue_issues: 0,
        pipeline_amount: 0,
        pipeline_count: 0,
      },
      evidence_refs: [messageRef(MESSAGE)],
      publishable: true,
    });
    const waiting = day(5)['signals_json'].waiting_on_client_days;
    expect(waiting.value).toBeCloseTo(2 - 1 / DAY_MS, 12);
    expect(waiting.risk).toBeCloseTo(waiting.value / 4, 12);
    expect(day(7)).toMatchObject({ evidence_refs: [], publishable: false, aggregates_json: { events_30d: 0 } });
  });

  it.each<[object, string]>([
    [{ snapshot_date: ago(-1) }, 'snapshot_date'],
    [{ snapshot_date: 'yesterday' }, 'snapshot_date'],
    [{ snapshot_date: '2026-02-30' }, 'snapshot_date'],
    [{ snapshot_date: 20260203 }, 'snapshot_date'],
    [{ snapshot_date: `${today}T00:00:00Z` }, 'snapshot_date'],
    [{ snapshot_date: today, from: ago(3) }, 'snapshot_date'],
    [{ from: ago(1), to: ago(2) }, 'from'],
    [{ from: ago(1), to: ago(-1) }, 'to'],
    [{ to: today }, 'from'],
    [{ from: ago(400) }, 'from'],
    [{ days: 3 }, 'days'],
  ])('refuses %j', async (body, path) => {
    const answer = await refresh(body);
    expect([answer.status, answer.body.error, answer.body.details?.[0]?.path]).toEqual([
      400,
      'validation_failed',
      path,
    ]);
  });

  it('is for operators', async () => {
    const { client } = await colleague(server, 'viewer');
    const path = `/kag/snapshots/refresh?project_id=${projectId}`;
    expect((await client.post(path)).body.error).toBe('forbidden');
    expect((await (await stranger(server)).client.post(path)).body.error).toBe('project_not_found');
  });
});

describe('GET /kag/snapshots', () => {
  beforeEach(async () => {
    await refresh({ from: ago(9), to: ago(1) });
  });

  it('goes on page by page, newest first', async () => {
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const page = await list(`?include_unpublished=true&limit=4${cursor}`);
      seen.push(...daysOf(page));
      if (page['next_cursor'] === null) break;
      cursor = `&cursor=${page['next_cursor'] as string}`;
    }
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map(ago));
  });

  it('has the days that are asked for, and is as fresh as the newest of all', async () => {
    const answer = await list(`?from=${ago(7)}&to=${ago(5)}`);
    expect(daysOf(answer)).toEqual([ago(5), ago(6)]);
    expect(answer['as_of']).toBe(endOfDay(ago(1)).toISOString());
    expect(daysOf(await list(`?from=${ago(7)}&to=${ago(5)}&include_unpublished=true`))).toEqual([5, 6, 7].map(ago));
    expect(daysOf(await list(`?from=${ago(5)}&to=${ago(7)}`))).toEqual([]);
  });

  it.each([
    'include_unpublished=1',
    'include_unpublished=',
    'from=0000-01-01',
    'to=2026-02-31',
    'limit=0',
    'limit=201',
    'cursor=x',
    `cursor=${Buffer.from('["2026-02-31"]').toString('base64url')}`,
    `cursor=${Buffer.from('["0000-01-01"]').toString('base64url')}`,
    'day=1',
  ])('refuses ?%s', async (query) => {
    expect((await admin.get(`/kag/snapshots?${query}`)).body).toMatchObject({
      status: 400,
      error: 'validation_failed',
    });
  });

  it('shows nothing of another project, and what there is of one without any', async () => {
    const theirs = await stranger(server);
    for (const rows of ['snapshots', 'outcomes']) {
      const answer = await theirs.client.get(`/kag/${rows}`);
      expect(answer.body).toMatchObject({ [rows]: [], next_cursor: null, as_of: null, computed_at: null });
      const asked = await theirs.client.get(`/kag/${rows}?project_id=${projectId}`);
      expect(asked.body.error).toBe('project_not_found');
      expect((await server.visitor().get(`/kag/${rows}`)).status).toBe(401);
    }
  });
});

describe('GET /kag/outcomes', () => {
  const outcomes = async (query = '') => (await admin.get(`/kag/outcomes${query}`)).body as Row;

  it('has what went wrong, newest first, with why and the evidence', async () => {
    await refresh({ from: ago(7) });
    const answer = await outcomes();
    expect(
      (answer['outcomes'] as Row[]).map(({ occurred_on, outcome_type, severity }) => [
        occurred_on,
        outcome_type,
        severity,
      ]),
    ).toEqual([
      [today, 'client_risk', 5],
      [ago(1), 'client_risk', 4],
      [ago(2), 'client_risk', 4],
    ]);
    expect(answer['outcomes'][2]).toMatchObject({
      reason: [{ key: 'waiting_days', value: expect.closeTo(5), limit: 4 }],
      evidence_refs: [messageRef(MESSAGE)],
      source: 'snapshot',
    });
    expect(answer).toMatchObject({ as_of: (await list())['as_of'], computed_at: expect.any(String) });
    expect(answer['outcomes'][0]).not.toHaveProperty('project_id');
  });

  it('goes on page by page, by type or all', async () => {
    await refresh({ from: ago(7) });
    const first = await outcomes('?outcome_type=client_risk&limit=2');
    expect(first['outcomes']).toHaveLength(2);
    const rest = await outcomes(`?outcome_type=client_risk&limit=2&cursor=${first['next_cursor'] as string}`);
    expect([rest['outcomes'].length, rest['outcomes'][0].occurred_on, rest['next_cursor']]).toEqual([1, ago(2), null]);
    expect((await outcomes('?outcome_type=scope_risk'))['outcomes']).toEqual([]);
  });

  it.each([
    'outcome_type=risk',
    'outcome_type=',
    'cursor=x',
    `cursor=${Buffer.from('["x","y"]').toString('base64url')}`,
  ])('refuses ?%s', async (query) => {
    expect((await admin.get(`/kag/outcomes?${query}`)).body).toMatchObject({ status: 400, error: 'validation_failed' });
  });
});
