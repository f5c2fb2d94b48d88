import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newProject } from '../../test/support/search-parts.js';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { TableStatistics } from './table-statistics.js';

let db: TestDatabase;
let statistics: TableStatistics;

beforeAll(async () => {
  db = await openTestDatabase();
  statistics = new TableStatistics(db.database);
});
afterAll(() => db.close());

/** So many chunks of a new project, in a partition that PostgreSQL has counted. */
async function addCounted(chunks: number): Promise<void> {
  const project = await newProject(db);
  await db.database.run(
    `INSERT INTO rag_chunks (project_id, source_kind, source_id, chunk_index, text, text_hash, tsv, occurred_at)
     SELECT $1, 'message', n, 0, n, n, '', now() FROM generate_series(1, $2::int) n`,
    [project, chunks],
  );
  const [row] = await db.database.query<{ name: string }>(
    'SELECT tableoid::regclass::text AS name FROM rag_chunks WHERE project_id = $1 LIMIT 1',
    [project],
  );
  await db.database.run(`ANALYZE ${row!.name}`);
}

const known = async () => {
  const [row] = await db.database.query<{ columns: number }>(
    `SELECT count(*)::int AS columns FROM pg_stats WHERE tablename = 'rag_chunks' AND inherited`,
  );
  return row!.columns > 0;
};

it('are renewed of a table in partitions that has grown to twice as much, and left alone otherwise', async () => {
  await addCounted(1_500);
  expect(await statistics.renew()).toEqual([]);
  await addCounted(1_500);
  expect(await statistics.renew()).toEqual(['rag_chunks']);
  expect(await known()).toBe(true);
  expect(await statistics.renew()).toEqual([]);
  await addCounted(2_000);
  expect(await statistics.renew()).toEqual([]);
  await addCounted(2_000);
  expect(await statistics.renew()).toEqual(['rag_chunks']);
});
