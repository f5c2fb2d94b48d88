import type { ApiClient } from '../../demo/api-client.js';
import { SEARCH_MODES, type SearchMode } from '../../src/search/search.dto.js';
import { sizesOf, told, type Bench, type Measured } from '../bench.js';
import { figure, type Figure } from '../figures/figure.js';
import { memoryFigures, resident } from '../machine/memory.js';
import { Texts } from '../rows/texts.js';
import { BareSearch, TOP_K } from '../servers/bare-search.js';
import { embeddedProject, type EmbeddedProject } from '../servers/embedded-project.js';
import { signIn } from '../servers/servers.js';

/** `exactMax`: SEARCH_EXACT_MAX_CHUNKS, an empty one for the default. */
const SIZES = {
  full: { projects: 10, chunks: 2_000, large: 20_000, queries: 200, warmUp: 30, exactMax: '' },
  quick: { projects: 2, chunks: 100, large: 400, queries: 10, warmUp: 2, exactMax: '200' },
};
/** A setup that takes longer ends with fewer queries; the figures say with how many. */
const BUDGET_MS = 60_000;

interface Answer {
  results: unknown[];
  embedding_model: string | null;
  degraded: boolean;
}

/** What one mode gave, a place in each list for each query. */
interface Samples {
  http: number[];
  sql: number[];
  full: number;
}

/** Searches small projects, then a large one beside them, one query at a time; on the way embeds them locally. */
export async function benchSearch(bench: Bench): Promise<Measured> {
  const { database, servers, config, cleanups, say } = bench;
  const sizes = sizesOf(bench, SIZES);
  await database.renew();
  const server = await servers.start({
    EMBEDDING_PROVIDER: 'hashing',
    SEARCH_EXACT_MAX_CHUNKS: sizes.exactMax,
  });
  const api = await signIn(server);
  const texts = new Texts(3);
  const queries = new Texts(4);
  const small: EmbeddedProject[] = [];
  for (let at = 1; at <= sizes.projects; at++) {
    say(`embedding ${at}/${sizes.projects}: ${sizes.chunks} chunks by the local provider`);
    small.push(await embeddedProject(api, database, config, sizes.chunks, texts, `Search ${at}`));
  }
  const bare = new BareSearch(database.url, config);
  cleanups.add(() => bare.close());
  const full: number[] = [];
  const lexical: string[] = [];
  const search = async (prefix: 'search.small' | 'search.large', projects: readonly EmbeddedProject[]) => {
    // What autovacuum would have done a little later; without it the first queries pay for the load.
    await database.query('VACUUM (ANALYZE) rag_chunks');
    say(`${prefix}: ${SEARCH_MODES.length} × ${sizes.queries} queries`);
    const ids = projects.map(({ id }) => id);
    const samples = await searchAll(api, bare, ids, queries, sizes);
    // Words find what has them, be it less than was asked for.
    for (const { full: answers, http } of [samples.vector, samples.hybrid]) full.push(answers / http.length);
    lexical.push(`${samples.lexical.full} of ${samples.lexical.http.length}`);
    return SEARCH_MODES.flatMap((mode) => searchFigures(prefix, mode, samples[mode]));
  };
  const ofSmall = await search('search.small', small);
  const afterSmall = resident(server.pid);

  say(`embedding ${sizes.large} chunks of one project, and its index`);
  const large = await embeddedProject(api, database, config, sizes.large, texts, 'Large');
  const { index_name: index } = await bare.generationOf(large.id);
  const ofLarge = await search('search.large', [large]);
  const afterLarge = resident(server.pid);
  await server.stop();
  return {
    figures: [
      figure(
        'embedding.local',
        small.map(({ seconds }) => sizes.chunks / seconds),
      ),
      figure('embedding.large', [large.seconds]),
      ...ofSmall,
      ...ofLarge,
      figure('search.full', full),
      ...memoryFigures('search.memory.small', afterSmall),
      ...memoryFigures('search.memory.large', afterLarge),
    ],
    facts: [
      [
        'search',
        `${sizes.projects} projects of ${told(sizes.chunks)} chunks, one of ${told(sizes.large)}; ${config.EMBEDDING_DIM} ` +
          `dimensions, by the local provider; topK ${TOP_K}, one query at a time, none twice, ${sizes.warmUp} of each mode ` +
          `before the first that counts`,
      ],
      [
        'search, HTTP',
        'fetch on a kept connection, from the request to the parsed answer: session, project, embedding the query, statements, fusion',
      ],
      [
        'search, bare',
        "the same query's list statements alone, through pg with the same parameters, right before or right after it by turns",
      ],
      [`search, lexical answers of ${TOP_K}`, `small projects: ${lexical[0]}; large project: ${lexical[1]}`],
      ['index of the large project', index ?? 'none: its chunks were compared one by one'],
    ],
  };
}

async function searchAll(
  api: ApiClient,
  bare: BareSearch,
  projects: readonly string[],
  queries: Texts,
  sizes: { queries: number; warmUp: number },
): Promise<Record<SearchMode, Samples>> {
  const empty = (): Samples => ({ http: [], sql: [], full: 0 });
  const samples: Record<SearchMode, Samples> = { hybrid: empty(), vector: empty(), lexical: empty() };
  // Mode after mode within each round, so that whatever else the machine does meets all three.
  const until = performance.now() + BUDGET_MS;
  for (let round = -sizes.warmUp; round < sizes.queries && (round < 1 || performance.now() < until); round++) {
    const project = projects.at(round % projects.length) ?? '';
    for (const mode of SEARCH_MODES) {
      const query = queries.query();
      const viaSql = () => bare.time(project, mode, query);
      // The second one finds the query's pages at hand.
      const before = round % 2 === 0 ? await viaSql() : null;
      const { ms, answer } = await viaHttp(api, project, mode, query);
      const sql = before ?? (await viaSql());
      if (answer.degraded || (mode !== 'lexical' && answer.embedding_model === null))
        throw new Error(`a ${mode} search was answered without vectors`);
      if (round < 0) continue;
      samples[mode].http.push(ms);
      samples[mode].sql.push(sql);
      if (answer.results.length === TOP_K) samples[mode].full++;
    }
  }
  return samples;
}

async function viaHttp(api: ApiClient, project: string, mode: SearchMode, query: string) {
  const started = performance.now();
  const answer = await api.call<Answer>('POST', '/search', { project_id: project, query, mode, topK: TOP_K });
  return { ms: performance.now() - started, answer };
}

function searchFigures(prefix: 'search.small' | 'search.large', mode: SearchMode, { http, sql }: Samples): Figure[] {
  return [
    figure(`${prefix}.${mode}`, http, { floor: sql }),
    figure(
      `${prefix}.${mode}.each`,
      http.map((ms, at) => ms / (sql[at] ?? NaN)),
    ),
  ];
}
