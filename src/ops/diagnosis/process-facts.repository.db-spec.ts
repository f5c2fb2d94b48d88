import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newProject } from '../../../test/support/search-parts.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { ProcessFactsRepository } from './process-facts.repository.js';

const DAY = 86_400;

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase({ poolMax: 1 });
});
afterAll(() => db.close());

it.each([
  { cadence: null, finished: 8, found: false, lookedBack: 7 },
  { cadence: 43_200, finished: 6, found: true, lookedBack: 7 },
  { cadence: 43_200, finished: 8, found: false, lookedBack: 7 },
  { cadence: 1_209_600, finished: 13, found: true, lookedBack: 42 },
  { cadence: 1_209_600, finished: 43, found: false, lookedBack: 42 },
])('looks for the last cycle as far back as its cadence asks for: $cadence s, $finished days ago', async (row) => {
  const project = await newProject(db);
  for (const [job, cadence] of [
    ['connectors_sync_cycle', row.cadence],
    ['case_signatures_refresh', 30 * DAY],
  ] as const)
    if (cadence !== null)
      await db.database.run(
        `INSERT INTO scheduled_jobs (project_id, job_type, cadence_seconds, next_run_at) VALUES ($1, $2, $3, now())`,
        [project, job, cadence],
      );
  await db.database.run(
    `INSERT INTO kag_event_log (project_id, event_type, occurred_at, actor, source, payload_json, dedupe_key)
     SELECT $1, 'process_finished', now() - make_interval(days => ago), 'system', 'system',
       jsonb_build_object('process', process, 'run_id', ago), process
     FROM (VALUES ('connectors_sync_cycle', $2::int), ('linear_sync', 1)) AS ended (process, ago)`,
    [project, row.finished],
  );
  const facts = await new ProcessFactsRepository(db.database).read(project);
  const ago = facts.last_cycle_finished_at && (Date.now() - facts.last_cycle_finished_at.getTime()) / 1000 / DAY;
  expect([ago && Math.round(ago), facts.cycle_looked_back_seconds / DAY]).toEqual([
    row.found ? row.finished : null,
    row.lookedBack,
  ]);
});
