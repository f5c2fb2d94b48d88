import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { dayOf } from '../../src/common/day.js';
import { addSnapshot } from '../support/case-rows.js';
import type { Client } from '../support/client.js';
import { addForecast, addMeasures, addOnset } from '../support/forecast-rows.js';
import { standStill } from '../support/stand-still.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { until } from '../support/until.js';
import { letClientWait } from '../support/waiting-client.js';

const NOW = new Date();
const ROOT = '/kag/v2/forecast';
const close = (value: number) => expect.closeTo(value, 9);

let server: TestApp;
let admin: Client;
let projectId: string;
let scopeKey: string;

beforeAll(async () => {
  server = await startTestApp({ env: { ROLE: 'all', DISPATCH_INTERVAL_SECONDS: '3600' } });
  standStill(server, NOW);
  admin = await server.signIn();
});
afterAll(() => server.close());
beforeEach(async () => {
  // Models are those of an account scope: each test has its own.
  scopeKey = `scope-${randomUUID().slice(0, 8)}`;
  projectId = await projectInScope();
  await admin.post(`/projects/${projectId}/select`);
});

async function projectInScope(): Promise<string> {
  const made = await admin.post('/projects', { name: `Project ${randomUUID()}`, account_scope_key: scopeKey });
  return made.body.project.id as string;
}
const dayAgo = (days: number) => dayOf(new Date(NOW.getTime() - days * 86_400_000));
const post = async (path: string, id = projectId) => {
  const { status, body } = await admin.post(`${path}?project_id=${id}`).set('prefer', 'wait=55');
  expect([path, status]).toEqual([path, 200]);
  return body.result;
};

/** Thirty calm days up to yesterday. */
const calmDays = (id = projectId) =>
  addMeasures(
    server.db.database,
    id,
    dayAgo(30),
    Array.from({ length: 30 }, () => ({
      waiting_days: 0,
      answer_minutes: 60,
      scope_requests_7d: 0,
      scope_requests_28d: 0,
    })),
  );
const byRisk = <T extends { risk_type: string }>(forecasts: T[]) =>
  Object.fromEntries(forecasts.map((one) => [one.risk_type, one])) as Record<string, T>;

