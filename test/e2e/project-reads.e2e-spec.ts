import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dayOf } from '../../src/common/day.js';
import { DAY_MS } from '../../src/common/time-units.js';
import type { Client } from '../support/client.js';
import { conclude } from '../support/concluded-projects.js';
import { addDeal } from '../support/deal-rows.js';
import { addIssues } from '../support/issue-rows.js';
import { newcomer, project, stranger, type Person } from '../support/people.js';
import { addSpoken, urlOf, type SpokenRow } from '../support/spoken-rows.js';
import { standStill } from '../support/stand-still.js';
import { everyStatementDuring } from '../support/statements.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

type Row = Record<string, any>;

const NOW = new Date();
const ago = (days: number) => new Date(NOW.getTime() - days * DAY_MS);
const dayAgo = (days: number) => dayOf(ago(days));

let server: TestApp;
let manager: Person & { scopeId: string };
let client: Client;
let id: string;

const SPOKEN: SpokenRow[] = [
  { id: 1, side: 'client', name: 'Noor', content: 'When will the shop open?', sent_at: ago(9) },
  { id: 2, side: 'team', name: 'Ilse', content: 'On Friday.', sent_at: ago(8) },
  { id: 3, side: 'client', name: 'Noor', content: 'Good.', sent_at: ago(7), conversation: 342 },
  { id: 4, side: 'team', name: 'Ilse', content: 'Our own note.', sent_at: ago(6), private: true },
  { id: 5, side: 'client', name: 'Anton', content: 'Hello?', sent_at: ago(120) },
];

beforeAll(async () => {
  server = await startTestApp();
  standStill(server, NOW);
  manager = await newcomer(server);
  client = manager.client;
  id = await project(client);
  const { database } = server.db;
  await conclude(database, [id], NOW);
  await addSpoken(database, id, SPOKEN);
  await addIssues(database, id, [
    { id: 'WEB-1', title: 'Late', due: dayAgo(2), changed: '2026-01-03T00:00:00.000Z' },
    { id: 'WEB-2', title: 'Blocked', blocked: true, changed: '2026-01-02T00:00:00.000Z' },
    { id: 'WEB-3', title: 'Done', due: dayAgo(2), completed: ago(1), changed: '2026-01-04T00:00:00.000Z' },
    { id: 'WEB-4', title: 'In time', due: dayAgo(-3), changed: '2026-01-01T00:00:00.000Z' },
  ]);
  await addDeal(database, id, 'deal-1', { created: ago(90).toISOString(), status: 'open' });
  await addDeal(database, id, 'deal-2', {
    created: ago(80).toISOString(),
    status: 'won',
    closed: ago(50).toISOString(),
  });
});
afterAll(() => server.close());

const read = async (path: string): Promise<Row> =>
  (await client.get(`${path}${path.includes('?') ? '&' : '?'}project_id=${id}`).expect(200)).body;
const refused = async (path: string): Promise<string[]> => {
  const { body } = await client.get(`${path}&project_id=${id}`).expect(400);
  return (body.details as Row[]).map((detail) => String(detail['path']));
};

