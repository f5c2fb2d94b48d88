import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newScope } from '../../../test/support/case-rows.js';
import { addForecast, addMeasures, addOnset } from '../../../test/support/forecast-rows.js';
import { forecasting } from '../../../test/support/forecasting.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { readConfig } from '../../config/index.js';
import { MODELS } from '../domain/forecast.js';

const FIRST = '2026-01-05';
/** A Wednesday; the Sunday before it, and the one after. */
const DAY = '2026-04-15';
const [UNTIL, NEXT] = ['2026-04-12', '2026-04-19'];

let db: TestDatabase;
let projects: string[];
let scope: string;

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  projects = await newScope(db.database, 'a', 'b', 'c', 'd');
  [scope] = (await scopesOf(projects)) as [string];
  for (const [n, id] of projects.entries()) {
    const floods = n % 2 === 0;
    const measures = Array.from({ length: 100 }, (_, nth) => ({
      open_blockers: 0,
      blockers_age: 0,
      scope_requests_7d: floods && nth % 30 > 22 ? 2 : 0,
      scope_requests_28d: 2,
    }));
    await addMeasures(db.database, id, FIRST, measures);
    if (floods) await addOnset(db.database, id, '2026-02-04', { risk_type: 'scope_risk', ended: '2026-02-11' });
  }
});

const scopesOf = async (ids: readonly string[]) =>
  (
    await db.database.query<{ id: string }>(
      `SELECT DISTINCT account_scope_id AS id FROM projects WHERE id = ANY ($1::uuid[])`,
      [ids],
    )
  ).map(({ id }) => id);
const worker = (alarms = '1') =>
  forecasting(db.database, readConfig({ NODE_ENV: 'test', FORECAST_ALARMS_PER_MONTH: alarms }));
const stored = () =>
  db.database.query<{ until: string; model: string } & Record<string, unknown>>(
    `SELECT to_char(trained_until, 'YYYY-MM-DD') AS until, model, hash, coefficients, trained_on, thresholds
     FROM kag_forecast_models WHERE account_scope_id = $1 ORDER BY trained_until, model`,
    [scope],
  );

describe('the models of an account scope', () => {
  it('are made by the first who asks in a week, of all days up to its Sunday', async () => {
    const made = (await worker().models.of([scope], DAY)).get(scope)!;
    expect(made).toMatchObject({
      trained_until: UNTIL,
      champion: { model: 'hazard-v1', why: 'too_little_to_tell' },
      trained_on: { projects: 4, days: 4 * 98, onsets: { scope_risk: 2, client_risk: 0 } },
    });
    expect(made.models['hazard-v1'].risks.scope_risk).toMatchObject({ basis: 'blended', onsets: 2 });
    expect((await stored()).map(({ until, model }) => `${until} ${model}`)).toEqual(
      [...MODELS].sort().map((model) => `${UNTIL} ${model}`),
    );
  });

  it('stay for the week, whatever comes, and are other ones in the next', async () => {
    await worker().models.of([scope], DAY);
    const before = await stored();
    await addOnset(db.database, projects[1]!, '2026-03-02', { ended: '2026-03-09' });
    await worker().models.of([scope], DAY);
    expect(await stored()).toEqual(before);
    await worker().models.of([scope], '2026-04-20');
    expect(new Set((await stored()).map(({ until }) => until))).toEqual(new Set([UNTIL, NEXT]));
  });

  it('are the same bytes, whoever makes them of the same days', async () => {
    await worker().models.of([scope], DAY);
    const first = await stored();
    await db.database.run(`DELETE FROM kag_forecast_models WHERE account_scope_id = $1`, [scope]);
    await worker().models.of([scope], DAY);
    expect(JSON.stringify(await stored())).toBe(JSON.stringify(first));
  });

  it('are one, where ten ask at once, of two workers', async () => {
    const [one, other] = [worker(), worker()];
    const asked = Array.from({ length: 10 }, (_, n) => (n % 2 === 0 ? one : other).models.of([scope], DAY));
    const hashes = (await Promise.all(asked)).map((models) => models.get(scope)!.models['hazard-v1'].hash);
    expect(new Set(hashes).size).toBe(1);
    expect(await stored()).toHaveLength(MODELS.length);
  });

  it('are what is shipped where nothing is known', async () => {
    const [alone] = await scopesOf(await newScope(db.database, 'new'));
    const made = (await worker().models.of([alone!], DAY)).get(alone!)!;
    expect(made.models['hazard-v1'].risks.scope_risk).toMatchObject({ basis: 'prior', onsets: 0 });
    expect(made.trained_on).toMatchObject({ projects: 0, days: 0, marks: {} });
  });

  it('are served by what they said in the last 90 days', async () => {
    for (const [n, day] of ['02', '04', '06', '09', '11', '13', '16', '18', '20', '23'].entries())
      await addOnset(db.database, projects[1]!, `2026-03-${day}`, {
        risk_type: n % 2 === 0 ? 'client_risk' : 'delivery_risk',
        ended: `2026-03-${day}`,
      });
    for (const [model, p] of [
      ['base-rate', 0.2],
      ['rules-v2', 0.05],
      ['hazard-v1', 0.4],
    ] as const)
      await addForecast(db.database, projects[0]!, '2026-03-05T12:00:00Z', { model, p7: p, p14: p, p30: p });
    const { champion, log_loss } = (await worker().models.of([scope], DAY)).get(scope)!;
    expect(champion).toEqual({ model: 'rules-v2', why: 'best_log_loss' });
    expect(log_loss['rules-v2']).toBeCloseTo(-Math.log(0.95), 9);
  });

  it('let a threshold fall where more alarms are allowed', async () => {
    const few = (await worker('0').models.of([scope], DAY)).get(scope)!.thresholds;
    const many = (await worker('30').models.of([scope], '2026-04-20')).get(scope)!.thresholds;
    expect(few.scope_risk).toBeGreaterThan(0.9);
    expect(many.scope_risk).toBeLessThan(0.5);
  });

  it('are not made by who only reads them', async () => {
    expect(await worker().models.served(scope)).toBeNull();
    const { champion, trained_on, log_loss } = (await worker().models.of([scope], DAY)).get(scope)!;
    const { projects: trained, days } = trained_on;
    expect(await worker().models.served(scope)).toEqual({
      ...champion,
      trained_until: UNTIL,
      projects: trained,
      days,
      log_loss,
    });
  });
});
