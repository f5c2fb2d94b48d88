import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { KnownProject } from '../../src/kag-recommendations/domain/situation-of.js';
import { RecommendationsService } from '../../src/kag-recommendations/index.js';
import { messageRef, settled, troubled, waiting } from '../builders/recommendations.js';
import type { Client } from '../support/client.js';
import { colleague, project, stranger } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { until } from '../support/until.js';

const ROOT = '/kag/v2/recommendations';

interface Shown {
  id: string;
  project_id: string;
  project_name: string;
  project_badge_color: string;
  category: string;
  status: string;
  evidence_gate_status: string;
}

let server: TestApp;
let admin: Client;
let projectId: string;

beforeAll(async () => {
  server = await startTestApp();
  admin = await server.signIn();
});
afterAll(() => server.close());
beforeEach(async () => {
  projectId = await project(admin);
  await admin.post(`/projects/${projectId}/select`);
});

const refresh = (state: KnownProject, id = projectId, at = new Date()) =>
  server.app.get(RecommendationsService).refresh(new Map([[id, state]]), at);
const listed = async (query = '', client = admin): Promise<Shown[]> => {
  const answer = await client.get(`${ROOT}${query}`);
  expect(answer.status).toBe(200);
  return answer.body.recommendations as Shown[];
};
const made = async (state = waiting(3), id = projectId): Promise<Shown> => {
  await refresh(state, id);
  const [one] = await listed(`?project_id=${id}`);
  return one!;
};
const waitingForLock = (many: number) => async (): Promise<boolean> => {
  const waiting = await server.db.database.query(
    `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return waiting.length >= many;
};
describe('GET /kag/v2/recommendations', () => {
  it('lists what is to be done, and nothing where there is nothing', async () => {
    expect((await admin.get(ROOT)).body).toMatchObject({ recommendations: [], next_cursor: null });
    await refresh(waiting(3));
    expect(await listed()).toEqual([
      expect.objectContaining({
        project_id: projectId,
        project_name: expect.stringMatching(/^Project /),
        project_badge_color: expect.stringMatching(/^#[0-9a-f]{6}$/),
        category: 'waiting_on_client',
        status: 'new',
        due_date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
        cause: 'client_silent',
        reason: 'condition',
        title: 'Follow up: 3 working days without an answer',
        links: expect.arrayContaining([
          { url: 'https://chat.example.org/messages/1', occurred_at: '2026-03-30T10:00:00.000Z' },
        ]),
      }),
    ]);
  });

  it('keeps back what has too little evidence, unless asked', async () => {
    await refresh(waiting(3, [messageRef(1)]));
    expect(await listed()).toEqual([]);
    expect(await listed('?include_hidden=false')).toEqual([]);
    expect(await listed('?include_hidden=true')).toEqual([
      expect.objectContaining({
        evidence_gate_status: 'hidden',
        evidence_gate_reason: 'too_few_refs: 1 of 2 pieces of evidence',
      }),
    ]);
  });

  it('narrows to a status', async () => {
    const first = await made(troubled());
    await admin.post(`${ROOT}/${first.id}/status`, { status: 'done' });
    expect((await listed('?status=done')).map(({ id }) => id)).toEqual([first.id]);
    expect(await listed('?status=new')).toHaveLength(5);
    expect(await listed('?status=expired')).toEqual([]);
  });

  it('goes on page by page, over all projects of the scope or one of them', async () => {
    const other = await project(admin, `Other ${randomUUID().slice(0, 8)}`);
    const at = new Date();
    await refresh(troubled(), projectId, at);
    await refresh(troubled(), other, at);
    const walk = async (query: string) => {
      const seen: Shown[] = [];
      let cursor = '';
      do {
        const { body } = await admin.get(`${ROOT}?limit=3${query}${cursor && `&cursor=${cursor}`}`);
        seen.push(...(body.recommendations as Shown[]));
        cursor = (body.next_cursor as string | null) ?? '';
      } while (cursor);
      return seen;
    };
    const own = await walk('');
    expect([own.length, new Set(own.map(({ id }) => id)).size]).toEqual([6, 6]);
    expect(new Set(own.map(({ project_id }) => project_id))).toEqual(new Set([projectId]));
    const all = await walk('&all_projects=true');
    const both = all.filter(({ project_id }) => [projectId, other].includes(project_id));
    expect([both.length, new Set(all.map(({ id }) => id)).size]).toEqual([12, all.length]);
    const names = both.filter(({ project_id }) => project_id === other).map(({ project_name }) => project_name);
    expect(new Set(names).size).toBe(1);
    expect(names[0]).toMatch(/^Other /);
    for (const id of [projectId, other])
      expect(new Set(all.filter((one) => one.project_id === id).map((one) => one.project_badge_color)).size).toBe(1);
  });

  it.each(['status=open', 'all_projects=1', 'include_hidden=yes', 'limit=0', 'limit=201', 'cursor=e30', 'x=1'])(
    'refuses ?%s',
    async (query) => {
      expect((await admin.get(`${ROOT}?${query}`)).body).toMatchObject({ status: 400, error: 'validation_failed' });
    },
  );
});

describe('POST /kag/v2/recommendations/shown', () => {
  it('counts each time that it is seen, once for each id, and says how many there are', async () => {
    const { id } = await made();
    const viewer = (await colleague(server, 'viewer')).client;
    const body = { recommendation_ids: [id, id, randomUUID()] };
    expect((await viewer.post(`${ROOT}/shown?project_id=${projectId}`, body)).body).toMatchObject({
      ok: true,
      shown: 1,
    });
    const [first] = await listed();
    expect(first).toMatchObject({ shown_count: 1, first_shown_at: expect.any(String), status: 'new' });
    await admin.post(`${ROOT}/shown`, { recommendation_ids: [id] });
    const [second] = await listed();
    expect(second).toMatchObject({
      shown_count: 2,
      first_shown_at: (first as unknown as Record<string, unknown>)['first_shown_at'],
    });
  });

  it('reaches other projects of the scope only when asked to', async () => {
    const other = await project(admin);
    const ids = [(await made()).id, (await made(waiting(3), other)).id];
    const shown = async (more: object) =>
      (await admin.post(`${ROOT}/shown`, { recommendation_ids: ids, ...more })).body.shown as number;
    expect([await shown({}), await shown({ all_projects: true })]).toEqual([1, 2]);
  });

  it.each([
    [{}],
    [{ recommendation_ids: [] }],
    [{ recommendation_ids: ['x'] }],
    [{ recommendation_ids: 'x' }],
    [{ recommendation_ids: Array.from({ length: 201 }, () => randomUUID()) }],
    [{ recommendation_ids: [randomUUID()], all_projects: 'true' }],
    [{ recommendation_ids: [randomUUID()], shown_count: 5 }],
  ])('refuses %j', async (body) => {
    expect((await admin.post(`${ROOT}/shown`, body)).body).toMatchObject({ status: 400, error: 'validation_failed' });
  });
});

describe('POST /kag/v2/recommendations/:id/status', () => {
  const move = (id: string, status: string, client = admin) => client.post(`${ROOT}/${id}/status`, { status });

  it('moves along the lifecycle, with the time of each step, and opens again', async () => {
    const { id } = await made();
    const acknowledged = await move(id, 'acknowledged');
    expect(acknowledged.body).toMatchObject({
      ok: true,
      recommendation: { id, status: 'acknowledged', acknowledged_at: expect.any(String), completed_at: null },
    });
    expect((await move(id, 'done')).body.recommendation).toMatchObject({
      status: 'done',
      acknowledged_at: acknowledged.body.recommendation.acknowledged_at,
      completed_at: expect.any(String),
      dismissed_at: null,
    });
    expect((await move(id, 'acknowledged')).body.recommendation).toMatchObject({ completed_at: null });
    expect((await move(id, 'dismissed')).body.recommendation).toMatchObject({
      status: 'dismissed',
      completed_at: null,
      dismissed_at: expect.any(String),
    });
    await refresh(waiting(4));
    expect(await listed()).toEqual([
      expect.objectContaining({ id, status: 'dismissed', title: 'Follow up: 4 working days without an answer' }),
    ]);
  });

  it('snoozes until a day, and wants that day', async () => {
    const { id } = await made();
    const snooze = (more: object) => admin.post(`${ROOT}/${id}/status`, { status: 'snoozed', ...more });
    const problems = async (more: object) => (await snooze(more)).body.details;
    expect(await problems({})).toEqual([{ path: 'until', problem: expect.stringContaining('must be a day') }]);
    expect(await problems({ until: 'soon' })).toEqual([{ path: 'until', problem: 'must be a day such as 2026-02-03' }]);
    expect(await problems({ until: '2026-01-01' })).toEqual([
      { path: 'until', problem: 'must be a later day than today' },
    ]);
    const until = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    expect((await snooze({ until })).body.recommendation).toMatchObject({ status: 'snoozed', snoozed_until: until });
    expect((await admin.post(`${ROOT}/${id}/status`, { status: 'acknowledged' })).body.recommendation).toMatchObject({
      status: 'acknowledged',
      snoozed_until: null,
    });
  });

  it('keeps what became of it as a report of its risk, until it is taken up again', async () => {
    const { id } = await made();
    const reports = () =>
      server.db.database.query('SELECT risk_type, resolution, note FROM risk_reports WHERE recommendation_id = $1', [
        id,
      ]);
    const done = { status: 'done', resolution: 'happened', note: 'They left us waiting' };
    expect((await admin.post(`${ROOT}/${id}/status`, done)).body.recommendation).toMatchObject({
      status: 'done',
      resolution: 'happened',
      resolution_note: 'They left us waiting',
    });
    expect(await reports()).toEqual([
      { risk_type: 'client_risk', resolution: 'happened', note: 'They left us waiting' },
    ]);
    await move(id, 'acknowledged');
    expect(await reports()).toEqual([]);
    expect((await listed())[0]).toMatchObject({ resolution: null, resolution_note: null });
    const [event] = (await admin.get('/audit?action=recommendation.status')).body.events as object[];
    expect(event).toMatchObject({
      before: { status: 'done', resolution: 'happened', resolution_note: 'They left us waiting' },
      after: { status: 'acknowledged' },
    });
  });

  it.each([
    [{ status: 'acknowledged', until: '2030-01-01' }, 'until', 'goes with the status snoozed only'],
    [
      { status: 'acknowledged', resolution: 'happened' },
      'resolution',
      'goes with the statuses done and dismissed only',
    ],
    [
      { status: 'done', resolution: 'fixed' },
      'resolution',
      'must be one of happened, prevented, false_alarm, not_relevant',
    ],
    [{ status: 'done', note: 'why' }, 'note', 'goes with a resolution only'],
    [{ status: 'done', resolution: 'happened', note: 7 }, 'note', 'must be a text'],
  ])('refuses %j', async (body, path, problem) => {
    const { id } = await made();
    const answer = await admin.post(`${ROOT}/${id}/status`, body);
    expect([answer.status, answer.body.error]).toEqual([400, 'validation_failed']);
    expect(answer.body.details).toContainEqual({ path, problem });
  });

  it('refuses other moves, and says which there are', async () => {
    const { id } = await made();
    await move(id, 'done');
    for (const status of ['done', 'dismissed', 'new', 'expired'])
      expect((await move(id, status)).body).toMatchObject({
        status: 409,
        error: 'invalid_transition',
        message: `A recommendation that is done can't become ${status}; from here it may become acknowledged`,
        details: { from: 'done', to: status, allowed: ['acknowledged'] },
      });
    expect((await listed())[0]?.status).toBe('done');
    expect((await move(id, 'open')).body).toMatchObject({ status: 400, error: 'validation_failed' });
  });

  it('lets one of several people at once make a move', async () => {
    const { id } = await made();
    const { moves } = await server.db.database.transaction(async (tx) => {
      await tx.query('SELECT 1 FROM recommendations_v2 WHERE id = $1 FOR UPDATE', [id]);
      const moves = Promise.all(['done', 'dismissed', 'done'].map((status) => move(id, status)));
      // The embedded database has one session: there, none of them has begun.
      if (!server.db.embedded) await until('all wait for the row', waitingForLock(3));
      return { moves };
    });
    expect((await moves).map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it('takes up what expired, while the next episode has its own', async () => {
    const { id } = await made();
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
    await refresh(settled(), projectId, inDays(1));
    await refresh(settled(), projectId, inDays(7));
    await refresh(waiting(3), projectId, inDays(20));
    expect((await move(id, 'done')).body).toMatchObject({ status: 409, details: { allowed: ['acknowledged'] } });
    expect((await move(id, 'acknowledged')).status).toBe(200);
    expect((await listed()).map(({ status }) => status).sort()).toEqual(['acknowledged', 'new']);
  });

  it('is written down: who, what it was and what it is', async () => {
    const { id } = await made();
    await move(id, 'done');
    await move(id, 'done');
    const events = (await admin.get('/audit?action=recommendation.status')).body.events as object[];
    expect(events).toEqual([
      expect.objectContaining({
        actor_name: 'admin',
        entity_type: 'recommendation',
        entity_id: id,
        project_id: projectId,
        before: { status: 'new' },
        after: { status: 'done' },
      }),
    ]);
  });
});

describe('PATCH /kag/v2/recommendations/:id', () => {
  it('says who does it and until when, each by itself, and writes it down', async () => {
    const { id } = await made();
    const change = async (body: object) => (await admin.patch(`${ROOT}/${id}`, body)).body.recommendation;
    expect(await change({ assignee: '  olga ' })).toMatchObject({ assignee: 'olga', status: 'new' });
    expect(await change({ due_date: '2035-05-01' })).toMatchObject({ assignee: 'olga', due_date: '2035-05-01' });
    await refresh(waiting(4));
    expect((await listed())[0]).toMatchObject({ assignee: 'olga', due_date: '2035-05-01' });
    expect(await change({ assignee: null })).toMatchObject({ assignee: null, due_date: '2035-05-01' });
    const events = (await admin.get('/audit?action=recommendation.change')).body.events as object[];
    expect(events[0]).toMatchObject({
      before: { assignee: 'olga' },
      after: { assignee: null, due_date: '2035-05-01' },
    });
  });

  it.each([
    [{ assignee: '' }, 'assignee', 'must be text of 1 to 120 characters, or null'],
    [{ assignee: 'x'.repeat(121) }, 'assignee', 'must be text of 1 to 120 characters, or null'],
    [{ due_date: 'tomorrow' }, 'due_date', 'must be a day such as 2026-02-03'],
    [{ due_date: null }, 'due_date', 'must be a day such as 2026-02-03'],
    [{ due_date: '2026-01-01' }, 'due_date', 'must be today or a later day'],
    [{ status: 'done' }, 'status', 'is not a known field'],
  ])('refuses %j', async (body, path, problem) => {
    const { id } = await made();
    expect((await admin.patch(`${ROOT}/${id}`, body)).body.details).toContainEqual({ path, problem });
  });
});

describe('the language', () => {
  it('is the project’s own, at once', async () => {
    await made();
    await admin.patch(`/projects/${projectId}`, { locale: 'ru' });
    expect((await listed())[0]).toMatchObject({ title: 'Напомнить о себе: 3 рабочих дня без ответа' });
    await admin.patch(`/projects/${projectId}`, { locale: null });
    expect((await listed())[0]).toMatchObject({ title: 'Follow up: 3 working days without an answer' });
  });
});

describe('POST /kag/v2/recommendations/:id/feedback', () => {
  const say = (id: string, body: object) => admin.post(`${ROOT}/${id}/feedback`, body);

  it('keeps the last word, and writes each down', async () => {
    const { id } = await made();
    expect((await say(id, { helpful: false, note: 'Too late' })).body.recommendation).toMatchObject({
      helpful_feedback: false,
      feedback_note: 'Too late',
      status: 'new',
    });
    expect((await say(id, { helpful: true })).body.recommendation).toMatchObject({
      helpful_feedback: true,
      feedback_note: null,
    });
    await refresh(waiting(4));
    expect(await listed()).toEqual([expect.objectContaining({ helpful_feedback: true })]);
    const events = (await admin.get('/audit?action=recommendation.feedback')).body.events as object[];
    expect(events).toMatchObject([
      {
        before: { helpful_feedback: false, feedback_note: 'Too late' },
        after: { helpful_feedback: true, feedback_note: null },
      },
      { before: { helpful_feedback: null, feedback_note: null }, after: { helpful_feedback: false } },
    ]);
  });

  it('takes any text', async () => {
    const { id } = await made();
    const answer = await say(id, { helpful: true, note: 'a\0b\ud800 😀' });
    expect(answer.body.recommendation).toMatchObject({ feedback_note: 'a b\ufffd 😀' });
    expect((await say(id, { helpful: true, note: 'x'.repeat(2000) })).status).toBe(200);
  });

  it.each([[{}], [{ helpful: 'yes' }], [{ helpful: true, note: 7 }], [{ helpful: true, note: 'x'.repeat(2001) }]])(
    'refuses %j',
    async (body) => {
      expect((await say(randomUUID(), body)).body).toMatchObject({ status: 400, error: 'validation_failed' });
    },
  );
});

describe('who may', () => {
  it('is a viewer for looking, an operator for changing', async () => {
    const { id } = await made();
    const viewer = (await colleague(server, 'viewer')).client;
    await viewer.post(`/projects/${projectId}/select`);
    expect(await listed('', viewer)).toHaveLength(1);
    expect((await viewer.post(`${ROOT}/${id}/status`, { status: 'done' })).status).toBe(403);
    expect((await viewer.post(`${ROOT}/${id}/feedback`, { helpful: true })).status).toBe(403);
    expect((await viewer.patch(`${ROOT}/${id}`, { assignee: 'me' })).status).toBe(403);
    const operator = (await colleague(server, 'operator')).client;
    await operator.post(`/projects/${projectId}/select`);
    expect((await operator.post(`${ROOT}/${id}/feedback`, { helpful: true })).status).toBe(200);
    expect((await operator.post(`${ROOT}/${id}/status`, { status: 'done' })).status).toBe(200);
    expect((await server.visitor().get(ROOT)).status).toBe(401);
  });

  it('nobody of another scope, whatever they ask for', async () => {
    const { id } = await made();
    const other = await stranger(server);
    await other.client.post(`/projects/${other.projectId}/select`);
    for (const all_projects of [false, true]) {
      expect(await listed(`?all_projects=${all_projects}&include_hidden=true`, other.client)).toEqual([]);
      const seen = await other.client.post(`${ROOT}/shown`, { recommendation_ids: [id], all_projects });
      expect(seen.body.shown).toBe(0);
      for (const [path, body] of [
        ['status', { status: 'done' }],
        ['feedback', { helpful: true }],
      ] as const)
        expect((await other.client.post(`${ROOT}/${id}/${path}`, { ...body, all_projects })).body).toMatchObject({
          status: 404,
          error: 'not_found',
        });
    }
    expect((await other.client.get(`${ROOT}?project_id=${projectId}`)).body.error).toBe('project_not_found');
    expect(await listed()).toEqual([
      expect.objectContaining({ status: 'new', shown_count: 0, helpful_feedback: null }),
    ]);
  });

  it('reaches another project of the scope with all_projects only', async () => {
    const { id } = await made();
    const other = await project(admin);
    await admin.post(`/projects/${other}/select`);
    expect((await admin.post(`${ROOT}/${id}/status`, { status: 'done' })).status).toBe(404);
    const moved = await admin.post(`${ROOT}/${id}/status`, { status: 'done', all_projects: true });
    expect(moved.body.recommendation).toMatchObject({ project_id: projectId, status: 'done' });
    const noted = await admin.post(`${ROOT}/${id}/feedback`, { helpful: true, all_projects: true });
    expect(noted.body.recommendation).toMatchObject({ helpful_feedback: true });
    // In the record of the project that it belongs to.
    const events = (await admin.get(`/audit?project_id=${projectId}&action=recommendation.status`)).body.events;
    expect(events).toHaveLength(1);
  });

  it('says 404 for an id that there is not, and 400 for one that is none', async () => {
    expect((await admin.post(`${ROOT}/${randomUUID()}/status`, { status: 'done' })).body.error).toBe('not_found');
    expect((await admin.post(`${ROOT}/x/status`, { status: 'done' })).body.error).toBe('validation_failed');
  });
});
