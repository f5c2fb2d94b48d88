import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addBusyProjects } from '../../test/support/busy-projects.js';
import { dailyPipeline } from '../../test/support/daily-pipeline.js';
import { CONCLUSION_TABLES } from '../../test/support/conclusion-rows.js';
import { statementsOf } from '../../test/support/statements.js';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';

const TODAY = new Date('2026-03-11T00:05:00Z');
const TOMORROW = new Date('2026-03-12T00:05:00Z');

let db: TestDatabase;

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

/**
 * Account scopes of ten projects, each the same: three weeks have happened, two of them and the last windows are kept,
 * and the week's models are made.
 */
async function lived(scopes: number): Promise<string[]> {
  const ids: string[] = [];
  for (let scope = 0; scope < scopes; scope++)
    ids.push(...(await addBusyProjects(db.database, { count: 10, until: TOMORROW, days: 21, events: [25, 40] })));
  const { snapshots, signatures, models } = dailyPipeline(db.database);
  await snapshots.refresh(ids, { from: '2026-02-25', to: '2026-03-10' }, TODAY);
  await signatures.refresh(ids, [14], TODAY);
  const found = await db.database.query<{ id: string }>(
    `SELECT DISTINCT account_scope_id AS id FROM projects WHERE id = ANY ($1::uuid[])`,
    [ids],
  );
  await models.of(
    found.map(({ id }) => id),
    '2026-03-11',
  );
  return ids;
}

const rowsOf = async (table: string, ids: string[]) =>
  (
    await db.database.query<{ rows: number }>(
      `SELECT count(*)::int AS rows FROM ${table} WHERE project_id = ANY ($1::uuid[])`,
      [ids],
    )
  )[0]?.rows;

describe('the daily pipeline', () => {
  it('takes as many statements for a hundred projects, which is a full message, as for ten', async () => {
    const costs: string[][][] = [];
    for (const scopes of [1, 10]) {
      const ids = await lived(scopes);
      const count = ids.length;
      const pipeline = dailyPipeline(db.database);
      const first = await statementsOf(() => pipeline.run(ids, TODAY));
      const second = await statementsOf(() => pipeline.run(ids, TOMORROW));
      costs.push([first, second]);
      expect(await rowsOf('project_snapshots', ids)).toBe(count * 16);
      expect(await rowsOf('kag_risk_forecasts', ids)).toBe(count * 4);
      // What three models say on two days of the risks that are not there.
      expect(await rowsOf('kag_risk_forecast_history', ids)).toBeGreaterThan(count * 3 * 2);
      expect(await rowsOf('recommendations_v2', ids)).toBeGreaterThan(count);
    }
    const [ten, hundred] = costs;
    expect(hundred).toEqual(ten);
    // So that a new statement is a decision, not an accident.
    expect(ten?.map((statements) => statements.length)).toEqual([91, 92]);
  });

  it('writes nothing where nothing is new, but the moment of the look', async () => {
    const ids = await lived(1);
    const pipeline = dailyPipeline(db.database);
    await pipeline.run(ids, TODAY);
    const before = await written(ids);
    await pipeline.run(ids, TODAY);
    const after = await written(ids);
    const same = Object.keys(before).filter((table) => before[table] === after[table]);
    expect(same).toEqual(Object.keys(before));
  });
});

/** Of each table a mark of which rows there are, and of which transaction wrote each of them. */
async function written(ids: string[]): Promise<Record<string, string>> {
  const marks: Record<string, string> = {};
  for (const table of CONCLUSION_TABLES.filter((name) => name !== 'kag_event_log'))
    marks[table] = (
      await db.database.query<{ mark: string }>(
        `SELECT count(*) || ' ' || coalesce(md5(string_agg(ctid || ' ' || xmin, ',' ORDER BY ctid)), '') AS mark
         FROM ${table} WHERE project_id = ANY ($1::uuid[])`,
        [ids],
      )
    )[0]!.mark;
  return marks;
}
