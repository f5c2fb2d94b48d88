import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RecommendationsService } from '../../src/kag-recommendations/index.js';
import { waiting } from '../builders/recommendations.js';
import type { Client } from '../support/client.js';
import { conclude } from '../support/concluded-projects.js';
import { addForecast, addOnset } from '../support/forecast-rows.js';
import { addedBy, newcomer, project, stranger, type Person } from '../support/people.js';
import { standStill } from '../support/stand-still.js';
import { everyStatementDuring } from '../support/statements.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

type Row = Record<string, any>;

const NOW = new Date();
const MAX_STATEMENTS = 18;

let server: TestApp;
/** An admin whose scope has two projects: one to which things happened yesterday, and one to which nothing did. */
let manager: Person & { scopeId: string };
let client: Client;
let busy: string;
let calm: string;

beforeAll(async () => {
  server = await startTestApp();
  standStill(server, NOW);
  manager = await newcomer(server);
  client = manager.client;
  [busy, calm] = [await project(client, 'Busy'), await project(client, 'Calm')];
  await conclude(server.db.database, [calm, busy], NOW);
  await sql(`DELETE FROM recommendations_v2`);
  await sql(
    `UPDATE project_snapshots SET scores_json = '{"project_health": {"known": true, "value": 70, "band": "medium"}}'`,
  );
  await health(busy, 1, 52);
  for (const [ago, p14] of [
    [8, 0.1],
    [2, 0.1],
    [1, 0.32],
  ] as const)
    await addForecast(server.db.database, busy, `${day(ago)}T12:00:00Z`, { risk_type: 'finance_risk', p14 });
  await sql(`UPDATE kag_risk_forecasts SET model = 'hazard-v1', status = 'ok' WHERE risk_type = 'finance_risk'`);
  await addOnset(server.db.database, busy, day(2), { risk_type: 'scope_risk', known: day(1) });
  await addOnset(server.db.database, busy, day(20), { risk_type: 'delivery_risk', ended: day(1) });
});
afterAll(() => server.close());

const sql = (text: string, parameters: unknown[] = []) => server.db.database.query<Row>(text, parameters);
const timeAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const day = (ago: number) => timeAgo(ago).toISOString().slice(0, 10);
const health = (id: string, ago: number, value: number) =>
  sql(
    `UPDATE project_snapshots SET scores_json = jsonb_set(scores_json, '{project_health,value}', to_jsonb($3::float8))
     WHERE project_id = $1 AND snapshot_date = $2`,
    [id, day(ago), value],
  );
const digest = async (query = '', by = client): Promise<Row> => (await by.get(`/digest${query}`).expect(200)).body;
const changesOf = (answer: Row) =>
  (answer['changes'] as Row[]).map(({ project: { name }, kind, words }) => [name, kind, words]);
/** A recommendation that opened so many days ago. */
const recommended = async (id: string, ago: number): Promise<string> => {
  await server.app.get(RecommendationsService).refresh(new Map([[id, waiting(3)]]), timeAgo(ago));
  const [row] = await sql(`SELECT id FROM recommendations_v2 WHERE project_id = $1 ORDER BY created_at DESC`, [id]);
  return row!['id'] as string;
};