describe('GET and POST /kag/v2/forecast', () => {
  it('says what to do while there is none, then how likely each risk is and by what', async () => {
    expect((await admin.get(ROOT)).body).toMatchObject({
      forecasts: [],
      served: null,
      similar_cases_top3: [],
      hint: expect.stringContaining('POST /kag/v2/forecast/refresh'),
    });
    await calmDays();
    await letClientWait(server.db.database, projectId);
    // The client is waited for longer than the four working days from which on that is trouble.
    expect(await post(`${ROOT}/refresh`)).toMatchObject({
      touched: 4,
      unpublishable: 0,
      already: 1,
      similar_cases: 0,
      forecasts: expect.arrayContaining([
        {
          risk_type: 'client_risk',
          status: 'already',
          since: expect.any(String),
          p7: null,
          p14: null,
          p30: null,
          publishable: true,
        },
      ]),
      similar_cases_top3: [],
    });
    const { body } = await admin.get(ROOT);
    expect(body.hint).toBeUndefined();
    expect(body.served).toMatchObject({ model: 'hazard-v1', why: 'too_little_to_tell', projects: expect.any(Number) });
    expect(body.forecasts.map((one: { risk_type: string }) => one.risk_type)).toEqual([
      'delivery_risk',
      'finance_risk',
      'client_risk',
      'scope_risk',
    ]);
    const { client_risk, finance_risk, scope_risk } = byRisk<any>(body.forecasts);
    expect(client_risk).toMatchObject({
      status: 'already',
      p7: null,
      interval: null,
      drivers: [],
      words: expect.stringMatching(/^It is there, since \d+ \w+\.$/),
      evidence_refs: [{ message_id: 'm5.5' }, { message_id: 'm6' }],
      publishable: true,
      model: 'hazard-v1',
      generated_at: expect.stringMatching(/Z$/),
    });
    expect(finance_risk).toMatchObject({ status: 'not_enough_history', p14: null });
    expect(finance_risk!.words).toContain('Nothing can be said yet');
    expect(scope_risk).toMatchObject({ status: 'ok', basis: 'prior', onsets_seen: 0, since: null, publishable: true });
    // A healthy project gets what is usual, and that it is just that.
    expect(scope_risk!.words).toMatch(/^\d % within 14 days, no more than what is usual/);
    for (const key of ['p7', 'p14', 'p30'])
      expect(
        scope_risk!.drivers.reduce(
          (sum: number, { points }: any) => sum + points[key],
          100 * scope_risk!.base_rate[key],
        ),
      ).toBeCloseTo(100 * scope_risk![key], 8);
    expect(scope_risk!.drivers[0]).toEqual({
      key: expect.any(String),
      value: 0,
      points: { p7: expect.any(Number), p14: expect.any(Number), p30: expect.any(Number) },
      words: expect.any(String),
    });
    const refused = await admin.get(`${ROOT}?include_unpublished=maybe`);
    expect([refused.status, refused.body.details]).toEqual([
      400,
      [{ path: 'include_unpublished', problem: 'must be true or false' }],
    ]);
  });

  it('shows similar cases beside, which move nothing', async () => {
    const twin = await projectInScope();
    for (const id of [projectId, twin]) {
      for (const days of [3, 2, 1]) await addSnapshot(server.db.database, id, dayAgo(days));
      await post('/kag/similarity/rebuild', id);
    }
    await calmDays();
    const before = (await post(`${ROOT}/refresh`)).forecasts;
    await addOnset(server.db.database, twin, dayAgo(2), { risk_type: 'scope_risk' });
    const result = await post(`${ROOT}/refresh`);
    expect([result.similar_cases, result.forecasts]).toEqual([1, before]);
    expect((await admin.get(ROOT)).body.similar_cases_top3).toMatchObject([{ case_project_id: twin }]);
  });
});