describe('GET /kag/scores/series', () => {
  it('has the values of the days, and what moved them', async () => {
    const { days, scores, step } = await read('/kag/scores/series');
    expect([days.length, days[0], days.at(-1), step]).toEqual([60, dayAgo(59), dayAgo(0), 1]);
    expect((scores as Row[]).map((one) => one['score_type'])).toEqual([
      'project_health',
      'risk',
      'client_value',
      'upsell_likelihood',
    ]);
    const { snapshots } = await read('/kag/snapshots?limit=60');
    const [health, , value] = scores as Row[];
    expect(health!['values']).toEqual(
      (snapshots as Row[]).map((one) => Math.round(10 * one['scores_json'].project_health.value) / 10).reverse(),
    );
    expect(health!['bands']).toContainEqual({ is: 'below', limit: 40, band: 'critical' });
    // The signals of these days are all the same.
    expect(health!['moved']).toEqual({ from: dayAgo(59), to: dayAgo(0), by: [] });
    expect(value!['moved']).toBeNull();
  });

  it('says which part moved a score', async () => {
    await server.db.database.run(
      `UPDATE project_snapshots SET signals_json = jsonb_set(signals_json, '{blockers_age,value}', '7')
       WHERE project_id = $1 AND snapshot_date = $2`,
      [id, dayAgo(3)],
    );
    const { scores } = await read(`/kag/scores/series?fields=risk&to=${dayAgo(3)}&from=${dayAgo(10)}`);
    expect(scores[0].moved.by[0]).toEqual({ key: 'blockers', points: expect.any(Number) });
    expect(scores[0].moved.by[0].points).toBeGreaterThan(0);
  });

  it('takes steps, the last one to the last day, over days without evidence too', async () => {
    const span = `from=${dayAgo(27)}&to=${dayAgo(0)}&step=7`;
    const { days, scores } = await read(`/kag/scores/series?fields=risk&${span}`);
    expect(days).toEqual([dayAgo(21), dayAgo(14), dayAgo(7), dayAgo(0)]);
    const { scores: daily } = await read(`/kag/scores/series?fields=risk&from=${dayAgo(27)}`);
    expect(scores[0].values.at(-1)).toBe(daily[0].values.at(-1));
    await server.db.database.run(
      'UPDATE project_snapshots SET publishable = snapshot_date < $2 WHERE project_id = $1 AND snapshot_date >= $2',
      [id, dayAgo(0)],
    );
    const { scores: hidden } = await read(`/kag/scores/series?fields=risk&${span}`);
    expect(hidden[0].values.at(-1)).toBe(daily[0].values.at(-2));
    await server.db.database.run('UPDATE project_snapshots SET publishable = true WHERE project_id = $1', [id]);
  });

  it('costs the same few statements however long it is', async () => {
    const sent = async (path: string) =>
      (await everyStatementDuring(() => client.get(`${path}&project_id=${id}`).expect(200))).filter((text) =>
        text.includes('project_snapshots'),
      );
    expect(await sent(`/kag/scores/series?from=${dayAgo(89)}`)).toHaveLength(2);
    expect(await sent(`/kag/signals/series?from=${dayAgo(89)}`)).toHaveLength(1);
  });

  it.each([
    ['fields=weather', 'fields'],
    ['fields=risk,risk', 'fields'],
    ['fields=', 'fields'],
    ['step=0', 'step'],
    ['step=32', 'step'],
    ['from=yesterday', 'from'],
    ['to=2999-01-01', 'to'],
    ['from=2020-01-01', 'from'],
  ])('refuses %s', async (query, path) => expect(await refused(`/kag/scores/series?${query}`)).toEqual([path]));

  it('answers 304 to those who have it already', async () => {
    const path = `/kag/scores/series?project_id=${id}`;
    const { headers } = await client.get(path).expect(200);
    await client
      .get(path)
      .set('if-none-match', headers['etag'] as string)
      .expect(304);
  });
});

describe('GET /kag/signals/series', () => {
  it('has values and thresholds', async () => {
    const { days, signals } = await read('/kag/signals/series?fields=client_sentiment,blockers_age&step=5');
    expect(days).toHaveLength(12);
    expect(signals).toMatchObject([
      { signal_key: 'client_sentiment', warn: -0.2, critical: -0.35 },
      { signal_key: 'blockers_age', warn: 3, critical: 5 },
    ]);
    expect(new Set(signals[0].values)).toEqual(new Set([1.25]));
  });
});

describe('GET /kag/v2/forecast/history', () => {
  it('has what was said of each day', async () => {
    await server.db.database.run(
      `INSERT INTO kag_risk_forecast_history (project_id, risk_type, model, p7, p14, p30, publishable, generated_at)
       SELECT $1, 'client_risk', 'base-rate', 0.1, n / 10.0, 0.3, n <> 3, $2::timestamptz - make_interval(days => n)
       FROM generate_series(0, 4) AS n`,
      [id, NOW],
    );
    await server.db.database.run(
      `UPDATE kag_risk_forecast_history SET model = (SELECT model FROM kag_risk_forecasts WHERE project_id = $1 LIMIT 1)
       WHERE project_id = $1 AND model = 'base-rate'`,
      [id],
    );
    const { model, days, forecasts } = await read(`/kag/v2/forecast/history?fields=client_risk&from=${dayAgo(4)}`);
    expect([typeof model, days.length]).toEqual(['string', 5]);
    expect(forecasts).toMatchObject([{ risk_type: 'client_risk' }]);
    expect(forecasts[0].p14.at(-1) === 0 || forecasts[0].p14.at(-1) === null).toBe(true);
    expect(forecasts[0].p14[1]).toBeNull();
  });

  it('tells forecasts in the language that is asked for', async () => {
    const words = async (locale: string) =>
      (await read(`/kag/v2/forecast?locale=${locale}`))['forecasts'][0].words as string;
    expect(await words('ru')).toMatch(/[а-яё]/i);
    expect(await words('en')).not.toMatch(/[а-яё]/i);
  });
});

