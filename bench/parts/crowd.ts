import type { ApiClient } from '../../demo/api-client.js';
import { SEARCH_MODES, type SearchMode } from '../../src/search/search.dto.js';
import { sizesOf, told, type Bench, type Measured } from '../bench.js';
import { figure } from '../figures/figure.js';
import { Texts } from '../rows/texts.js';
import { BareSearch, TOP_K } from '../servers/bare-search.js';
import { embeddedProject } from '../servers/embedded-project.js';
import { signIn } from '../servers/servers.js';
import { timed } from '../timing.js';

/** `buckets`: how many projects of how many chunks; those above `exactMax` have an index of their own. */
const SIZES = {
  full: {
    buckets: [
      [24, 1_000],
      [4, 4_000],
      [2, 10_000],
      [1, 40_000],
    ],
    exactMax: '5000',
    queries: 200,
    warmUp: 40,
    recalls: 50,
  },
  quick: {
    buckets: [
      [2, 50],
      [1, 300],
    ],
    exactMax: '200',
    queries: 24,
    warmUp: 8,
    recalls: 5,
  },
};
const CLIENTS = 8;

interface Bucket {
  chunks: number;
  projects: string[];
}

/** Milliseconds of one mode, and how many of its answers had all results. */
interface Samples {
  http: number[];
  sql: number[];
  each: number[];
  full: number;
}

/** Searches by eight clients at once in projects of very different sizes, over HTTP and by the statements alone. */
export async function benchCrowd(bench: Bench): Promise<Measured> {
  const { database, servers, config, cleanups, say } = bench;
  const sizes = sizesOf(bench, SIZES);
  await database.renew();
  const server = await servers.start({ EMBEDDING_PROVIDER: 'hashing', SEARCH_EXACT_MAX_CHUNKS: sizes.exactMax });
  const api = await signIn(server);
  const texts = new Texts(31);
  const buckets: Bucket[] = [];
  for (const [count = 0, chunks = 0] of sizes.buckets) {
    say(`crowd: ${count} projects of ${told(chunks)} chunks`);
    const projects: string[] = [];
    for (let at = 1; at <= count; at++)
      projects.push((await embeddedProject(api, database, config, chunks, texts, `${chunks} chunks, ${at}`)).id);
    buckets.push({ chunks, projects });
  }
  await database.query('VACUUM (ANALYZE) rag_chunks');
  const bare = new BareSearch(database.url, config, 2 * CLIENTS);
  cleanups.add(() => bare.close());
  const queries = new Texts(32);
  const all = buckets.flatMap(({ projects }) => projects);
  const samples = {} as Record<SearchMode, Samples>;
  for (const mode of SEARCH_MODES) {
    say(`crowd: ${mode}, ${CLIENTS} clients, ${sizes.queries} queries each way`);
    await asked(api, bare, mode, all, queries, sizes.warmUp);
    samples[mode] = await asked(api, bare, mode, all, queries, sizes.queries);
  }
  await server.stop();
  const recalls = await recallsOf(bench, bare, buckets, queries);
  return {
    figures: [
      ...SEARCH_MODES.flatMap((mode) => [
        figure(`crowd.${mode}`, samples[mode].http, { floor: samples[mode].sql }),
        figure(`crowd.${mode}.each`, samples[mode].each),
      ]),
      figure(
        'crowd.full',
        [samples.vector, samples.hybrid].map(({ full, http }) => full / http.length),
      ),
      ...recalls.map(({ chunks, recall }) => figure('crowd.recall', [recall], { of: [told(chunks)] })),
    ],
    facts: [
      [
        'search by many at once',
        `${CLIENTS} clients, ${buckets.map(({ chunks, projects }) => `${projects.length} × ${told(chunks)}`).join(', ')} chunks, ` +
          `${config.EMBEDDING_DIM} dimensions, indexes above ${sizes.exactMax}; topK ${TOP_K}`,
      ],
    ],
  };
}

/** Each client asks one query after the other, over HTTP and bare by turns, so that both meet the same crowd. */
async function asked(
  api: ApiClient,
  bare: BareSearch,
  mode: SearchMode,
  projects: readonly string[],
  queries: Texts,
  count: number,
): Promise<Samples> {
  const samples: Samples = { http: [], sql: [], each: [], full: 0 };
  let next = 0;
  const client = async () => {
    for (let at = next++; at < count; at = next++) {
      const project_id = projects[at % projects.length] ?? '';
      const query = queries.query();
      const before = at % 2 === 0 ? await bare.time(project_id, mode, query) : null;
      const http: number[] = [];
      const { results } = await timed(http, () =>
        api.call<{ results: unknown[] }>('POST', '/search', { project_id, query, mode, topK: TOP_K }),
      );
      const sql = before ?? (await bare.time(project_id, mode, query));
      const [ms = NaN] = http;
      samples.http.push(ms);
      samples.sql.push(sql);
      samples.each.push(ms / sql);
      if (results.length === TOP_K) samples.full++;
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return samples;
}

/** The mean of each bucket. */
async function recallsOf(bench: Bench, bare: BareSearch, buckets: readonly Bucket[], queries: Texts) {
  const { recalls } = sizesOf(bench, SIZES);
  const means: { chunks: number; recall: number }[] = [];
  for (const { chunks, projects } of buckets) {
    bench.say(`crowd: recall in projects of ${told(chunks)} chunks`);
    let sum = 0;
    for (let at = 0; at < recalls; at++)
      sum += await bare.recall(projects[at % projects.length] ?? '', queries.query());
    means.push({ chunks, recall: sum / recalls });
  }
  return means;
}
