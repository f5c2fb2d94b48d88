import { DataSource } from 'typeorm';
import { DAY_MS } from '../../src/common/time-units.js';
import { bringToHead } from '../../src/bring-to-head.js';
import { dataSourceOptions } from '../../src/database/data-source-options.js';
import { Database, withinProjects, withinWholeScopes } from '../../src/database/index.js';
import { EventLogRepository } from '../../src/kag-events/event-log.repository.js';
import { ReachedRecommendationsRepository } from '../../src/kag-recommendations/reached-recommendations.repository.js';
import { LexicalSearchRepository } from '../../src/search/lexical-search.repository.js';
import { VectorSearchRepository } from '../../src/search/vector-search.repository.js';
import { addBusyProjects } from '../../test/support/busy-projects.js';
import { dailyPipeline } from '../../test/support/daily-pipeline.js';
import { sizesOf, told, type Bench, type Measured } from '../bench.js';
import { figure, type Figure } from '../figures/figure.js';
import { Texts } from '../rows/texts.js';
import { makeVectorIndex } from '../rows/vector-index.js';
import { repeat, timed } from '../timing.js';

const SIZES = {
  full: { projects: 100, days: 60, chunks: 20_000, queries: 100, warmUp: 10, pipelineRounds: 8, budgetMs: 60_000 },
  quick: { projects: 5, days: 20, chunks: 300, queries: 6, warmUp: 2, pipelineRounds: 1, budgetMs: 1_000 },
};
type WallSizes = (typeof SIZES)['full'];
const DIM = 256;
const BATCH = 1_000;
const END = Date.UTC(2026, 2, 11, 0, 5);
const GENERATION = { model: 'bench', dim: DIM };

/** One and the same question in a project's reach and outside of any. */
interface Question {
  name: string;
  ask(round: number): Promise<unknown>;
  within(work: () => Promise<unknown>): Promise<unknown>;
}

/** The same questions by the server's login, as before there was a wall, and within a reach, by turns. */
export async function benchWall(bench: Bench): Promise<Measured> {
  const { database, cleanups, say } = bench;
  const sizes = sizesOf(bench, SIZES);
  const { projects, days, chunks, pipelineRounds } = sizes;
  say(`wall: ${projects} projects`);
  await database.renew();
  await bringToHead(database.url);
  const source = await new DataSource({ ...dataSourceOptions(database.url, 4), entities: [] }).initialize();
  cleanups.add(() => source.destroy());
  const server = new Database(source);
  const until = new Date(END + (pipelineRounds * 2 + 4) * DAY_MS);
  const ids = await addBusyProjects(server, { count: projects, until, days, events: [60, 300] });
  const [mine = ''] = ids;
  const texts = new Texts(7);
  say(`wall: ${2 * chunks} chunks`);
  await addChunks(server, texts, chunks, () => mine);
  await addChunks(server, texts, chunks, (at) => ids[1 + (at % (projects - 1))] ?? mine);
  const pipeline = dailyPipeline(server);
  // What is listed below, and the windows that a worker reads once.
  await pipeline.run(ids, new Date(END));
  await database.query('VACUUM (ANALYZE)');

  const figures: Figure[] = [];
  for (const question of await questions(server, mine, texts, sizes)) {
    say(`wall: ${question.name}`);
    figures.push(...(await byTurns(question, sizes)));
  }
  say('wall: an index of the chunks');
  await makeVectorIndex(database, { name: 'hx_bench', project: mine, dim: DIM, model: 'bench' });
  figures.push(...(await byTurns(vectors(server, mine, 'hx_bench', await someVectors(server)), sizes)));
  for (const [count, name] of [
    [1, 'daily pipeline of one'],
    [projects, 'daily pipeline of all'],
  ] as const) {
    const some = ids.slice(0, count);
    say(`wall: ${name}`);
    const question = {
      name,
      ask: (round: number) => pipeline.run(some, new Date(END + (round + 2) * DAY_MS)),
      within: (work: () => Promise<unknown>) => withinProjects(some, work),
    };
    figures.push(...(await byTurns(question, { ...sizes, queries: pipelineRounds, warmUp: 1 })));
  }
  const fact = `${projects} projects, ${told(chunks)} chunks of one and as many of others, ${DIM} dimensions`;
  return { figures, facts: [['the wall', fact]] };
}

