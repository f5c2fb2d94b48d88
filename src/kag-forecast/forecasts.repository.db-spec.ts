import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newScope } from '../../test/support/case-rows.js';
import { messageRef, reading } from '../../test/support/readings.js';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { forecastsOf, type RulesForecasts } from './domain/rules-v1.js';
import { RISK_TYPES } from './domain/risks.js';
import { ForecastsRepository } from './forecasts.repository.js';

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

/** Of a client who has not answered for so many days, which two of the four risks are made of. */
const waiting = (days: number): RulesForecasts =>
  forecastsOf(
    reading({
      values: { waiting_on_client_days: days },
      evidence: { waiting_on_client_days: [messageRef('m1'), messageRef('m2')] },
    }),
    [],
  );
const store = (at: Date, forecasts: RulesForecasts, ...projects: string[]) =>
  db.database.transaction((tx) => repository.store(tx, new Map(projects.map((id) => [id, forecasts])), at));
const history = (projectId: string) =>
  db.database.query<Record<string, unknown>>(
    `SELECT risk_type, p7, p14, p30, confidence, publishable, model, generated_at FROM kag_risk_forecast_history
     WHERE project_id = $1 ORDER BY generated_at, risk_type`,
    [projectId],
  );
const probabilities = async (projectId: string) =>
  Object.fromEntries((await repository.list(projectId, true)).map(({ risk_type, p7 }) => [risk_type, p7]));
const p7Of = (forecasts: RulesForecasts) =>
  Object.fromEntries(Object.values(forecasts).map((one) => [one.risk_type, one.p7]));

describe('a project’s forecasts', () => {
  it('are stored as they were made, and listed without those that have no evidence, unless asked for', async () => {
    const forecasts = waiting(3);
    await store(NOON, forecasts, mine);
    const all = await repository.list(mine, true);
    expect(new Map(all.map((row) => [row.risk_type, row]))).toEqual(
      new Map(Object.values(forecasts).map((one) => [one.risk_type, { ...one, generated_at: NOON }])),
    );
    expect(all).toHaveLength(4);
    expect((await repository.list(mine, false)).map(({ risk_type }) => risk_type).sort()).toEqual([
      'client_risk',
      'scope_risk',
    ]);
    expect(await repository.list(theirs, true)).toEqual([]);
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
          const { p7, p14, p30, confidence, publishable, model } = forecasts[risk_type];
          return { risk_type, p7, p14, p30, confidence, publishable, model, generated_at };
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
      await repository.store(tx, new Map([[mine, waiting(5)]]), NOON);
      throw new Error('away');
    });
    await expect(work).rejects.toThrow('away');
    expect([await repository.list(mine, true), await history(mine)]).toEqual([[], []]);
  });

  it('of nobody are nothing to store', async () => {
    await store(NOON, waiting(5));
    expect(await history(mine)).toEqual([]);
  });
});
