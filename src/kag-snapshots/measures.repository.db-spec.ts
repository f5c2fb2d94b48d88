import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { measuresOn } from '../../test/builders/project-runs.js';
import { newProject } from '../../test/support/search-parts.js';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { keptMeasures, measuresFrom, type DayMeasures } from './domain/day-measures.js';
import { MeasuresRepository } from './measures.repository.js';

let db: TestDatabase;

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

async function keep(project: string, day: string, measures: DayMeasures | null): Promise<void> {
  await db.database.run(
    `INSERT INTO project_snapshots (project_id, snapshot_date, as_of, signals_json, scores_json, aggregates_json, measures_json, evidence_refs, publishable)
     VALUES ($1, $2::date, $2::date, '{}', '{}', '{}', $3, '[]', true)`,
    [project, day, measures && JSON.stringify(keptMeasures(measures))],
  );
}

describe('kept measures', () => {
  it('are of all days from the first kept one on; of those between that are not kept nothing is known', async () => {
    const measures = new MeasuresRepository(db.database);
    const [mine, empty] = [await newProject(db), await newProject(db)];
    await keep(mine, '2026-01-30', null);
    await keep(mine, '2026-02-03', measuresOn('2026-02-03'));
    await keep(mine, '2026-01-31', measuresOn('2026-01-31', { burn: 1.25, margin: null }));
    const days = [
      measuresOn('2026-01-31', { burn: 1.25, margin: null }),
      measuresFrom('2026-02-01'),
      measuresFrom('2026-02-02'),
      measuresOn('2026-02-03'),
    ];
    expect(await measures.of([mine, empty])).toEqual(new Map([[mine, days]]));
    expect(await measures.of([mine], '2026-02-02')).toEqual(new Map([[mine, days.slice(0, 1)]]));
  });
});
