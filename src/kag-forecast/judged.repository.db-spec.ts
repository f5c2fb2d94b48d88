import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addSnapshot, newScope } from '../../test/support/case-rows.js';
import { addForecast, addOnset, type PastForecastValues } from '../../test/support/forecast-rows.js';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { dayOf } from '../common/day.js';
import { JudgedRepository } from './judged.repository.js';

const MODEL = 'hazard-v1';
const NOW = new Date('2026-02-28T12:00:00Z');
/** A forecast of this day is 27 days old: its horizons of 7 and 14 days are over, that of 30 is not. */
const MADE = '2026-02-01';

let db: TestDatabase;
let repository: JudgedRepository;
let mine: string;
let theirs: string;
let scope: { id: string } | undefined;

beforeAll(async () => {
  db = await openTestDatabase();
  repository = new JudgedRepository(db.database);
});
afterAll(() => db.close());
beforeEach(async () => {
  [mine, theirs] = (await newScope(db.database, 'mine', 'theirs')) as [string, string];
  for (let day = 1; day <= 28; day++) await addSnapshot(db.database, mine, dayOfMonth(day));
  [scope] = await db.database.query<{ id: string }>(`SELECT account_scope_id AS id FROM projects WHERE id = $1`, [
    mine,
  ]);
});

const dayOfMonth = (day: number) => `2026-02-${String(day).padStart(2, '0')}`;
const forecast = (values: PastForecastValues = {}, at = `${MADE}T12:00:00Z`) =>
  addForecast(db.database, mine, at, values);
/** What was found, as `horizon: probability, happened`. */
const judged = async (model = MODEL, now = NOW) =>
  (await repository.of(scope!.id, dayOf(now)))
    .filter((one) => one.model === model)
    .map(({ horizon_days, said, came }) => `${horizon_days}: ${said} ${came > 0}`);

describe('a past forecast', () => {
  it('is judged where its horizon is over', async () => {
    await forecast();
    expect(await judged()).toEqual(['7: 0.2 false', '14: 0.4 false']);
    // The last day of a horizon has to be over, too.
    expect(await judged(MODEL, new Date('2026-02-08T23:59:59Z'))).toEqual([]);
    expect(await judged(MODEL, new Date('2026-02-09T00:00:00Z'))).toEqual(['7: 0.2 false']);
  });

  it.each([
    // It was there already: nothing was left to come.
    ['on the day it was made', 1, []],
    ['on the day after', 2, ['7: 0.2 true', '14: 0.4 true']],
    ['on the last day of the first horizon', 8, ['7: 0.2 true', '14: 0.4 true']],
    ['on the day after that', 9, ['7: 0.2 false', '14: 0.4 true']],
    ['when both are over', 16, ['7: 0.2 false', '14: 0.4 false']],
  ])('came about or not: an outcome %s', async (_when, day, expected) => {
    await forecast();
    await addOnset(db.database, mine, dayOfMonth(day));
    expect(await judged()).toEqual(expected);
  });

  it('is not borne out by another risk, or by another project', async () => {
    await forecast();
    await addOnset(db.database, mine, dayOfMonth(3), { risk_type: 'scope_risk' });
    await addOnset(db.database, theirs, dayOfMonth(3));
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
    await forecast({ model: 'rules-v2' }, `${MADE}T13:00:00Z`);
    expect(await judged()).toEqual([]);
    expect(await judged('rules-v2')).toEqual(['7: 0.2 false', '14: 0.4 false']);
  });

  it('is not judged in the week after a trouble, and is from then on', async () => {
    await addOnset(db.database, mine, '2026-01-20', { ended: '2026-01-26' });
    await forecast();
    await forecast({ p7: 0.3 }, '2026-02-02T12:00:00Z');
    expect(await judged()).toEqual(['7: 0.3 false', '14: 0.4 false']);
  });

  it('is not held against what was not known by then', async () => {
    await forecast();
    await addOnset(db.database, mine, dayOfMonth(3), { known: dayOfMonth(28) });
    expect(await judged()).toEqual(['7: 0.2 false', '14: 0.4 false']);
    expect(await judged(MODEL, new Date('2026-03-01T12:00:00Z'))).toEqual(['7: 0.2 true', '14: 0.4 true']);
  });

  it('says nothing where somebody saw to it', async () => {
    await forecast();
    await db.database.run(
      `INSERT INTO risk_reports (project_id, risk_type, recommendation_id, reported_on, resolution, reported_by)
       VALUES ($1, 'client_risk', gen_random_uuid(), '2026-02-10', 'prevented', gen_random_uuid())`,
      [mine],
    );
    expect(await judged()).toEqual(['7: 0.2 false']);
  });

  it('is older than 90 days, and no longer judged', async () => {
    await forecast();
    expect(await judged(MODEL, new Date('2026-05-02T12:00:00Z'))).toHaveLength(2);
    expect(await judged(MODEL, new Date('2026-05-03T12:00:00Z'))).toEqual([]);
  });
});

describe('a contest of models', () => {
  it('has the mean log loss of each over all that is over, and counts different onsets', async () => {
    await forecast({ p7: 0.5, p14: 0.5 });
    await forecast({ p7: 0.2, p14: 0.2, model: 'base-rate' });
    await addOnset(db.database, mine, dayOfMonth(3));
    await addOnset(db.database, theirs, dayOfMonth(3));
    const over = await repository.of(scope!.id, dayOf(NOW));
    expect(await repository.contest(scope!.id, dayOf(NOW), over)).toEqual({
      onsets: 2,
      log_loss: {
        'base-rate': expect.closeTo(-Math.log(0.2), 9),
        'rules-v2': null,
        'hazard-v1': expect.closeTo(Math.LN2, 9),
      },
    });
  });
});
