import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { CreateConnectorStreams1763903500000 } from '../../migrations/1763903500000-create-connector-streams.js';
import { addDeal } from '../support/deal-rows.js';
import { newProject } from '../support/search-parts.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { toHead } from '../support/to-head.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(async () => {
  // The wall and what the server's role may do went with the table.
  await toHead(db.url);
  await db.close();
});

/** The lists that the migration takes for read, of a project whose Attio was read to its end before. */
async function takenForRead(hasDeals: boolean): Promise<string[]> {
  const project = await newProject(db);
  await db.database.run(
    `INSERT INTO connector_sync_state (project_id, connector, status, cursor_ts) VALUES ($1, 'attio', 'ok', now())`,
    [project],
  );
  if (hasDeals) await addDeal(db.database, project, 'deal', { created: '2026-01-05T10:00:00Z', status: 'open' });
  const runner = db.dataSource.createQueryRunner();
  try {
    const migration = new CreateConnectorStreams1763903500000();
    await migration.down(runner);
    await migration.up(runner);
  } finally {
    await runner.release();
  }
  const rows = await db.database.query<{ stream: string }>(
    'SELECT stream FROM connector_streams WHERE project_id = $1 ORDER BY stream',
    [project],
  );
  return rows.map(({ stream }) => stream);
}

it('takes no list for read that the workspace may lack', async () => {
  expect(await takenForRead(false)).toEqual(['companies', 'notes', 'people', 'tasks']);
});

it('takes an optional list for read where something of it is stored', async () => {
  expect(await takenForRead(true)).toEqual(['companies', 'deals', 'notes', 'people', 'tasks']);
});
