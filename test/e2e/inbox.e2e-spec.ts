import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RecommendationsService } from '../../src/kag-recommendations/index.js';
import { settled, troubled, waiting } from '../builders/recommendations.js';
import type { Client } from '../support/client.js';
import { addedBy, letIn, newcomer, project, stranger, type Person } from '../support/people.js';
import { standStill } from '../support/stand-still.js';
import { everyStatementDuring } from '../support/statements.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

type Row = Record<string, any>;

const NOW = new Date();

let server: TestApp;
/** An admin whose scope has three projects: two that wait for their client, and one in trouble of all kinds. */
let manager: Person & { scopeId: string };
let client: Client;
let acme: string;
let birch: string;
let crisis: string;

beforeAll(async () => {
  server = await startTestApp();
  standStill(server, NOW);
  manager = await newcomer(server);
  client = manager.client;
  [acme, birch, crisis] = [
    await project(client, 'Acme'),
    await project(client, 'Birch & Co'),
    await project(client, 'Crisis'),
  ];
  await refresh(acme, waiting(3), new Date(NOW.getTime() - 2_000));
  await refresh(birch, waiting(6), new Date(NOW.getTime() - 1_000));
  await refresh(crisis, troubled());
});
afterAll(() => server.close());

const refresh = (id: string, known = waiting(3), at = NOW) =>
  server.app.get(RecommendationsService).refresh(new Map([[id, known]]), at);
const inbox = async (query = '', by = client): Promise<Row> =>
  (await by.get(`/recommendations${query}`).expect(200)).body as Row;
const listed = async (query = '', by = client): Promise<Row[]> => (await inbox(query, by))['recommendations'] as Row[];
const idsOf = (rows: Row[]) => rows.map(({ id }) => id as string);
const one = async (id: string, by = client): Promise<Row> =>
  (await by.get(`/recommendations/${id}`).expect(200)).body.recommendation as Row;
const decide = (id: string, body: object, version?: string, by = client) => {
  const request = by.patch(`/recommendations/${id}`, body);
  return version === undefined ? request : request.set('if-match', `"${version}"`);
};
const undo = (targets: object[], by = client) => by.post('/recommendations/undo', { recommendations: targets });
const day = (days: number) => new Date(NOW.getTime() + days * 86_400_000).toISOString().slice(0, 10);
/** A new project in which the client is waited for, and what is recommended there. */
const fresh = async (): Promise<Row> => {
  const id = await project(client, `Fresh ${randomUUID().slice(0, 8)}`);
  await refresh(id);
  const [row] = await listed(`?project=${id}`);
  return row!;
};

