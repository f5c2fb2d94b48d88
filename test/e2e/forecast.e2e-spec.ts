import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { dayOf } from '../../src/common/day.js';
import { addOnset, addOutcome, addSnapshot } from '../support/case-rows.js';
import type { Client } from '../support/client.js';
import { addForecast } from '../support/forecast-rows.js';
import { project } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { letClientWait } from '../support/waiting-client.js';

const ROOT = '/kag/v2/forecast';
const close = (value: number) => expect.closeTo(value, 9);

let server: TestApp;
let admin: Client;
let projectId: string;

beforeAll(async () => {
  server = await startTestApp({ env: { ROLE: 'all', DISPATCH_INTERVAL_SECONDS: '3600' } });
  admin = await server.signIn();
});
afterAll(() => server.close());
beforeEach(async () => {
  projectId = await project(admin);
  await admin.post(`/projects/${projectId}/select`);
});

const dayAgo = (days: number) => dayOf(new Date(Date.now() - days * 86_400_000));
const post = async (path: string, id = projectId) => {
  const { status, body } = await admin.post(`${path}?project_id=${id}`).set('prefer', 'wait=55');
  expect([path, status]).toEqual([path, 200]);
  return body.result;
};

describe('GET and POST /kag/v2/forecast', () => {
  it('says what to do while there is none, then how likely each risk is and by what', async () => {
    expect((await admin.get(ROOT)).body).toMatchObject({
      forecasts: [],
      similar_cases_top3: [],
      hint: expect.stringContaining('POST /kag/v2/forecast/refresh'),
    });
    await letClientWait(server.db.database, projectId);
    // The client is waited for 5.5 days: the floor of 0.62, and no similar case that anything became of.
    const p7 = 0.75 * 0.62;
    const p14 = p7 + 0.12 * (1 - p7);
    const p30 = p14 + 0.18 * (1 - p14);
    expect(await post(`${ROOT}/refresh`)).toMatchObject({
      touched: 4,
      unpublishable: 2,
      similar_cases: 0,
      forecasts: expect.arrayContaining([
        { risk_type: 'client_risk', p7: close(p7), p14: close(p14), p30: close(p30), publishable: true },
      ]),
      similar_cases_top3: [],
    });
    const { body } = await admin.get(ROOT);
    expect(body.hint).toBeUndefined();
    expect(body.forecasts).toMatchObject([
      {
        risk_type: 'client_risk',
        p7: close(p7),
        p14: close(p14),
        p30: close(p30),
        expected_time_to_risk_days: close((1 - p30) * 40 + 2),
        confidence: close(0.35 + 0.01 * 2),
        top_drivers: [{ key: 'waiting', weight: 0.32 }],
        evidence_refs: [{ message_id: 'm5.5' }, { message_id: 'm6' }],
        publishable: true,
        model: 'rules-v1',
        generated_at: expect.stringMatching(/Z$/),
      },
      { risk_type: 'scope_risk', publishable: true },
    ]);
    const all = (await admin.get(`${ROOT}?include_unpublished=true`)).body.forecasts;
    expect(all.map((one: Record<string, unknown>) => [one['risk_type'], one['publishable']])).toEqual([
      ['delivery_risk', false],
      ['finance_risk', false],
      ['client_risk', true],
      ['scope_risk', true],
    ]);
    const refused = await admin.get(`${ROOT}?include_unpublished=maybe`);
    expect([refused.status, refused.body.details]).toEqual([
      400,
      [{ path: 'include_unpublished', problem: 'must be true or false' }],
    ]);
  });

  it('takes what became of similar cases into account, and shows them', async () => {
    const twin = await project(admin);
    for (const id of [projectId, twin]) {
      for (const days of [3, 2, 1]) await addSnapshot(server.db.database, id, dayAgo(days));
      await post('/kag/similarity/rebuild', id);
    }
    await addOnset(server.db.database, twin, dayAgo(-1), 'client_risk', 5);
    await letClientWait(server.db.database, projectId);
    // S = 5/5 of the only case.
    const p7 = 0.75 * 0.62 + 0.25 * 1;
    const p14 = p7 + (0.12 + 0.18) * (1 - p7);
    const p30 = p14 + (0.18 + 0.22) * (1 - p14);
    const result = await post(`${ROOT}/refresh`);
    expect(result.similar_cases).toBe(1);
    const { forecasts, similar_cases_top3 } = (await admin.get(ROOT)).body;
    expect(forecasts[0]).toMatchObject({
      risk_type: 'client_risk',
      p7: close(p7),
      p14: close(p14),
      p30: close(p30),
      confidence: close(0.35 + 0.08 + 0.01 * 2),
    });
    expect(similar_cases_top3).toMatchObject([
      { case_project_id: twin, outcomes_seen: [{ outcome_type: 'client_risk', severity: 5 }] },
    ]);
  });
});

