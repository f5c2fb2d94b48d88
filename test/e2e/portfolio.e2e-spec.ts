import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../support/client.js';
import { conclude, kindOf } from '../support/concluded-projects.js';
import { addedBy, colleague, newcomer, project, stranger, type Person } from '../support/people.js';
import { standStill } from '../support/stand-still.js';
import { everyStatementDuring } from '../support/statements.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

type Row = Record<string, any>;

const NOW = new Date();
const PROJECTS = 50;
const MAX_STATEMENTS = 12;
const MAX_BYTES = 60 * 1024;

let server: TestApp;
/** An admin whose scope has fifty projects, of which a fifth is in trouble, and one of them. */
let manager: Person;
let client: Client;
let ids: string[];

beforeAll(async () => {
  server = await startTestApp();
  standStill(server, NOW);
  const made = await newcomer(server);
  manager = made;
  client = made.client;
  ids = await projectsIn(made.scopeId, PROJECTS);
  await conclude(server.db.database, ids, NOW);
});
afterAll(() => server.close());

const sql = (text: string, parameters: unknown[] = []) => server.db.database.query<Row>(text, parameters);
const projectsIn = async (scopeId: string, count: number) => {
  const rows = await sql(
    `INSERT INTO projects (account_scope_id, name)
     SELECT $1, 'Client ' || n FROM generate_series(1, $2::int) AS n RETURNING id, name`,
    [scopeId, count],
  );
  return rows.map(({ id }) => String(id));
};
const portfolio = async (query = '', by = client): Promise<Row> =>
  (await by.get(`/portfolio${query}`).expect(200)).body;
const namesOf = (answer: Row): string[] => (answer['projects'] as Row[]).map(({ name }) => name as string);