async function questions(
  server: Database,
  mine: string,
  texts: Texts,
  { queries: asked, warmUp }: WallSizes,
): Promise<Question[]> {
  const events = new EventLogRepository(server);
  const recommendations = new ReachedRecommendationsRepository(server);
  const lexical = new LexicalSearchRepository(server);
  const queries = Array.from({ length: asked + warmUp }, () => texts.query());
  const [row] = await server.query<{ scope: string }>('SELECT account_scope_id AS scope FROM projects WHERE id = $1', [
    mine,
  ]);
  const scope = row?.scope ?? '';
  const within = (work: () => Promise<unknown>) => withinProjects([mine], work);
  return [
    { name: 'a page of 50 events', ask: () => events.list(mine, {}, 51, null), within },
    {
      name: 'a page of 50 recommendations of all projects',
      ask: () =>
        recommendations.list({ account_scope_ids: [scope], project_id: null }, { include_hidden: true }, 51, null),
      within: (work) => withinProjects([mine], () => withinWholeScopes(work)),
    },
    {
      name: 'lexical search',
      ask: (round) =>
        lexical.find({ projectId: mine, filter: {}, text: queries.at(round) ?? '', exact: [], wanted: 40 }),
      within,
    },
    vectors(server, mine, null, await someVectors(server)),
  ];
}

function vectors(server: Database, mine: string, index_name: string | null, asked: number[][]): Question {
  const search = new VectorSearchRepository(server);
  const generation = { ...GENERATION, index_name } as never;
  return {
    name: `vector search, ${index_name === null ? 'exact' : 'HNSW'}`,
    ask: (round) =>
      search.nearest({
        projectId: mine,
        filter: {},
        generation,
        vector: asked.at(round % asked.length) ?? [],
        wanted: 40,
        efSearch: 100,
      }),
    within: (work) => withinProjects([mine], work),
  };
}

/** Who comes second finds the pages at hand: each is first as often as the other. */
async function byTurns(
  question: Question,
  { queries, warmUp, budgetMs }: Pick<WallSizes, 'queries' | 'warmUp' | 'budgetMs'>,
): Promise<Figure[]> {
  const open: number[] = [];
  const held: number[] = [];
  const turns = [
    (round: number) => timed(open, () => question.ask(round)),
    (round: number) => timed(held, () => question.within(() => question.ask(round))),
  ] as const;
  for (let round = 0; round < warmUp; round++) for (const turn of turns) await turn(round);
  open.length = held.length = 0;
  await repeat(queries, budgetMs, async (round) => {
    for (const turn of round % 2 === 0 ? turns : turns.toReversed()) await turn(warmUp + round);
  });
  const of = [question.name];
  return [
    figure('wall.held', held, { of, floor: open }),
    figure(
      'wall.each',
      held.map((ms, at) => ms / (open[at] ?? NaN)),
      { of },
    ),
  ];
}

async function addChunks(
  server: Database,
  texts: Texts,
  chunks: number,
  projectOf: (at: number) => string,
): Promise<void> {
  for (let first = 0; first < chunks; first += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, chunks - first) }, (_, at) => first + at);
    await server.run(
      `INSERT INTO rag_chunks (project_id, source_kind, source_id, chunk_index, text, text_hash, tsv, occurred_at,
         embedding, embedding_model, embedding_status)
       SELECT project_id, 'message', n::text, 0, text, md5(text), rag_tsv(text), now() - n * interval '1 minute',
         (SELECT array_agg(random() - 0.5) FROM generate_series(1, ${DIM} + 0 * n))::real[]::vector::halfvec, 'bench', 'ready'
       FROM unnest($1::uuid[], $2::int[], $3::text[]) AS given (project_id, n, text)`,
      [numbers.map(projectOf), numbers, numbers.map(() => texts.message())],
    );
  }
}

async function someVectors(server: Database): Promise<number[][]> {
  const rows = await server.query<{ vector: number[] }>(
    `SELECT (SELECT array_agg(random() - 0.5) FROM generate_series(1, ${DIM} + 0 * n))::float8[] AS vector
     FROM generate_series(1, 20) AS n`,
  );
  return rows.map(({ vector }) => vector);
}