describe('GET /kag/v2/forecast/accuracy', () => {
  interface Told {
    risk_type: string;
    horizon_days: number;
    status: string;
    count: number;
    brier_score: number | null;
    calibration: object[];
  }
  const accuracy = async (): Promise<Told[]> => {
    const { status, body } = await admin.get(`${ROOT}/accuracy`);
    expect([status, body.model]).toEqual([200, 'rules-v1']);
    return body.accuracy;
  };
  const RISKS = ['delivery_risk', 'finance_risk', 'client_risk', 'scope_risk'];

  it('says of every risk and horizon that there is not enough history, while there is not', async () => {
    expect(await accuracy()).toEqual(
      RISKS.flatMap((risk_type) =>
        [7, 14, 30].map((horizon_days) => ({
          risk_type,
          horizon_days,
          status: 'not_enough_history',
          count: 0,
          brier_score: null,
          calibration: [],
        })),
      ),
    );
  });

  it('holds forecasts against what then happened', async () => {
    const sql = server.db.database;
    for (let days = 60; days >= 1; days--) await addSnapshot(sql, projectId, dayAgo(days));
    // Thirty days of forecasts, the first of 60 days ago, the last of 31 days ago.
    for (let i = 0; i < 30; i++) {
      const at = `${dayAgo(60 - i)}T12:00:00Z`;
      await addForecast(sql, projectId, at, { p7: i < 5 ? 0.9 : 0.1, p14: 0.5, p30: i < 10 ? 0 : 1 });
      if (i > 0) await addForecast(sql, projectId, at, { risk_type: 'delivery_risk' });
      await addForecast(sql, projectId, at, { risk_type: 'finance_risk', publishable: i > 0 });
    }
    // Not over yet.
    await addForecast(sql, projectId, `${dayAgo(3)}T12:00:00Z`, { p7: 0.9 });
    // Within 7 days of the forecasts 0 to 6; within 14 of 26 to 29, and within 30 of 10 to 29.
    await addOutcome(sql, projectId, dayAgo(53));
    await addOutcome(sql, projectId, dayAgo(20));
    const told = await accuracy();
    expect(told.filter(({ risk_type }) => risk_type === 'client_risk')).toEqual([
      {
        risk_type: 'client_risk',
        horizon_days: 7,
        status: 'ok',
        count: 30,
        // 5 of 0.9 and 2 of 0.1 came about, 23 of 0.1 did not
        brier_score: close((5 * 0.1 ** 2 + 2 * 0.9 ** 2 + 23 * 0.1 ** 2) / 30),
        calibration: [
          { from: 0, to: 0.2, count: 25, mean_probability: close(0.1), observed: 2 / 25 },
          { from: 0.8, to: 1, count: 5, mean_probability: close(0.9), observed: 1 },
        ],
      },
      {
        risk_type: 'client_risk',
        horizon_days: 14,
        status: 'ok',
        count: 30,
        brier_score: 0.25, // that of always saying 0.5
        calibration: [{ from: 0.4, to: 0.6, count: 30, mean_probability: 0.5, observed: close(11 / 30) }],
      },
      {
        risk_type: 'client_risk',
        horizon_days: 30,
        status: 'ok',
        count: 30,
        brier_score: close(7 / 30), // 7 of 10 that were said never to come about did
        calibration: [
          { from: 0, to: 0.2, count: 10, mean_probability: 0, observed: 0.7 },
          { from: 0.8, to: 1, count: 20, mean_probability: 1, observed: 1 },
        ],
      },
    ]);
    const missing = (risk_type: string, count: number) =>
      [7, 14, 30].map((horizon_days) => ({
        risk_type,
        horizon_days,
        status: 'not_enough_history',
        count,
        brier_score: null,
        calibration: [],
      }));
    expect(told.filter(({ risk_type }) => risk_type !== 'client_risk')).toEqual([
      ...missing('delivery_risk', 29),
      ...missing('finance_risk', 29),
      ...missing('scope_risk', 0),
    ]);
  });
});
