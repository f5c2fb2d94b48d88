import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addOutcome, addSnapshot, newScope } from '../../test/support/case-rows.js';
import { addForecast, type PastForecastValues } from '../../test/support/forecast-rows.js';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { AccuracyRepository } from './accuracy.repository.js';
import { MODEL } from './domain/rules-v1.js';

const NOW = new Date('2026-02-28T12:00:00Z');
/** A forecast of this day is 27 days old: its horizons of 7 and 14 days are over, that of 30 is not. */
const MADE = '2026-02-01';

let db: TestDatabase;
let repository: AccuracyRepository;
let mine: string;
let theirs: string;

beforeAll(async () => {
  db = await openTestDatabase();
  repository = new AccuracyRepository(db.database);
});
afterAll(() => db.close());
beforeEach(async () => {
  [mine, theirs] = (await newScope(db.database, 'mine', 'theirs')) as [string, string];
  for (let day = 1; day <= 28; day++) await addSnapshot(db.database, mine, dayOfMonth(day));
});

const dayOfMonth = (day: number) => `2026-02-${String(day).padStart(2, '0')}`;
const forecast = (values: PastForecastValues = {}, at = `${MADE}T12:00:00Z`) =>
  addForecast(db.database, mine, at, values);
/** What was found, as `horizon: probability, happened`. */
const judged = async (model = MODEL, now = NOW) =>
  (await repository.judged(mine, model, now)).map(
    ({ horizon_days, probability, happened }) => `${horizon_days}: ${probability} ${happened}`,
  );

describe('a past forecast', () => {
  it('is judged where its horizon is over', async () => {
    await forecast();
    expect(await judged()).toEqual(['7: 0.2 false', '14: 0.4 false']);
    // The last day of a horizon has to be over, too.
    expect(await judged(MODEL, new Date('2026-02-08T23:59:59Z'))).toEqual([]);
    expect(await judged(MODEL, new Date('2026-02-09T00:00:00Z'))).toEqual(['7: 0.2 false']);
  });

  it.each([
    ['on the day it was made', 1, ['7: 0.2 false', '14: 0.4 false']],
    ['on the day after', 2, ['7: 0.2 true', '14: 0.4 true']],
    ['on the last day of the first horizon', 8, ['7: 0.2 true', '14: 0.4 true']],
    ['on the day after that', 9, ['7: 0.2 false', '14: 0.4 true']],
    ['when both are over', 16, ['7: 0.2 false', '14: 0.4 false']],
  ])('came about or not: an outcome %s', async (_when, day, expected) => {
    await forecast();
    await addOutcome(db.database, mine, dayOfMonth(day));
    expect(await judged()).toEqual(expected);
  });

  it('is not borne out by another risk, or by another project', async () => {
    await forecast();
    await addOutcome(db.database, mine, dayOfMonth(3), 'scope_risk');
    await addOutcome(db.database, theirs, dayOfMonth(3));
    expect(await judged()).toEqual(['7: 0.2 false', '14: 0.4 false']);
  });

  it('is not judged by days that nobody looked at', async () => {
    await forecast();
    await db.database.run(`DELETE FROM project_snapshots WHERE project_id = $1 AND snapshot_date = $2`, [
      mine,
      dayOfMonth(12),
    ]);
    expect(await judged()).toEqual(['7: 0.2 false']);
  });

  it('is the last of its UTC day', async () => {
    await forecast({ p7: 0.9 }, `${MADE}T00:00:00Z`);
    await forecast({ p7: 0.3 }, `${MADE}T23:59:59Z`);
    await forecast({ p7: 0.9 }, `${MADE}T08:00:00Z`);
    expect(await judged()).toEqual(['7: 0.3 false', '14: 0.4 false']);
  });

  it('counts where it was shown, among those of its model', async () => {
    await forecast({ publishable: false });
    await forecast({ model: 'rules-v0' }, `${MADE}T13:00:00Z`);
    expect(await judged()).toEqual([]);
    expect(await judged('rules-v0')).toEqual(['7: 0.2 false', '14: 0.4 false']);
  });
});