describe('GET /digest', () => {
  it('tells what changed, bad news first, with where each line is shown', async () => {
    const answer = await digest();
    expect(answer).toMatchObject({ period: 'day', from: day(1), to: day(1), locale: 'en', quiet: false });
    expect(changesOf(answer)).toEqual([
      ['Busy', 'risk_came', expect.stringContaining('The scope is out of hand')],
      ['Busy', 'health_fell', 'Health fell by 18 points, to 52 of 100'],
      ['Busy', 'risk_rose', 'The chance of trouble with the money rose from 10 to 32 %'],
      ['Busy', 'risk_over', expect.stringContaining('The trouble with delivery was over on')],
    ]);
    expect(new Set((answer['changes'] as Row[]).map(({ link }) => link))).toEqual(
      new Set([`/projects/${busy}#risks`, `/projects/${busy}#lines`]),
    );
    expect(answer['summary']).toMatch(/^4 changes, /);
  });

  it('speaks Russian', async () => {
    const answer = await digest('?locale=ru');
    expect(answer['title']).toMatch(/^Сводка за /);
    expect(changesOf(answer)).toContainEqual(['Busy', 'health_fell', 'Здоровье снизилось на 18 баллов, до 52 из 100']);
  });

  it('tells who needs attention, as the portfolio does', async () => {
    const answer = await digest();
    const { body } = await client.get('/portfolio?sort=troubled').expect(200);
    const needing = (body.projects as Row[]).filter(({ needs_attention }) => needs_attention as boolean);
    expect((answer['attention'] as Row[]).map(({ project: { id } }) => id)).toEqual(needing.map(({ id }) => id));
    expect(answer['totals'].attention).toBe(body.totals.needing_attention);
    for (const { reasons } of answer['attention'] as Row[]) {
      expect(reasons.length).toBeGreaterThan(0);
      for (const { words, link } of reasons as Row[])
        expect([words, link]).toEqual([expect.any(String), expect.stringMatching(/^\/(projects|inbox)/)]);
    }
  });

  it('names the risks that are there, in its own language', async () => {
    await sql(
      `UPDATE kag_risk_forecasts SET status = 'already', since = '2026-02-03', publishable = true
       WHERE project_id = $1 AND risk_type IN ('client_risk', 'scope_risk')`,
      [busy],
    );
    const wordsIn = async (locale: string) => {
      const { attention } = await digest(`?locale=${locale}`);
      return (attention as Row[]).find(({ project: { id } }) => id === busy)!['reasons'].map(({ words }: Row) => words);
    };
    expect(await wordsIn('en')).toEqual([
      'There has been trouble with the client since 3 February',
      'The scope has been out of hand since 3 February',
    ]);
    expect(await wordsIn('ru')).toEqual([
      'С клиентом неблагополучно с 3 февраля',
      'Объём работ вне контроля с 3 февраля',
    ]);
    await sql(
      `UPDATE kag_risk_forecasts SET status = 'ok', since = NULL WHERE project_id = $1 AND status = 'already'`,
      [busy],
    );
  });

  it('says nothing of attention in days before the latest', async () => {
    await addOnset(server.db.database, calm, day(25), { risk_type: 'client_risk', ended: day(24) });
    const answer = await digest(`?date=${day(24)}`);
    expect(answer).toMatchObject({ attention: null, summary: '1 change, 0 recommendations done or dismissed.' });
    await sql(`DELETE FROM risk_onsets WHERE project_id = $1`, [calm]);
  });

  it('takes the end of a project neither for good news nor for a change of its chances', async () => {
    await sql(`UPDATE projects SET ended_on = $2, ended_by = 'person' WHERE id = $1`, [busy, day(1)]);
    expect(changesOf(await digest()).map(([, kind]) => kind)).toEqual(['risk_came', 'health_fell']);
    await sql(`UPDATE projects SET ended_on = NULL, ended_by = NULL WHERE id = $1`, [busy]);
  });

  it('tells what people did, and who', async () => {
    const id = await recommended(calm, 1);
    expect(changesOf(await digest())).toContainEqual(['Calm', 'advice_opened', expect.stringMatching(/^New: /)]);
    await client
      .post(`/kag/v2/recommendations/${id}/status?project_id=${calm}`, { status: 'done', resolution: 'prevented' })
      .expect(200);
    await sql(`UPDATE recommendations_v2 SET completed_at = completed_at - interval '1 day' WHERE id = $1`, [id]);
    const answer = await digest();
    expect(answer['done']).toMatchObject([
      {
        project: { id: calm, name: 'Calm' },
        what: 'done',
        by: manager.username,
        resolution: 'prevented',
        words: expect.stringContaining(`Done (${manager.username}): `),
        link: `/inbox?project=${calm}&status=done&open=${id}`,
      },
    ]);
    await sql(`DELETE FROM recommendations_v2`);
  });

  it('tells of recommendations whose reason is gone', async () => {
    const id = await recommended(calm, 9);
    await sql(`UPDATE recommendations_v2 SET status = 'expired', episode_ended_at = $2 WHERE id = $1`, [
      id,
      timeAgo(1),
    ]);
    expect(changesOf(await digest())).toContainEqual([
      'Calm',
      'advice_lapsed',
      expect.stringMatching(/^No longer needed: /),
    ]);
    await sql(`DELETE FROM recommendations_v2`);
  });

  it('says in words that nothing happened', async () => {
    const answer = await digest(`?date=${day(30)}`);
    expect(answer).toMatchObject({ quiet: true, changes: [], done: [], attention: null });
    expect(answer['summary']).toMatch(/^A quiet time, .*: no health moved by 10 points or more/);
  });

  it('tells of seven days', async () => {
    const answer = await digest('?period=week');
    expect(answer).toMatchObject({ period: 'week', from: day(7), to: day(1) });
    expect(changesOf(answer).map(([, kind]) => kind)).toEqual(['risk_came', 'health_fell', 'risk_rose', 'risk_over']);
    expect((await digest(`?period=week&date=${day(30)}`))['quiet']).toBe(true);
  });

  it('leaves out what has no evidence, and projects that data leaves', async () => {
    await sql(`UPDATE project_snapshots SET publishable = false WHERE project_id = $1 AND snapshot_date = $2`, [
      busy,
      day(1),
    ]);
    await sql(`UPDATE kag_risk_forecast_history SET publishable = false WHERE project_id = $1`, [busy]);
    expect(changesOf(await digest()).map(([, kind]) => kind)).toEqual(['risk_came', 'risk_over']);
    await sql(`UPDATE connector_sync_state SET leaving = 'all', leaving_since = now() WHERE project_id = $1`, [busy]);
    expect(changesOf(await digest())).toEqual([]);
    await sql(`UPDATE connector_sync_state SET leaving = NULL, leaving_since = NULL`);
    await sql(`UPDATE project_snapshots SET publishable = true`);
    await sql(`UPDATE kag_risk_forecast_history SET publishable = true`);
  });

  it('has the projects that one reaches and no other', async () => {
    const theirs = await stranger(server);
    expect(await digest('', theirs.client)).toMatchObject({ quiet: true, attention: [] });
    const viewer = await addedBy(server, client, 'viewer', [manager.scopeId]);
    expect(changesOf(await digest('', viewer.client))).toEqual(changesOf(await digest()));
  });

  it('takes few statements, however many projects there are', async () => {
    const sent = await everyStatementDuring(() => client.get('/digest').expect(200));
    expect(sent.length).toBeLessThanOrEqual(MAX_STATEMENTS);
  });

  it('answers 304 to who has it already', async () => {
    const { headers } = await client.get('/digest').expect(200);
    await client
      .get('/digest')
      .set('if-none-match', headers['etag'] as string)
      .expect(304);
  });

  it.each(['date=2026-02-30', 'date=9999-01-01', 'date=0001-01-01&period=week', 'period=month', 'locale=de', 'x=1'])(
    'refuses %s',
    (query) => client.get(`/digest?${query}`).expect(400),
  );
});