describe('GET /kag/v2/forecast/accuracy', () => {
  interface Accuracy {
    risk_type: string;
    horizon_days: number;
    status: string;
    count: number;
    brier_score: number | null;
    calibration: object[];
  }
  const accuracy = async (): Promise<Accuracy[]> => {
    const { status, body } = await admin.get(`${ROOT}/accuracy`);
    expect(status).toBe(200);
    return body.accuracy;
  };
  const RISKS = ['delivery_risk', 'finance_risk', 'client_risk', 'scope_risk'];
  const missing = (risk_type: string, count: number) =>
    [7, 14, 30].map((horizon_days) => ({
      risk_type,
      horizon_days,
      status: 'not_enough_history',
      count,
      base_rate: null,
      brier_score: null,
      base_rate_brier_score: null,
      skill: null,
      calibration: [],
    }));

  it('says of every risk and horizon that there is not enough history, while there is not', async () => {
    expect(await accuracy()).toEqual(RISKS.flatMap((risk_type) => missing(risk_type, 0)));
  });

  it('holds forecasts against what then happened', async () => {
    const sql = server.db.database;
    for (let days = 77; days >= 1; days--) await addSnapshot(sql, projectId, dayAgo(days));
    // Forty days of forecasts, the first of 77 days ago; the last, of 38 days ago, is over by the last Sunday.
    for (let i = 0; i < 40; i++) {
      const at = `${dayAgo(77 - i)}T12:00:00Z`;
      await addForecast(sql, projectId, at, { p7: i < 5 ? 0.9 : 0.1, p14: 0.5, p30: i < 10 ? 0 : 1 });
      await addForecast(sql, projectId, at, { model: 'base-rate', p7: 0.25, p14: 0.5, p30: 0.5 });
      if (i < 29) await addForecast(sql, projectId, at, { risk_type: 'delivery_risk' });
      await addForecast(sql, projectId, at, { risk_type: 'finance_risk', publishable: i < 29 });
    }
    // Not over yet.
    await addForecast(sql, projectId, `${dayAgo(3)}T12:00:00Z`, { p7: 0.9 });
    // The first is there on the day of forecast 10, and none can begin in the week after it: 10 to 16 are not
    // judged.
    await addOnset(sql, projectId, dayAgo(67), { ended: dayAgo(67) });
    await addOnset(sql, projectId, dayAgo(27));
    // They are judged when the week's models are made, which the first refresh of a week does.
    await post(`${ROOT}/refresh`);
    const measured = await accuracy();
    expect(measured.filter(({ risk_type }) => risk_type === 'client_risk')).toEqual([
      {
        risk_type: 'client_risk',
        horizon_days: 7,
        status: 'ok',
        count: 33,
        base_rate: close(7 / 33),
        // Forecasts 3 to 9 came about: 2 of 0.9 and 5 of 0.1; 3 of 0.9 and 23 of 0.1 did not.
        brier_score: close((2 * 0.1 ** 2 + 5 * 0.9 ** 2 + 3 * 0.9 ** 2 + 23 * 0.1 ** 2) / 33),
        base_rate_brier_score: close((7 * 0.75 ** 2 + 26 * 0.25 ** 2) / 33),
        skill: close(1 - (25 * 0.1 ** 2 + 8 * 0.9 ** 2) / (7 * 0.75 ** 2 + 26 * 0.25 ** 2)),
        calibration: [
          { from: 0, to: 0.2, count: 28, mean_probability: close(0.1), observed: close(5 / 28) },
          { from: 0.8, to: 1, count: 5, mean_probability: close(0.9), observed: close(2 / 5) },
        ],
      },
      {
        risk_type: 'client_risk',
        horizon_days: 14,
        status: 'ok',
        count: 33,
        base_rate: close(14 / 33),
        brier_score: 0.25, // that of always saying 0.5
        base_rate_brier_score: 0.25,
        skill: 0,
        calibration: [{ from: 0.4, to: 0.6, count: 33, mean_probability: 0.5, observed: close(14 / 33) }],
      },
      {
        risk_type: 'client_risk',
        horizon_days: 30,
        status: 'ok',
        count: 33,
        base_rate: close(30 / 33),
        brier_score: close(13 / 33), // 10 that were said never to come about did, and 3 that were sure to did not
        base_rate_brier_score: 0.25,
        skill: close(1 - 13 / 33 / 0.25),
        calibration: [
          { from: 0, to: 0.2, count: 10, mean_probability: 0, observed: 1 },
          { from: 0.8, to: 1, count: 23, mean_probability: 1, observed: close(20 / 23) },
        ],
      },
    ]);
    expect(measured.filter(({ risk_type }) => risk_type !== 'client_risk')).toEqual([
      ...missing('delivery_risk', 29),
      ...missing('finance_risk', 29),
      ...missing('scope_risk', 0),
    ]);
  });

  it('answers on day one, once days of the past were kept', async () => {
    await admin.post(`/kag/snapshots/refresh?project_id=${projectId}`, { from: dayAgo(60) }).set('prefer', 'wait=55');
    const run = async () => {
      const { body } = await admin.get(`/jobs/runs?job_type=kag_forecast_backfill&project_id=${projectId}`);
      return body.runs[0];
    };
    await until('past days are forecast', async () => (await run())?.status === 'succeeded');
    expect(await run()).toMatchObject({ result: { weeks: expect.any(Number) }, trigger: expect.any(String) });
    const { body } = await admin.get(`${ROOT}/accuracy`);
    expect(body.served).toMatchObject({ model: 'hazard-v1', why: 'too_little_to_tell' });
    // Of an empty project nothing is said; the models are there all the same.
    expect(body.accuracy).toHaveLength(12);
  });
});
