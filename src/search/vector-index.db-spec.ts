import pg from 'pg';
import { describeThroughPooler, openPooledDatabase } from '../../test/support/pooler.js';
import { until } from '../../test/support/until.js';
import { dropIndexes, jobContext, newProject, searchParts, type SearchParts } from '../../test/support/search-parts.js';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { toHalfvec } from './halfvec.js';

const DIM = 8;
const MODEL = `local-feature-hashing-v2@${DIM}`;

describe('a project’s approximate index', () => holds(openTestDatabase));

describeThroughPooler('a project’s approximate index, through a pooler and with no way past it', () =>
  holds(openPooledDatabase),
);

function holds(open: () => Promise<TestDatabase>): void {
  let test: TestDatabase;
  let project: string;
  beforeAll(async () => {
    test = await open();
  });
  afterAll(async () => {
    await dropIndexes(test);
    await test.close();
  });
  beforeEach(async () => {
    project = await newProject(test);
  });

  const fill = async (parts: SearchParts, size: number) => {
    await parts.embed(project);
    await test.database.query(
      `INSERT INTO rag_chunks (project_id, source_kind, source_id, chunk_index, text, text_hash, tsv, occurred_at,
         embedding, embedding_model, embedding_status)
       SELECT $1, 'message', n, 0, n, n, '', now(), $3::halfvec, $2, 'ready' FROM generate_series(1, $4::integer) n`,
      [project, MODEL, toHalfvec([1, 2, 3, 4, 5, 6, 7, 8]), size],
    );
  };
  const indexOf = async (parts: SearchParts) =>
    (
      await test.database.query<{ valid: boolean }>(
        `SELECT indisvalid AS valid FROM pg_index WHERE indexrelid::regclass::text = $1`,
        [parts.indexes.nameOf(project, MODEL)],
      )
    )[0];

  it('is made above 5,000 chunks on a server, and never by itself on the embedded database', async () => {
    const parts = searchParts(test, { EMBEDDING_DIM: String(DIM) });
    await fill(parts, 5001);
    await parts.embed(project);
    expect(await indexOf(parts)).toEqual(test.embedded ? undefined : { valid: true });
    const [generation] = await parts.generations.active(project);
    expect(generation?.index_name).toBe(test.embedded ? null : parts.indexes.nameOf(project, MODEL));
  });

  it('is made where the configuration says so, on either', async () => {
    const parts = searchParts(test, { EMBEDDING_DIM: String(DIM), SEARCH_EXACT_MAX_CHUNKS: '50' });
    await fill(parts, 51);
    await parts.embed(project);
    expect(await indexOf(parts)).toEqual({ valid: true });
  });

  describe('cancelled while it is built', () => {
    /** CREATE INDEX CONCURRENTLY waits for all that write to the table: held open, the build is halfway for sure. */
    const cancelledBuild = async (parts: SearchParts) => {
      const writer = new pg.Client({ connectionString: test.url });
      await writer.connect();
      try {
        await writer.query('BEGIN');
        await writer.query('UPDATE rag_chunks SET sender = sender WHERE project_id = $1', [project]);
        const stop = new AbortController();
        const context = jobContext(project, { signal: stop.signal });
        const run = parts.run.run(context, 60_000);
        await until('the index is there, unfinished', () => indexOf(parts));
        stop.abort();
        await run;
        expect(context.warnings).toEqual([]);
        await writer.query('ROLLBACK');
      } finally {
        await writer.end();
      }
      expect(await indexOf(parts)).toEqual({ valid: false });
      expect(await parts.generations.active(project)).toMatchObject([{ index_name: null }]);
    };
    const partsWith = (most: number) =>
      searchParts(test, { EMBEDDING_DIM: String(DIM), SEARCH_EXACT_MAX_CHUNKS: String(most) });

    it('is made anew by the next run', async () => {
      if (test.embedded) return; // One session: no other could cancel it.
      await fill(partsWith(50), 60);
      await cancelledBuild(partsWith(50));
      await partsWith(50).embed(project);
      expect(await indexOf(partsWith(50))).toEqual({ valid: true });
    });

    it('leaves nothing where the project needs none any more', async () => {
      if (test.embedded) return;
      await fill(partsWith(50), 60);
      await cancelledBuild(partsWith(50));
      await partsWith(80).embed(project);
      expect(await indexOf(partsWith(80))).toBeUndefined();
    });
  });
}
