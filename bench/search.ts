import type { ApiClient } from '../demo/api-client.js';
import type { Config } from '../src/config/index.js';
import { SEARCH_MODES, type SearchMode } from '../src/search/search.dto.js';
import { BareSearch, TOP_K } from './bare-search.js';
import type { Cleanups } from './cleanups.js';
import type { BenchDatabase } from './database.js';
import { CHUNKS_OF_A_SMALL_PROJECT, embeddedProject, embeddingFigure, type EmbeddedProject } from './embedding.js';
import type { Fact } from './facts.js';
import { memoryFigures, resident } from './memory.js';
import { signIn, type Servers } from './servers.js';
import { figure, type Figure } from './stats.js';
import { Texts } from './texts.js';

const SMALL_PROJECTS = 10;
const LARGE = 20_000;
const QUERIES = 200;
const WARM_UP = 30;
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

/** Searches ten small projects, then a large one beside them, one query at a time; on the way embeds them locally. */
export async function benchSearch(
  database: BenchDatabase,
  servers: Servers,
  config: Config,
  cleanups: Cleanups,
  say: (line: string) => void,
): Promise<{ figures: Figure[]; facts: Fact[] }> {
  await database.renew();
  const server = await servers.start({ EMBEDDING_PROVIDER: 'hashing' });
  const api = await signIn(server);
  const texts = new Texts(3);
  const queries = new Texts(4);
  const small: EmbeddedProject[] = [];
  for (let at = 1; at <= SMALL_PROJECTS; at++) {
    say(`embedding ${at}/${SMALL_PROJECTS}: ${CHUNKS_OF_A_SMALL_PROJECT} chunks by the local provider`);
    small.push(await embeddedProject(api, database, config, CHUNKS_OF_A_SMALL_PROJECT, texts, `Search ${at}`));
  }
  const figures = [
    embeddingFigure(
      'local provider (feature hashing)',
      small.map(({ seconds }) => seconds),
    ),
  ];
  const bare = new BareSearch(database.url, config);
  cleanups.add(() => bare.close());

  const search = async (group: string, projects: readonly EmbeddedProject[]) => {
    // What autovacuum would have done a little later; without it the first queries pay for the load.
    await database.query('VACUUM (ANALYZE) rag_chunks');
    say(`${group}: ${SEARCH_MODES.length} × ${QUERIES} queries`);
    const samples = await searchAll(
      api,
      bare,
      projects.map(({ id }) => id),
      queries,
    );
    for (const mode of SEARCH_MODES) figures.push(...searchFigures(group, mode, samples[mode]));
    return SEARCH_MODES.map((mode) => `${mode} ${samples[mode].full} of ${samples[mode].http.length}`).join(', ');
  };
  const fullSmall = await search('Search, 20,000 chunks in 10 projects', small);
  const afterSmall = resident(server.pid);

  say(`embedding ${LARGE} chunks of one project, and its index`);
  const large = await embeddedProject(api, database, config, LARGE, texts, 'Large');
  figures.push(
    figure('Embedding, one run of 20,000 chunks', 'local provider, HNSW index included', 's', [large.seconds]),
  );
  const { index_name: index } = await bare.generationOf(large.id);
  const fullLarge = await search('Search, one project of 20,000 chunks', [large]);
  figures.push(...memoryFigures('after the searches in small projects', afterSmall));
  figures.push(...memoryFigures('after the searches in the large one', resident(server.pid)));
  await server.stop();
  return {
    figures,
    facts: [
      [
        'search',
        `topK ${TOP_K}, one query at a time, none twice, ${WARM_UP} of each mode before the first that counts; provider local`,
      ],
      [
        'HTTP',
        'fetch on a kept connection, from the request to the parsed answer: session, project, embedding the query, statements, fusion',
      ],
      [
        'SQL',
        "the same query's list statements alone, through pg with the same parameters, right before or right after it by turns",
      ],
      ['answers of 10', `10 projects: ${fullSmall}; large project: ${fullLarge}`],
      ['index of the large project', index ?? 'none: its chunks were compared one by one'],
    ],
  };
}

async function searchAll(
  api: ApiClient,
  bare: BareSearch,
  projects: readonly string[],
  queries: Texts,
): Promise<Record<SearchMode, Samples>> {
  const empty = (): Samples => ({ http: [], sql: [], full: 0 });
  const samples: Record<SearchMode, Samples> = { hybrid: empty(), vector: empty(), lexical: empty() };
  // Mode after mode within each round, so that whatever else the machine does meets all three.
  const until = performance.now() + BUDGET_MS;
  for (let round = -WARM_UP; round < QUERIES && (round < 1 || performance.now() < until); round++) {
    const project = projects.at(round % projects.length) ?? '';
    for (const mode of SEARCH_MODES) {
      const query = queries.query();
      const viaSql = () => bare.time(project, mode, query);
      // Whoever comes second finds the query's pages at hand.
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

function searchFigures(group: string, mode: SearchMode, { http, sql }: Samples): Figure[] {
  return [
    figure(group, `${mode}, HTTP`, 'ms', http),
    figure(group, `${mode}, SQL`, 'ms', sql),
    figure(
      group,
      `${mode}, HTTP ÷ SQL of the same query`,
      '×',
      http.map((ms, at) => ms / (sql[at] ?? NaN)),
    ),
  ];
}
