import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { LetDataLeave1763902530000 } from '../../migrations/1763902530000-let-data-leave.js';
import { storeChatwoot } from '../../test/support/stored-project.js';
import { newProject } from '../../test/support/search-parts.js';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { readConfig } from '../config/index.js';
import { CONNECTOR_RECORDS } from '../connectors/core/leaving-records.repository.js';
import { vendorsOf } from '../connectors/vendors.js';
import { CONCLUSIONS } from './conclusions.repository.js';
import { ProjectsRemovalRepository } from './projects-removal.repository.js';

/** What is the project's own and does not come from a source. */
const ITS_OWN = [
  'actions',
  'api_tokens',
  'chunk_cuts',
  'connector_sync_state',
  'embedding_generations',
  'job_runs',
  'project_sources',
  'risk_reports',
  'scheduled_jobs',
];
/** What leaves with the events that it is about. */
const WITH_EVENTS = ['kag_event_feedback', 'kag_second_opinions'];
/** What is looked through row by row, or outdated in place. */
const SHARED = ['kag_event_log', 'kag_signal_state', 'rag_chunks'];

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

it('knows of every tenant table what becomes of it when a source leaves', async () => {
  const stored = vendorsOf(readConfig({})).flatMap((vendor) => vendor.stored.tables.map(({ table }) => table));
  const known = [...stored, ...CONCLUSIONS, ...CONNECTOR_RECORDS, ...SHARED, ...WITH_EVENTS, ...ITS_OWN];
  const tables = await new ProjectsRemovalRepository(db.database).tables();
  expect([...known].sort()).toEqual([...tables].sort());
});

it('removes what refers to others first', async () => {
  const tables = await new ProjectsRemovalRepository(db.database).tables();
  const places = ['cw_attachments_raw', 'cw_messages', 'cw_conversations'].map((name) => tables.indexOf(name));
  expect(places).toEqual([...places].sort((one, other) => one - other));
  expect(places[0]).toBe(0);
});

it('finds at the upgrade in which projects rows of another account have stayed', async () => {
  const [mixed, pure] = [await newProject(db), await newProject(db)];
  await storeChatwoot(db.database, mixed, '1');
  await storeChatwoot(db.database, mixed, '2');
  await storeChatwoot(db.database, pure, '1');
  const runner = db.dataSource.createQueryRunner();
  try {
    const migration = new LetDataLeave1763902530000();
    await migration.down(runner);
    await migration.up(runner);
  } finally {
    await runner.release();
  }
  const states = await db.database.query<{ project_id: string; leaving: string | null }>(
    'SELECT project_id, leaving FROM connector_sync_state',
  );
  expect(new Map(states.map(({ project_id, leaving }) => [project_id, leaving]))).toEqual(
    new Map([
      [mixed, 'outside'],
      [pure, null],
    ]),
  );
});