describe('the timeline', () => {
  const refs = async (query: string) =>
    ((await read(`/kag/events?${query}`))['events'] as Row[]).map((event) => event['source_ref'] as string);

  it('shows what clients and teams did, newest first, and where it can be seen', async () => {
    const { events } = await read('/kag/events?kind=domain&source=chatwoot&type=message_sent&limit=200');
    const said = (events as Row[]).filter((event) => event['source_ref'] !== null);
    expect(said.map((event) => event['source_ref'])).toEqual(['cwmsg:1:3', 'cwmsg:1:2', 'cwmsg:1:1', 'cwmsg:1:5']);
    expect(said[0]!['evidence_refs']).toEqual([
      {
        message_id: 'cwmsg:1:3',
        source_table: 'cw_messages',
        source_pk: 'cwmsg:1:3',
        occurred_at: SPOKEN[2]!.sent_at.toISOString(),
        url: urlOf(SPOKEN[2]!),
      },
    ]);
  });

  it('is of a kind, of types, of a time and about one thing', async () => {
    expect(await refs('entity=cw:1:341')).toEqual(['cwmsg:1:2', 'cwmsg:1:1', 'cwmsg:1:5']);
    expect(await refs('entity=cwmsg:1:2')).toEqual(['cwmsg:1:2']);
    expect(await refs(`entity=cw:1:341&until=${ago(8.5).toISOString()}`)).toEqual(['cwmsg:1:1', 'cwmsg:1:5']);
    expect(await refs(`entity=cw:1:341&since=${ago(8.5).toISOString()}`)).toEqual(['cwmsg:1:2']);
    expect(await refs('type=message_sent,issue_blocked&entity=cwmsg:1:1')).toEqual(['cwmsg:1:1']);
    expect(await refs('type=issue_blocked,issue_created')).toEqual([]);
    expect(await refs('kind=process')).toEqual([]);
  });

  it('goes on where a page ends', async () => {
    const first = await read('/kag/events?entity=cw:1:341&limit=2');
    const next = await read(`/kag/events?entity=cw:1:341&limit=2&cursor=${first['next_cursor']}`);
    expect([...first['events'], ...next['events']].map((event: Row) => event['source_ref'])).toEqual([
      'cwmsg:1:2',
      'cwmsg:1:1',
      'cwmsg:1:5',
    ]);
    expect(next['next_cursor']).toBeNull();
  });

  it.each(['kind=weather', 'until=soon', 'type=a,B', 'entity='])('refuses %s', async (query) =>
    expect(await refused(`/kag/events?${query}`)).toHaveLength(1),
  );
});

describe('GET /issues', () => {
  const titles = async (query: string) =>
    ((await read(`/issues?${query}`))['issues'] as Row[]).map((issue) => issue['title'] as string);

  it('has open ones, latest change first, with how many are late or blocked', async () => {
    const { issues, counts } = await read('/issues');
    expect((issues as Row[]).map((issue) => [issue['title'], issue['overdue'], issue['blocked']])).toEqual([
      ['Late', true, false],
      ['Blocked', false, true],
      ['In time', false, false],
    ]);
    expect(counts).toEqual({ open: 3, overdue: 1, blocked: 1 });
  });

  it('has closed ones, late ones and blocked ones on demand, page by page', async () => {
    expect(await titles('state=closed')).toEqual(['Done']);
    expect(await titles('state=all&overdue=true')).toEqual(['Late']);
    expect(await titles('blocked=true')).toEqual(['Blocked']);
    const { next_cursor } = await read('/issues?state=all&limit=2');
    expect(await titles(`state=all&limit=2&cursor=${next_cursor}`)).toEqual(['Blocked', 'In time']);
    expect(await refused('/issues?state=late')).toEqual(['state']);
  });
});

describe('GET /deals', () => {
  it('has open ones, or those of another state', async () => {
    const ids = async (query: string) =>
      ((await read(`/deals?${query}`))['deals'] as Row[]).map((deal) => deal['id'] as string);
    expect(await ids('')).toEqual(['deal-1']);
    expect(await ids('state=won')).toEqual(['deal-2']);
    expect(await ids('state=all')).toEqual(['deal-2', 'deal-1']);
    const { next_cursor } = await read('/deals?state=all&limit=1');
    expect(await ids(`state=all&cursor=${next_cursor}`)).toEqual(['deal-1']);
  });
});

describe('GET /people', () => {
  it('has those who wrote, on both sides, those who wrote last first', async () => {
    const { people } = await read('/people');
    expect(people).toMatchObject([
      { name: 'Noor', side: 'client', messages: 2, last_at: SPOKEN[2]!.sent_at.toISOString() },
      { name: 'Ilse', side: 'team', messages: 1 },
    ]);
    expect((await read('/people?days=200'))['people']).toHaveLength(3);
    expect(await refused('/people?days=0')).toEqual(['days']);
  });
});

describe('GET /projects/{id}/overview', () => {
  it('tells all that is open in words', async () => {
    const { project: overview } = (await client.get(`/projects/${id}/overview?locale=ru`).expect(200)).body;
    expect(overview.recommendations.open.length).toBeGreaterThan(0);
    for (const one of overview.recommendations.open as Row[]) expect(one['title']).toMatch(/[а-яё]/i);
    expect(overview.recommendations.open[0]).toEqual(overview.recommendations.first);
  });
});

it('shows none of it to those who do not reach the project', async () => {
  const theirs = await stranger(server);
  for (const path of [
    '/issues',
    '/deals',
    '/people',
    '/kag/scores/series',
    '/kag/signals/series',
    '/kag/v2/forecast/history',
  ])
    await theirs.client.get(`${path}?project_id=${id}`).expect(404);
});
