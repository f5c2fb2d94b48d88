import { sizesOf, told, type Bench, type Measured } from '../bench.js';
import { figure } from '../figures/figure.js';
import { Texts } from '../rows/texts.js';
import { makeVectorIndex } from '../rows/vector-index.js';
import { BareSearch, TOP_K } from '../servers/bare-search.js';
import { embeddedProject } from '../servers/embedded-project.js';
import { signIn } from '../servers/servers.js';
import { repeat, timed } from '../timing.js';

const SIZES = {
  full: { chunks: 10_000, exactMax: '5000', others: 1_000, queries: 200, warmUp: 30, budgetMs: 60_000 },
  quick: { chunks: 300, exactMax: '200', others: 10, queries: 10, warmUp: 2, budgetMs: 5_000 },
};
/** Of each of the other projects: their indexes are looked at, whatever is in them. */
const CHUNKS_OF_OTHERS = 5;

/** Vector search in a project with an index of its own, before other projects have one and after. */
export async function benchIndexes(bench: Bench): Promise<Measured> {
  const { database, servers, config, cleanups, say } = bench;
  const { chunks, exactMax, others, queries, warmUp, budgetMs } = sizesOf(bench, SIZES);
  await database.renew();
  const server = await servers.start({ EMBEDDING_PROVIDER: 'hashing', SEARCH_EXACT_MAX_CHUNKS: exactMax });
  const api = await signIn(server);
  say(`indexes: a project of ${told(chunks)} chunks`);
  const { id } = await embeddedProject(api, database, config, chunks, new Texts(41), 'Searched');
  const asked = new Texts(42);
  const search = async () => {
    await database.query('VACUUM (ANALYZE) rag_chunks');
    const samples: number[] = [];
    const once = () =>
      api.call('POST', '/search', { project_id: id, query: asked.query(), mode: 'vector', topK: TOP_K });
    for (let round = 0; round < warmUp; round++) await once();
    await repeat(queries, budgetMs, async () => void (await timed(samples, once)));
    return samples;
  };
  say(`indexes: ${queries} queries`);
  const before = await search();
  const bare = new BareSearch(database.url, config);
  cleanups.add(() => bare.close());
  const { model } = await bare.generationOf(id);
  say(`indexes: ${told(others)} projects with an index each`);
  await withIndexes(bench, id, model, others);
  say(`indexes: ${queries} queries beside them`);
  const after = await search();
  await server.stop();
  return {
    figures: [figure('indexes.vector', after, { floor: before })],
    facts: [
      [
        'search beside many indexes',
        `a project of ${told(chunks)} chunks with its index, beside ${told(others)} with an index each and ${CHUNKS_OF_OTHERS} chunks`,
      ],
    ],
  };
}

/** Other projects with a few of this one's chunks, and an index of each as the product makes them. */
async function withIndexes({ database, config }: Bench, id: string, model: string, count: number): Promise<void> {
  const rows = await database.query<{ id: string }>(
    `INSERT INTO projects (account_scope_id, name) SELECT account_scope_id, 'Beside ' || n
     FROM projects, generate_series(1, $2::int) AS n WHERE id = $1 RETURNING id`,
    [id, count],
  );
  await database.query(
    `INSERT INTO rag_chunks (project_id, source_kind, source_id, chunk_index, text, text_hash, tsv, occurred_at, embedding,
       embedding_model, embedding_status)
     SELECT p, source_kind, source_id, chunk_index, text, text_hash, tsv, occurred_at, embedding, embedding_model, embedding_status
     FROM unnest($2::uuid[]) AS p, (SELECT * FROM rag_chunks WHERE project_id = $1 LIMIT $3) AS few`,
    [id, rows.map((row) => row.id), CHUNKS_OF_OTHERS],
  );
  for (const [at, { id: other }] of rows.entries())
    await makeVectorIndex(database, { name: `hx_bench_${at}`, project: other, dim: config.EMBEDDING_DIM, model });
}
