import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newScope } from '../../../test/support/case-rows.js';
import { addForecast, addMeasures, addOnset } from '../../../test/support/forecast-rows.js';
import { forecasting } from '../../../test/support/forecasting.js';
import { statementsOf } from '../../../test/support/statements.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { readConfig } from '../../config/index.js';

const FIRST = '2026-01-05';
const DAYS = 60;
/** A Friday, the day after the last one that is kept. */
const NOW = new Date('2026-03-06T12:00:00Z');

let db: TestDatabase;
let mine: string;
let theirs: string;

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  [mine, theirs] = (await newScope(db.database, 'mine', 'theirs')) as [string, string];
  for (const id of [mine, theirs])
    await addMeasures(
      db.database,
      id,
      FIRST,
      Array.from({ length: DAYS }, (_, nth) => ({ scope_requests_7d: nth % 3, scope_requests_28d: 4 })),
    );
});

const work = (projectId: string, options = {}) =>
  forecasting(db.database, readConfig({ NODE_ENV: 'test', WORKING_DAYS: 'mon-sun' })).backfill.run(
    projectId,
    NOW,
    options,
  );
const history = (projectId: string) =>
  db.database.query<{ day: string; model: string; p14: number }>(
    `SELECT to_char(generated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, model, p14 FROM kag_risk_forecast_history
     WHERE project_id = $1 AND risk_type = 'scope_risk' ORDER BY generated_at, model`,
    [projectId],
  );
const models = () =>
  db.database.query<{ until: string; computed_at: Date }>(
    `SELECT DISTINCT to_char(trained_until, 'YYYY-MM-DD') AS until, computed_at FROM kag_forecast_models m
     WHERE account_scope_id = (SELECT account_scope_id FROM projects WHERE id = $1) ORDER BY 1`,
    [mine],
  );

describe('a backfill', () => {
  it('forecasts each past day of all projects with the models of its week', async () => {
    const done = await work(mine);
    expect(done).toMatchObject({ weeks: 9, learnt: 9 });
    for (const id of [mine, theirs]) {
      const days = await history(id);
      // From the 14th day on; today is the daily run's.
      expect([days[0]?.day, days.at(-1)?.day, days.length]).toEqual(['2026-01-18', '2026-03-05', 3 * (DAYS - 13)]);
    }
    expect((await models()).map(({ until }) => until)).toEqual([
      '2026-01-04',
      '2026-01-11',
      '2026-01-18',
      '2026-01-25',
      '2026-02-01',
      '2026-02-08',
      '2026-02-15',
      '2026-02-22',
      '2026-03-01',
    ]);
  });

  it('knows of each day what could be known by then', async () => {
    await work(mine);
    const before = await history(mine);
    await addOnset(db.database, mine, '2026-02-20', { risk_type: 'scope_risk', ended: '2026-02-25' });
    await db.database.run(`DELETE FROM kag_forecast_models`);
    await work(mine);
    const upTo = (days: typeof before, last: string) => days.filter(({ day }) => day <= last);
    expect(upTo(await history(mine), '2026-02-19')).toEqual(upTo(before, '2026-02-19'));
  });

  it('says nothing of days on which the risk was there', async () => {
    await addOnset(db.database, mine, '2026-02-03', { risk_type: 'scope_risk', ended: '2026-02-10' });
    await work(mine);
    const days = (await history(mine)).map(({ day }) => day);
    expect(days.filter((day) => day >= '2026-02-03' && day < '2026-02-10')).toEqual([]);
    expect(days).toContain('2026-02-10');
  });

  it('finds nothing to do the second time', async () => {
    await work(mine);
    const [made, said] = [await models(), await history(mine)];
    expect(await work(mine)).toMatchObject({ weeks: 9, learnt: 0 });
    expect([await models(), await history(mine)]).toEqual([made, said]);
  });

  it('learns again from the week on in which a project is another one', async () => {
    await work(mine);
    await addMeasures(db.database, theirs, '2026-02-18', [{ scope_requests_7d: 9 }]);
    expect(await work(mine)).toMatchObject({ learnt: 2 });
  });

  it('forecasts again the days of other projects that changed, though the models stay', async () => {
    const many = await newScope(db.database, ...Array.from({ length: 12 }, (_, n) => `p${n}`));
    const quiet = Array.from({ length: DAYS }, () => ({ scope_requests_7d: 0, scope_requests_28d: 0 }));
    for (const id of many) await addMeasures(db.database, id, FIRST, quiet);
    const [first, second] = many as [string, string];
    await work(first);
    const before = await history(second);
    await addMeasures(db.database, second, '2026-02-18', [{ scope_requests_7d: 2, scope_requests_28d: 8 }]);
    expect(await work(first)).toMatchObject({ learnt: 0 });
    const differing = (await history(second)).filter(({ p14 }, nth) => p14 !== before[nth]?.p14);
    expect(differing[0]?.day).toBe('2026-02-18');
  });

  it('leaves what was forecast at the time', async () => {
    await addForecast(db.database, mine, '2026-02-02T00:05:00Z', { risk_type: 'scope_risk', p14: 0.99 });
    await work(mine);
    const own = (await history(mine)).filter(({ day, model }) => day === '2026-02-02' && model === 'hazard-v1');
    expect(own.map(({ p14 }) => p14)).toEqual([0.99]);
  });

  it('tells how far it is, week by week, and stops where it has to', async () => {
    const seen: [number, number][] = [];
    const stop = new AbortController();
    const progress = (done: number, total: number) => {
      seen.push([done, total]);
      if (done === 3) stop.abort(new Error('enough'));
    };
    await expect(work(mine, { progress, signal: stop.signal })).rejects.toThrow('enough');
    expect(seen).toEqual([
      [1, 9],
      [2, 9],
      [3, 9],
    ]);
    expect(await models()).toHaveLength(3);
    expect(await work(mine)).toMatchObject({ learnt: 6 });
  });

  it('of two projects of a scope at once is done one after the other, and learns once', async () => {
    const { backfill } = forecasting(db.database, readConfig({ NODE_ENV: 'test' }));
    const done = await Promise.all([mine, theirs].map((id) => backfill.run(id, NOW)));
    expect(done.map(({ learnt }) => learnt)).toEqual([9, 0]);
  });

  it('takes as many statements for many projects as for a few', async () => {
    const few = (await statementsOf(() => work(mine))).length;
    const many = await newScope(db.database, ...Array.from({ length: 12 }, (_, n) => `p${n}`));
    for (const id of many)
      await addMeasures(
        db.database,
        id,
        FIRST,
        Array.from({ length: DAYS }, () => ({ burn: 0.4 })),
      );
    expect((await statementsOf(() => work(many[0]!))).length).toBe(few);
  });

  it('of a project that is gone does nothing', async () =>
    expect(await work('00000000-0000-4000-8000-000000000000')).toEqual({ weeks: 0, learnt: 0, forecasts: 0 }));
});
