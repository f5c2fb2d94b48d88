import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newScope } from '../../test/support/case-rows.js';
import { shippedForecasts } from '../../test/builders/forecasts.js';
import { messageRef } from '../../test/support/readings.js';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import type { Forecasts } from './domain/forecast.js';
import { RISK_TYPES } from './domain/risks.js';
import { ForecastsRepository, type ModelForecast } from './forecasts.repository.js';

const NOON = new Date('2026-02-03T12:00:00Z');
const hoursLater = (hours: number) => new Date(NOON.getTime() + hours * 3_600_000);

let db: TestDatabase;
let repository: ForecastsRepository;
let mine: string;
let theirs: string;

beforeAll(async () => {
  db = await openTestDatabase();
  repository = new ForecastsRepository(db.database);
});
afterAll(() => db.close());
beforeEach(async () => {
  [mine, theirs] = (await newScope(db.database, 'mine', 'theirs')) as [string, string];
});

/** Of a client who has not answered for so many days, and of money that runs out with nothing to show for it. */
const waiting = (days: number): Forecasts =>
  shippedForecasts(
    { waiting_days: days, burn: 0.9, burn_slope: 0.02 },
    { waiting_on_client_days: [messageRef('m1'), messageRef('m2')] },
  );
const saidOf = (project_id: string, forecasts: Forecasts): ModelForecast[] =>
  Object.values(forecasts).map(({ risk_type, p7, p14, p30, publishable, model }) => {
    return { project_id, risk_type, p7: p7!, p14: p14!, p30: p30!, publishable, model };
  });
const storeOf = (forecasts: Forecasts, projects: string[]) =>
  [new Map(projects.map((id) => [id, forecasts])), projects.flatMap((id) => saidOf(id, forecasts))] as const;
const store = (at: Date, forecasts: Forecasts, ...projects: string[]) =>
  db.database.transaction((tx) => repository.store(tx, ...storeOf(forecasts, projects), at));
const history = (projectId: string) =>
  db.database.query<Record<string, unknown>>(
    `SELECT risk_type, p7, p14, p30, publishable, model, generated_at FROM kag_risk_forecast_history
     WHERE project_id = $1 ORDER BY generated_at, risk_type`,
    [projectId],
  );
const probabilities = async (projectId: string) =>
  Object.fromEntries((await repository.list([projectId], true)).map(({ risk_type, p7 }) => [risk_type, p7]));
const p7Of = (forecasts: Forecasts) =>
  Object.fromEntries(Object.values(forecasts).map((one) => [one.risk_type, one.p7]));

describe('a project’s forecasts', () => {
  it('are stored as they were made, and listed without those that have no evidence, unless asked for', async () => {
    const forecasts = waiting(3);
    await store(NOON, forecasts, mine);
    const all = await repository.list([mine], true);
    expect(new Map(all.map((row) => [row.risk_type, row]))).toEqual(
      new Map(Object.values(forecasts).map((one) => [one.risk_type, { project_id: mine, ...one, generated_at: NOON }])),
    );
    expect(all).toHaveLength(4);
    expect((await repository.list([mine], false)).map(({ risk_type }) => risk_type).sort()).toEqual([
      'client_risk',
      'delivery_risk',
      'scope_risk',
    ]);
    expect(await repository.list([theirs], true)).toEqual([]);
  });

  it('take the place of those before, of which the history keeps every generation', async () => {
    await store(NOON, waiting(1), mine, theirs);
    await store(hoursLater(24), waiting(5), mine);
    expect(await probabilities(mine)).toEqual(p7Of(waiting(5)));
    expect(await probabilities(theirs)).toEqual(p7Of(waiting(1)));
    const generations = [
      [waiting(1), NOON],
      [waiting(5), hoursLater(24)],
    ] as const;
    expect(await history(mine)).toEqual(
      generations.flatMap(([forecasts, generated_at]) =>
        [...RISK_TYPES].sort().map((risk_type) => {
          const { p7, p14, p30, publishable, model } = forecasts[risk_type];
          return { risk_type, p7, p14, p30, publishable, model, generated_at };
        }),
      ),
    );
    expect(await history(theirs)).toHaveLength(4);
  });

  it('are not turned back by a slower refresh, which is history all the same', async () => {
    await store(hoursLater(1), waiting(5), mine);
    await store(NOON, waiting(1), mine);
    expect(await probabilities(mine)).toEqual(p7Of(waiting(5)));
    expect(await history(mine)).toHaveLength(8);
  });

  it('of one moment are one generation, the first of which stays', async () => {
    await store(NOON, waiting(1), mine);
    await store(NOON, waiting(5), mine);
    expect(await probabilities(mine)).toEqual(p7Of(waiting(5)));
    const kept = await history(mine);
    expect(kept.map(({ p7 }) => p7)).toEqual([...RISK_TYPES].sort().map((type) => waiting(1)[type].p7));
  });

  it('are stored wholly or not at all', async () => {
    const work = db.database.transaction(async (tx) => {
      await repository.store(tx, ...storeOf(waiting(5), [mine]), NOON);
      throw new Error('away');
    });
    await expect(work).rejects.toThrow('away');
    expect([await repository.list([mine], true), await history(mine)]).toEqual([[], []]);
  });

  it('of nobody are nothing to store', async () => {
    await store(NOON, waiting(5));
    expect(await history(mine)).toEqual([]);
  });

  it('of past days stand beside none that was made then, and are replaced by what is said of them later', async () => {
    const past = (p7: number, day: string): ModelForecast & { generated_at: string } => {
      const said = { project_id: mine, risk_type: 'client_risk', model: 'hazard-v1', publishable: true } as const;
      return { ...said, p7, p14: 0.5, p30: 0.6, generated_at: `${day}T23:59:59.999Z` };
    };
    await store(NOON, waiting(1), mine);
    await repository.storePast([past(0.2, '2026-02-02'), past(0.2, '2026-02-03')]);
    await repository.storePast([past(0.3, '2026-02-02')]);
    await repository.storePast([]);
    const kept = await history(mine);
    expect(kept).toHaveLength(5);
    expect(kept[0]).toMatchObject({ p7: 0.3, generated_at: new Date('2026-02-02T23:59:59.999Z') });
  });

  it('of each model stand in the history side by side', async () => {
    const both = waiting(1);
    const [map, said] = storeOf(both, [mine]);
    const more = said.map((one) => ({ ...one, model: 'base-rate' as const }));
    await db.database.transaction((tx) => repository.store(tx, map, [...said, ...more], NOON));
    expect(await history(mine)).toHaveLength(8);
  });
});