describe('GET /recommendations', () => {
  it('tells of all projects what the routes about one project tell, the most urgent first', async () => {
    const rows = await listed();
    expect(rows).toHaveLength(8);
    expect(rows.map(({ priority }) => priority)).toEqual(rows.map(({ priority }) => priority).sort((a, b) => b - a));
    for (const id of [acme, crisis]) {
      const { recommendations } = (await client.get(`/kag/v2/recommendations?project_id=${id}`).expect(200)).body;
      const of = rows.filter(({ project_id }) => project_id === id);
      expect(idsOf(of).sort()).toEqual(idsOf(recommendations as Row[]).sort());
      for (const { opened_at, ...row } of of) {
        expect(recommendations).toContainEqual(expect.objectContaining(row));
        expect(opened_at).toEqual(expect.any(String));
      }
    }
  });

  it('filters by each word of a recommendation, several at once, and counts under the same filters', async () => {
    const all = await inbox();
    expect(all['counts']).toEqual({ new: 8, acknowledged: 0, snoozed: 0, done: 0, dismissed: 0, expired: 0, to_do: 8 });
    const names = async (query: string) =>
      (await listed(query)).map(({ project_name }) => project_name as string).sort();
    expect(await names('?category=waiting_on_client')).toEqual(['Acme', 'Birch & Co', 'Crisis']);
    expect(await names('?category=waiting_on_client,finance_risk')).toHaveLength(4);
    expect(await names('?category=waiting_on_client&category=finance_risk')).toHaveLength(4);
    expect(await names(`?project=${acme},${birch}`)).toEqual(['Acme', 'Birch & Co']);
    expect(await names(`?owner_role=finance_lead`)).toEqual(['Crisis']);
    expect(new Set((await listed('?priority=5')).map(({ priority }) => priority))).toEqual(new Set([5]));
    expect(await names(`?due_before=${day(-1)}`)).toEqual([]);
    expect(await names(`?due_after=${day(-1)}`)).toHaveLength(8);
    expect(await names('?status=done,dismissed')).toEqual([]);
    expect(await names('?unassigned=true')).toHaveLength(8);
    expect(await names('?mine=true')).toEqual([]);
    const narrowed = await inbox(`?category=waiting_on_client&status=done`);
    expect([narrowed['recommendations'], narrowed['counts'].new]).toEqual([[], 3]);
    const [row] = await listed(`?project=${acme}`);
    await decide(row!['id'] as string, { assignee: manager.username }).expect(200);
    expect(await names('?mine=true')).toEqual(['Acme']);
    expect(await names(`?assignee=${manager.username}`)).toEqual(['Acme']);
    expect((await inbox('?mine=true'))['counts'].to_do).toBe(1);
    expect(await names('?unassigned=true')).toHaveLength(7);
    await decide(row!['id'] as string, { assignee: null }).expect(200);
  });

  it('finds by words of the client, of what is recommended, in any language, and by all of them', async () => {
    const names = async (q: string) =>
      (await listed(`?q=${encodeURIComponent(q)}`)).map(({ project_name }) => project_name as string).sort();
    expect(await names('BIRCH')).toEqual(['Birch & Co']);
    expect(await names('follow up')).toEqual(['Acme', 'Birch & Co', 'Crisis']);
    expect(await names('follow acme')).toEqual(['Acme']);
    expect(await names('бюджет')).toEqual(['Crisis']);
    expect(await names('100%')).toEqual([]);
    expect((await inbox('?q=birch'))['counts'].to_do).toBe(1);
  });

  it.each(['urgent', 'due', 'newest', 'project'])('walks all of them page by page, sorted by %s', async (sort) => {
    const whole = idsOf(await listed(`?sort=${sort}`));
    const walked: string[] = [];
    for (let cursor = ''; ;) {
      const page = await inbox(`?sort=${sort}&limit=3${cursor}`);
      walked.push(...idsOf(page['recommendations'] as Row[]));
      expect(page['counts'].to_do).toBe(whole.length);
      if (page['next_cursor'] === null) break;
      cursor = `&cursor=${encodeURIComponent(page['next_cursor'] as string)}`;
    }
    expect(walked).toEqual(whole);
    expect(new Set(walked).size).toBe(whole.length);
  });

  it('refuses what it does not know, and a cursor of another sort', async () => {
    for (const query of ['status=gone', 'priority=9', 'project=acme', 'due_before=soon', 'sort=random'])
      await client.get(`/recommendations?${query}`).expect(400);
    const { next_cursor } = await inbox('?sort=project&limit=2');
    await client.get(`/recommendations?limit=2&cursor=${encodeURIComponent(next_cursor as string)}`).expect(400);
  });

  it('speaks the language that is asked for', async () => {
    const [row] = await listed(`?project=${acme}&locale=ru`);
    expect(row!['title']).toMatch(/[а-яё]/i);
    expect((await listed(`?project=${acme}`))[0]!['title']).not.toMatch(/[а-яё]/i);
  });

  it('takes as many statements for many as for few, and answers 304 while nothing has changed', async () => {
    const statements = async (query: string) =>
      (await everyStatementDuring(() => client.get(`/recommendations${query}`).expect(200))).filter(
        (statement) => !statement.includes('sessions'),
      ).length;
    expect(await statements('?limit=1')).toBe(await statements(''));
    const { headers } = await client.get('/recommendations').expect(200);
    await client
      .get('/recommendations')
      .set('if-none-match', headers['etag'] as string)
      .expect(304);
  });

  it('shows nothing of other scopes, and lets a role count where it is held', async () => {
    const other = await stranger(server);
    await refresh(other.projectId);
    expect((await listed('', other.client)).map(({ project_id }) => project_id)).toEqual([other.projectId]);
    const [theirs] = await listed('', other.client);
    await client.get(`/recommendations/${theirs!['id']}`).expect(404);
    await client.get(`/recommendations/${theirs!['id']}/history`).expect(404);
    await decide(theirs!['id'] as string, { assignee: 'ann' }).expect(404);
    expect(await listed(`?project=${other.projectId}`)).toEqual([]);
    // Who reaches both scopes sees both in one list.
    const both = await addedBy(server, client, 'viewer');
    await letIn(server, both, other.scopeId, 'operator');
    expect((await inbox('', both.client))['counts'].to_do).toBe(9);
    // Their role counts where they have it.
    await decide(theirs!['id'] as string, { assignee: 'ann' }, undefined, both.client).expect(200);
    const [ours] = await listed(`?project=${acme}`);
    await decide(ours!['id'] as string, { assignee: 'ann' }, undefined, both.client).expect(404);
  });
});

