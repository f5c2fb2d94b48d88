import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { dropIndexes, jobContext, newProject, searchParts, type SearchParts } from '../../test/support/search-parts.js';
import { toHalfvec } from './halfvec.js';

const DIM = 32;
const MODEL = `local-feature-hashing-v2@${DIM}`;
const K = 10;

/** Numbers of a seed in [0, 1): the same each time, so that a failure can be looked at. */
function random(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

describe('recall of vector search', () => {
  let test: TestDatabase;
  let parts: SearchParts;
  const next = random(7);
  const centre = Array.from({ length: 40 }, () => Array.from({ length: DIM }, () => next() * 2 - 1));
  const near = (cluster: number) => centre[cluster % 40]!.map((value) => value + (next() - 0.5) * 1.2);
  beforeAll(async () => {
    test = await openTestDatabase();
    parts = searchParts(test, { EMBEDDING_DIM: String(DIM), SEARCH_EXACT_MAX_CHUNKS: '1000' });
  });
  afterAll(async () => {
    await dropIndexes(test);
    await test.close();
  });

  const projectOf = async (size: number) => {
    const project = await newProject(test);
    await parts.embed(project);
    const vectors = Array.from({ length: size }, (_, i) => near(i));
    await test.database.query(
      `INSERT INTO rag_chunks (project_id, source_kind, source_id, chunk_index, text, text_hash, tsv, occurred_at, conversation_global_id,
         embedding, embedding_model, embedding_status)
       SELECT $1, 'message', n, 0, n, n, '', now() - make_interval(mins => n::integer), 'c' || (n::integer % 200), v::halfvec, $2, 'ready'
       FROM unnest($3::text[], $4::text[]) AS u(n, v)`,
      [project, MODEL, vectors.map((_, i) => String(i)), vectors.map(toHalfvec)],
    );
    await test.database.query('ANALYZE rag_chunks');
    await parts.embed(project);
    return { project, vectors };
  };

  const cosineDistance = (a: readonly number[], b: readonly number[]) => {
    const dot = a.reduce((sum, value, i) => sum + value * b[i]!, 0);
    return 1 - dot / (Math.hypot(...a) * Math.hypot(...b));
  };

  async function recall(
    { project, vectors }: Awaited<ReturnType<typeof projectOf>>,
    narrowed: (i: number) => boolean,
    filter = {},
  ) {
    const [generation] = await parts.generations.active(project);
    let found = 0;
    let wanted = 0;
    for (let q = 0; q < 30; q++) {
      const vector = near(q);
      const best = vectors
        .map((other, i) => ({ i, distance: cosineDistance(vector, other) }))
        .filter(({ i }) => narrowed(i))
        .sort((a, b) => a.distance - b.distance)
        .slice(0, K);
      const results = await parts.vectors.nearest({
        projectId: project,
        filter,
        generation: generation!,
        vector,
        wanted: 40,
        efSearch: 160,
      });
      const ids = new Set(results.slice(0, K).map(({ source_id }) => Number(source_id)));
      // A tie at the edge, or one that half precision makes, is not a miss.
      const edge = best.at(-1)!.distance + 1e-3;
      wanted += best.length;
      found += [...ids].filter((i) => cosineDistance(vector, vectors[i]!) <= edge).length;
      expect(ids.size).toBe(best.length);
    }
    return found / wanted;
  }

  it('is exact in a small project', async () => {
    const small = await projectOf(600);
    expect(await parts.generations.active(small.project)).toMatchObject([{ index_name: null }]);
    expect(await recall(small, () => true)).toBeGreaterThanOrEqual(0.99);
  });

  describe('in a large project', () => {
    let large: Awaited<ReturnType<typeof projectOf>>;
    beforeAll(async () => {
      await projectOf(1500);
      large = await projectOf(3000);
    });
    const indexes = () =>
      test.database.query<{ name: string; valid: boolean }>(
        `SELECT indexrelid::regclass::text AS name, indisvalid AS valid FROM pg_index WHERE indexrelid::regclass::text = $1`,
        [parts.indexes.nameOf(large.project, MODEL)],
      );

    it('is 0.99 or more through an index of its own, which the planner takes', async () => {
      const [generation] = await parts.generations.active(large.project);
      expect(generation?.index_name).toBe(parts.indexes.nameOf(large.project, MODEL));
      expect(await indexes()).toMatchObject([{ valid: true }]);
      expect(await recall(large, () => true)).toBeGreaterThanOrEqual(0.99);
      const plan = await test.database.query<{ 'QUERY PLAN': string }>(
        `EXPLAIN SELECT c.id FROM rag_chunks c WHERE c.project_id = $1 AND c.deleted_at IS NULL AND c.embedding_model = $2
         ORDER BY c.embedding::halfvec(${DIM}) <=> $3::halfvec(${DIM}) LIMIT 160`,
        [large.project, MODEL, toHalfvec(near(1))],
      );
      expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain(generation!.index_name);
    });

    it('loses nothing to a filter, narrow or wide', async () => {
      expect(await recall(large, (i) => i % 200 === 3, { conversation: 'c3' })).toBeGreaterThanOrEqual(0.99);
      const from = new Date(Date.now() - 20.5 * 60_000);
      expect(await recall(large, (i) => i <= 20, { from })).toBeGreaterThanOrEqual(0.99);
      expect(await recall(large, () => true, { source_kind: 'message' })).toBeGreaterThanOrEqual(0.99);
    });

    it('keeps k results though a text is there a thousand times', async () => {
      await test.database.query(
        `UPDATE rag_chunks SET text_hash = 'same', embedding = $2::halfvec WHERE project_id = $1 AND source_id::integer < 1000`,
        [large.project, toHalfvec(centre[0]!)],
      );
      const [generation] = await parts.generations.active(large.project);
      const results = await parts.vectors.nearest({
        projectId: large.project,
        filter: {},
        generation: generation!,
        vector: centre[0]!,
        wanted: 40,
        efSearch: 160,
      });
      expect(new Set(results.map(({ text_hash }) => text_hash)).size).toBe(40);
    });

    it('drops the index when the project has become small', async () => {
      await test.database.query(
        `UPDATE rag_chunks SET deleted_at = now() WHERE project_id = $1 AND source_id::integer > 300`,
        [large.project],
      );
      await parts.run.run(jobContext(large.project), 60_000);
      expect(await indexes()).toEqual([]);
      expect(await parts.generations.active(large.project)).toMatchObject([{ index_name: null }]);
    });
  });
});