describe('GET /portfolio', () => {
  it('tells of every project what the routes about one project tell', async () => {
    const answer = await portfolio();
    expect(answer['projects']).toHaveLength(PROJECTS);
    for (const n of [0, 1, 2]) {
      const id = ids[n]!;
      const shown = (answer['projects'] as Row[]).find((one) => one['id'] === id)!;
      const of = async (path: string) => (await client.get(`${path}project_id=${id}`).expect(200)).body as Row;
      const { scores } = await of('/kag/scores?');
      for (const { score_type, value, band } of scores as Row[])
        expect(shown['scores'][score_type]).toMatchObject({ value: Math.round(10 * value) / 10, band });
      const { snapshots } = await of('/kag/snapshots?limit=60&');
      expect(shown['scores'].risk.series.toReversed()).toEqual(
        (snapshots as Row[]).map(({ scores_json }) => Math.round(Math.round(10 * scores_json.risk.value) / 10)),
      );
      const { forecasts } = await of('/kag/v2/forecast?');
      expect(shown['risks'].map((one: Row) => [one['risk_type'], one['p14'], one['base_rate'], one['words']])).toEqual(
        (forecasts as Row[]).map((one) => [one['risk_type'], one['p14'], one['base_rate'], one['words']]),
      );
      const { recommendations } = await of('/kag/v2/recommendations?');
      expect(shown['recommendations'].open.map((one: Row) => one['id']).sort()).toEqual(
        (recommendations as Row[]).map((one) => one['id']).sort(),
      );
      const { first } = shown['recommendations'];
      if (kindOf(n) === 'calm') expect(first).toBeNull();
      else expect(recommendations).toContainEqual(expect.objectContaining(first));
      const { connectors } = await of('/connectors/state?');
      for (const one of shown['connectors'] as Row[]) expect(connectors).toContainEqual(expect.objectContaining(one));
    }
  });

  it('is one request of few statements and bytes, however many projects there are', async () => {
    const few = await newcomer(server);
    await conclude(server.db.database, await projectsIn(few.scopeId, 1), NOW);
    const statementsOf = (by: Client) => everyStatementDuring(() => by.get('/portfolio').expect(200));
    const [one, many] = [await statementsOf(few.client), await statementsOf(client)];
    expect(many.length).toBeLessThanOrEqual(MAX_STATEMENTS);
    // A session is prolonged now and then, and each transaction names what its person reaches.
    const ofProjects = (sent: string[]) =>
      sent.filter((statement) => !statement.includes('sessions') && !statement.startsWith('START TRANSACTION'));
    expect(ofProjects(one)).toEqual(ofProjects(many));
    const { headers, text } = await client.get('/portfolio').set('accept-encoding', 'gzip').expect(200);
    expect(headers['content-encoding']).toBe('gzip');
    expect(gzipSync(text).byteLength).toBeLessThanOrEqual(MAX_BYTES);
  });

  it('puts those first that need somebody, and totals all of them on every page', async () => {
    const all = await portfolio();
    const attention = (all['projects'] as Row[]).map((one) => one['needs_attention'] as boolean);
    expect(attention).toEqual([...attention].sort((a, b) => Number(b) - Number(a)));
    expect(all['totals']).toMatchObject({ projects: PROJECTS, needing_attention: (2 * PROJECTS) / 5 });
    const walked: string[] = [];
    for (let cursor = ''; ;) {
      const page = await portfolio(`?limit=20${cursor}`);
      walked.push(...namesOf(page));
      expect(page['totals']).toEqual(all['totals']);
      if (page['next_cursor'] === null) break;
      cursor = `&cursor=${encodeURIComponent(page['next_cursor'] as string)}`;
    }
    expect(walked).toEqual(namesOf(all));
  });

  it('sorts by what is asked for, and refuses a cursor of another sort', async () => {
    expect(namesOf(await portfolio('?sort=name&limit=3'))).toEqual(['Client 1', 'Client 10', 'Client 11']);
    const risks = ((await portfolio('?sort=risk'))['projects'] as Row[]).map(
      (one) => one['scores'].risk.value as number,
    );
    expect(risks).toEqual([...risks].sort((a, b) => b - a));
    const { next_cursor } = await portfolio('?sort=name&limit=3');
    await client.get(`/portfolio?limit=3&cursor=${encodeURIComponent(next_cursor as string)}`).expect(400);
  });

  it('finds by name, risk, category, who does it, and whether it goes on', async () => {
    expect(namesOf(await portfolio('?q=CLIENT%205'))).toContain('Client 5');
    expect((await portfolio('?q=nothing'))['totals'].projects).toBe(0);
    const waiting = await portfolio('?category=waiting_on_client');
    expect(waiting['projects']).toHaveLength((2 * PROJECTS) / 5);
    const risky = (await portfolio('?risk=finance_risk'))['projects'] as Row[];
    expect(risky.length).toBeGreaterThan(0);
    for (const { risks } of risky)
      expect(risks).toContainEqual(expect.objectContaining({ risk_type: 'finance_risk', above_usual: true }));
    expect((await portfolio('?mine=true'))['projects']).toEqual([]);
    const first = (waiting['projects'] as Row[])[0]!;
    const { id } = (first['recommendations'].open as Row[])[0]!;
    await client
      .patch(`/kag/v2/recommendations/${id}?project_id=${first['id']}`, { assignee: manager.username })
      .expect(200);
    expect(namesOf(await portfolio('?mine=true'))).toEqual([first['name']]);
    expect(namesOf(await portfolio(`?assignee=${manager.username}`))).toEqual([first['name']]);
    await client.patch(`/projects/${ids[2]}`, { ended_on: '2026-01-01' }).expect(200);
    expect((await portfolio('?state=ended'))['projects']).toMatchObject([{ id: ids[2], ended_on: '2026-01-01' }]);
    expect((await portfolio())['totals'].projects).toBe(PROJECTS - 1);
    await client.patch(`/projects/${ids[2]}`, { ended_on: null }).expect(200);
  });

  it('speaks the language that is asked for, else each project’s own', async () => {
    const title = async (query: string) =>
      ((await portfolio(`?q=Client%201&category=waiting_on_client&sort=name&${query}`))['projects'] as Row[])[0]![
        'recommendations'
      ].first.title as string;
    expect(await title('locale=ru')).toMatch(/[а-яё]/i);
    expect(await title('locale=en')).not.toMatch(/[а-яё]/i);
    await sql(`UPDATE projects SET locale = 'ru' WHERE name LIKE 'Client 1%'`);
    expect(await title('')).toMatch(/[а-яё]/i);
    await sql(`UPDATE projects SET locale = NULL`);
  });

  it('shows nothing that has no evidence', async () => {
    const alone = await newcomer(server);
    const [id] = await projectsIn(alone.scopeId, 1);
    await conclude(server.db.database, [id!], NOW);
    await sql(`UPDATE project_snapshots SET publishable = false WHERE project_id = $1`, [id]);
    await sql(`UPDATE kag_risk_forecasts SET publishable = false WHERE project_id = $1`, [id]);
    await sql(`UPDATE recommendations_v2 SET evidence_gate_status = 'hidden' WHERE project_id = $1`, [id]);
    const [shown] = (await portfolio('', alone.client))['projects'] as Row[];
    expect(shown).toMatchObject({
      needs_attention: false,
      risks: [],
      likeliest_risk: null,
      recommendations: { open: [], first: null },
    });
    expect(new Set(shown!['scores'].project_health.series)).toEqual(new Set([null]));
    expect(shown!['scores'].project_health.change_7d).toBeNull();
  });

  it('tells nothing of a project while data leaves it', async () => {
    const alone = await newcomer(server);
    const [id] = await projectsIn(alone.scopeId, 1);
    await conclude(server.db.database, [id!], NOW);
    await sql(`UPDATE connector_sync_state SET leaving = 'all', leaving_since = now() WHERE project_id = $1`, [id]);
    const answer = await portfolio('', alone.client);
    expect(answer['projects']).toMatchObject([
      { id, leaving: true, needs_attention: false, as_of: null, last_activity_at: null, risks: [], connectors: [] },
    ]);
    expect(answer['totals'].open_recommendations).toBe(0);
    expect((await alone.client.get(`/projects/${id}/overview`)).body.error).toBe('data_leaving');
  });

  it('has the projects of one’s own account scopes, of all of them, and of no other', async () => {
    const theirs = await stranger(server);
    const [mine] = (await portfolio('?limit=1'))['projects'] as Row[];
    const guest = await addedBy(server, client, 'viewer', [mine!['account_scope_id'] as string]);
    expect((await portfolio('', guest.client))['totals'].projects).toBe(PROJECTS);
    expect(namesOf(await portfolio('', theirs.client))).toEqual(['Theirs']);
    expect(namesOf(await portfolio('?limit=200'))).not.toContain('Theirs');
  });

  it('says what to do where there is no project yet', async () => {
    const empty = await newcomer(server);
    expect(await portfolio('', empty.client)).toMatchObject({
      projects: [],
      hint: expect.stringContaining('POST /projects'),
    });
    expect(await portfolio('')).not.toHaveProperty('hint');
  });

  it('answers 304 to who has it already, until something changes', async () => {
    const { headers } = await client.get('/portfolio').expect(200);
    expect(headers['cache-control']).toBe('no-store');
    const again = () => client.get('/portfolio').set('if-none-match', headers['etag'] as string);
    const same = await again().expect(304);
    expect(same.text).toBe('');
    expect(same.headers['etag']).toBe(headers['etag']);
    await client.get('/portfolio').set('if-none-match', 'W/"another"').expect(200);
    await sql(`UPDATE kag_scores SET value = value + 1 WHERE project_id = $1 AND score_type = 'risk'`, [ids[3]]);
    await again().expect(200);
  });

  it.each([
    'sort=size',
    'risk=weather',
    'category=x',
    'state=maybe',
    'mine=perhaps',
    'locale=de',
    'q=',
    'limit=0',
    'limit=201',
  ])('refuses %s', (query) => client.get(`/portfolio?${query}`).expect(400));
});

describe('GET /projects/{id}/overview', () => {
  it('tells the same of one project', async () => {
    const { projects, series_days } = await portfolio();
    const [first] = projects as Row[];
    const { body } = await client.get(`/projects/${first!['id']}/overview`).expect(200);
    expect(body).toMatchObject({ project: first, series_days });
    const sent = await everyStatementDuring(() => client.get(`/projects/${first!['id']}/overview`).expect(200));
    expect(sent.length).toBeLessThanOrEqual(MAX_STATEMENTS);
  });

  it('is of a project that one reaches', async () => {
    const theirs = await stranger(server);
    await client.get(`/projects/${theirs.projectId}/overview`).expect(404);
    await theirs.client.get(`/projects/${theirs.projectId}/overview`).expect(200);
    const viewer = await colleague(server, 'viewer');
    const id = await project(await server.signIn());
    await viewer.client.get(`/projects/${id}/overview`).expect(200);
  });
});