describe('a project whose former data is being removed', () => {
  it('shows none of its recommendations, and lets none be changed, until that is done', async () => {
    const { id, project_id } = await fresh();
    const leaving = (text: string) => server.db.database.query(text, [project_id]);
    await leaving(
      `INSERT INTO connector_sync_state (project_id, connector, leaving, leaving_since) VALUES ($1, 'linear', 'all', now())`,
    );
    expect(await listed(`?project=${project_id}`)).toEqual([]);
    await client.get(`/recommendations/${id}`).expect(404);
    await decide(id as string, { status: 'done' }).expect(404);
    await leaving(`UPDATE connector_sync_state SET leaving = NULL, leaving_since = NULL WHERE project_id = $1`);
    expect(idsOf(await listed(`?project=${project_id}`))).toEqual([id]);
  });
});

describe('a recommendation', () => {
  it('names its version, which people change and figures do not', async () => {
    const { id, project_id } = await fresh();
    const first = await client.get(`/recommendations/${id}`).expect(200);
    const { version } = first.body.recommendation as Row;
    expect(first.headers['etag']).toMatch(new RegExp(`^W/"${version}\\.`));
    await client
      .get(`/recommendations/${id}`)
      .set('if-none-match', first.headers['etag'] as string)
      .expect(304);
    await refresh(project_id as string, waiting(4));
    const grown = await one(id as string);
    expect([grown['version'], grown['title']]).toEqual([version, 'Follow up: 4 working days without an answer']);
    await decide(id as string, { assignee: 'ann' }).expect(200);
    expect((await one(id as string))['version']).not.toBe(version);
  });

  it('refuses the change of a stale tab with 412, and says how it is now', async () => {
    const { id, version } = await fresh();
    const mine = await decide(id as string, { status: 'acknowledged' }, version as string).expect(200);
    const { body } = await decide(id as string, { status: 'done' }, version as string).expect(412);
    expect(body).toMatchObject({
      error: 'precondition_failed',
      details: { recommendation: { id, status: 'acknowledged', version: mine.body.recommendation.version } },
    });
    // The ETag does as well as the version, and * as well as nothing.
    const { headers } = await client.get(`/recommendations/${id}`).expect(200);
    await client
      .patch(`/recommendations/${id}`, { status: 'done' })
      .set('if-match', headers['etag'] as string)
      .expect(200);
    await client.patch(`/recommendations/${id}`, { status: 'acknowledged' }).set('if-match', '*').expect(200);
    await client.patch(`/recommendations/${id}`, { status: 'done' }).set('if-match', 'nonsense').expect(400);
  });

  it('is guarded by If-Match on the routes about one project, too', async () => {
    const { id, project_id, version } = await fresh();
    const of = (path: string) => `/kag/v2/recommendations/${id}${path}?project_id=${project_id}`;
    const stale = `"${'0'.repeat(16)}"`;
    await client.patch(of(''), { assignee: 'ann' }).set('if-match', stale).expect(412);
    await client.post(of('/status'), { status: 'done' }).set('if-match', stale).expect(412);
    await client.post(of('/feedback'), { helpful: true }).set('if-match', stale).expect(412);
    await client.post(of('/status'), { status: 'done' }).set('if-match', `"${version}"`).expect(200);
  });

  it('takes the last of two that decide at once from what they saw', async () => {
    const { id, version } = await fresh();
    const answers = await Promise.all(
      ['ann', 'bob', 'cem'].map((assignee) => decide(id as string, { assignee }, version as string)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  });

  it('stays a false alarm on that day, though a refresh opens it again, until a person says something else', async () => {
    const { id, project_id } = await fresh();
    const days = async () =>
      (
        await server.db.database.query('SELECT false_alarm_on::text AS day FROM recommendations_v2 WHERE id = $1', [id])
      )[0];
    await decide(id as string, { status: 'dismissed', resolution: 'false_alarm' }).expect(200);
    expect(await days()).toEqual({ day: day(0) });
    await refresh(project_id as string, waiting(9));
    expect(await one(id as string)).toMatchObject({ status: 'new', resolution: null, reopened_reason: 'worse' });
    await decide(id as string, { assignee: 'ann' }).expect(200);
    expect(await days()).toEqual({ day: day(0) });
    await decide(id as string, { status: 'done', resolution: 'happened' }).expect(200);
    expect(await days()).toEqual({ day: null });
  });

  it('goes back to what it was, once, with all that the change did', async () => {
    const { id, project_id } = await fresh();
    const before = await one(id as string);
    const done = {
      status: 'done',
      resolution: 'false_alarm',
      note: 'The client had answered by phone',
      assignee: 'ann',
    };
    const { recommendation } = (await decide(id as string, done).expect(200)).body as Row;
    expect(recommendation).toMatchObject({
      status: 'done',
      resolution: 'false_alarm',
      assignee: 'ann',
      can_undo: true,
    });
    const reports = () =>
      server.db.database.query('SELECT resolution FROM risk_reports WHERE recommendation_id = $1', [id]);
    expect(await reports()).toEqual([{ resolution: 'false_alarm' }]);
    expect((await undo([{ id }]).expect(200)).body).toMatchObject({ changed: 1, refused: 0 });
    const { updated_at: _then, ...kept } = before;
    expect(await one(id as string)).toMatchObject({ ...kept, can_undo: false });
    expect(await reports()).toEqual([]);
    expect((await undo([{ id }])).body.results).toMatchObject([{ id, error: 'conflict' }]);
    const { history } = (await client.get(`/recommendations/${id}/history`).expect(200)).body as Row;
    expect((history as Row[]).map(({ what, by }) => [what, by])).toEqual([
      ['undo', manager.username],
      ['status', manager.username],
    ]);
    expect((history as Row[])[1]).toMatchObject({
      before: { status: 'new' },
      after: { status: 'done', assignee: 'ann' },
    });
    // It is worked off as if nothing had been said of it.
    await refresh(project_id as string, waiting(4));
    expect((await one(id as string))['status']).toBe('new');
  });

  it('gives back the report of a risk that taking up again had removed', async () => {
    const { id } = await fresh();
    await decide(id as string, { status: 'dismissed', resolution: 'happened' }).expect(200);
    // That was four days ago, and is still the day on which it happened.
    await server.db.database.run(
      `UPDATE recommendations_v2 SET dismissed_at = dismissed_at - interval '4 days' WHERE id = $1`,
      [id],
    );
    await decide(id as string, { status: 'acknowledged' }).expect(200);
    await undo([{ id }]).expect(200);
    expect(await one(id as string)).toMatchObject({ status: 'dismissed', resolution: 'happened' });
    const sql = `SELECT resolution, to_char(reported_on, 'YYYY-MM-DD') AS reported_on FROM risk_reports WHERE recommendation_id = $1`;
    expect(await server.db.database.query(sql, [id])).toEqual([{ resolution: 'happened', reported_on: day(-4) }]);
  });

  it('is not taken back once something else has happened to it', async () => {
    const { id, project_id } = await fresh();
    await decide(id as string, { status: 'snoozed', until: day(30) }).expect(200);
    // Three days without its reason end the episode.
    await refresh(project_id as string, settled());
    await refresh(project_id as string, settled(), new Date(NOW.getTime() + 8 * 86_400_000));
    expect(await one(id as string)).toMatchObject({ status: 'expired', can_undo: false });
    expect((await undo([{ id }])).body.results).toMatchObject([{ error: 'conflict' }]);
  });
});

describe('many recommendations', () => {
  it('are changed each by itself, by as many statements as one', async () => {
    const rows = [await fresh(), await fresh(), await fresh()];
    const [first, second, third] = rows;
    await decide(second!['id'] as string, { status: 'done' }).expect(200);
    await decide(third!['id'] as string, { assignee: 'ann' }).expect(200);
    const unknown = randomUUID();
    const targets = [...rows.map(({ id, version }) => ({ id, version })), { id: unknown }];
    targets[1] = { id: second!['id'] };
    const body = { recommendations: targets, status: 'snoozed', until: day(3) };
    const answer = (await client.post('/recommendations/changes', body).expect(200)).body as Row;
    expect([answer['changed'], answer['refused']]).toEqual([1, 3]);
    expect(answer['results']).toMatchObject([
      { id: first!['id'], error: null, message: null, recommendation: { status: 'snoozed', snoozed_until: day(3) } },
      { id: second!['id'], error: 'invalid_transition', recommendation: { status: 'done' } },
      { id: third!['id'], error: 'precondition_failed', recommendation: { status: 'new', assignee: 'ann' } },
      { id: unknown, error: 'not_found', recommendation: null },
    ]);
    const undone = await undo([{ id: first!['id'] }, { id: third!['id'] }]);
    expect(undone.body).toMatchObject({ changed: 2, refused: 0 });
    const sent = async (ids: unknown[], assignee: string) =>
      (
        await everyStatementDuring(() =>
          client.post('/recommendations/changes', { recommendations: ids.map((id) => ({ id })), assignee }).expect(200),
        )
      ).length;
    expect(await sent([first!['id'], second!['id'], third!['id']], 'bob')).toBe(await sent([first!['id']], 'cem'));
  });

  it('are counted as seen, and given to people of the scope', async () => {
    const row = await fresh();
    const other = await stranger(server);
    const body = { recommendation_ids: [row['id'], randomUUID()] };
    expect((await client.post('/recommendations/shown', body).expect(200)).body.shown).toBe(1);
    expect((await other.client.post('/recommendations/shown', body).expect(200)).body.shown).toBe(0);
    expect(await one(row['id'] as string)).toMatchObject({ shown_count: 1, version: row['version'] });
    const { people } = (await client.get('/recommendations/people').expect(200)).body as Row;
    expect(people).toContainEqual({ username: manager.username, account_scope_ids: [manager.scopeId] });
    expect((people as Row[]).map(({ username }) => username)).not.toContain(other.username);
  });

  it('are refused as a whole where the request makes no sense', async () => {
    const { id } = await fresh();
    const change = (body: object) => client.post('/recommendations/changes', body).expect(400);
    await change({ recommendations: [], status: 'done' });
    await change({ recommendations: [{ id }, { id }], status: 'done' });
    await change({ recommendations: [{ id }] });
    await change({ recommendations: [{ id }], status: 'snoozed' });
    await change({ recommendations: [null], status: 'done' });
    await change({ recommendations: Array.from({ length: 101 }, () => ({ id: randomUUID() })), status: 'done' });
    await client.post('/recommendations/undo', { recommendations: [[]] }).expect(400);
    await decide(id as string, {}).expect(400);
  });
});
