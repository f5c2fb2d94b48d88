import { DataSource } from 'typeorm';
import { bringToHead } from '../src/bring-to-head.js';
import { dataSourceOptions } from '../src/database/data-source-options.js';
import { Database, withinProjects, withinWholeScopes } from '../src/database/index.js';
import { EventLogRepository } from '../src/kag-events/event-log.repository.js';
import { ReachedRecommendationsRepository } from '../src/kag-recommendations/reached-recommendations.repository.js';
import { LexicalSearchRepository } from '../src/search/lexical-search.repository.js';
import { VectorSearchRepository } from '../src/search/vector-search.repository.js';
import { addBusyProjects } from '../test/support/busy-projects.js';
import { dailyPipeline } from '../test/support/daily-pipeline.js';
import type { Cleanups } from './cleanups.js';
import type { BenchDatabase } from './database.js';
import { figure, repeat, type Figure } from './stats.js';
import { Texts } from './texts.js';

const PROJECTS = 100;
const DAYS = 60;
const CHUNKS = 20_000;
const DIM = 256;
const QUERIES = 100;
const WARM_UP = 10;
const PIPELINE_ROUNDS = 8;
const BUDGET_MS = 60_000;
const DAY_MS = 86_400_000;
const END = Date.UTC(2026, 2, 11, 0, 5);
const GROUP = `The wall between projects, ${PROJECTS} projects, ${CHUNKS.toLocaleString('en-US')} chunks of one and as many of others`;
const GENERATION = { model: 'bench', dim: DIM };

/** One and the same question in a project's reach and outside of any. */
interface Question {
  name: string;
  ask(round: number): Promise<unknown>;
  within(work: () => Promise<unknown>): Promise<unknown>;
}

/** The same questions by the server's login, as before there was a wall, and within a reach, by turns. */
export async function benchWall(
  database: BenchDatabase,
  cleanups: Cleanups,
  say: (line: string) => void,
): Promise<Figure[]> {
  say(`wall: ${PROJECTS} projects`);
  await database.renew();
  await bringToHead(database.url);
  const source = await new DataSource({ ...dataSourceOptions(database.url, 4), entities: [] }).initialize();
  cleanups.add(() => source.destroy());
  const server = new Database(source);
  const until = new Date(END + (PIPELINE_ROUNDS * 2 + 2) * DAY_MS);
  const ids = await addBusyProjects(server, { count: PROJECTS, until, days: DAYS, events: [60, 300] });
  const [mine = ''] = ids;
  const texts = new Texts(7);
  say(`wall: ${2 * CHUNKS} chunks`);
  await addChunks(server, texts, () => mine);
  await addChunks(server, texts, (at) => ids[1 + (at % (PROJECTS - 1))] ?? mine);
  const pipeline = dailyPipeline(server);
  // What is listed below, and the windows that a worker reads once.
  await pipeline.run(ids, new Date(END));
  await database.query('VACUUM (ANALYZE)');

  const figures: Figure[] = [];
  for (const question of await questions(server, mine, texts)) {
    say(`wall: ${question.name}`);
    figures.push(...(await byTurns(question, QUERIES, WARM_UP)));
  }
  say('wall: an index of the chunks');
  const index = `CREATE INDEX hx_bench ON rag_chunks USING hnsw ((embedding::halfvec(${DIM})) halfvec_cosine_ops)
    WHERE project_id = '${mine}' AND embedding_model = 'bench' AND deleted_at IS NULL`;
  await database.query(index);
  figures.push(...(await byTurns(vectors(server, mine, 'hx_bench', await someVectors(server)), QUERIES, WARM_UP)));
  for (const count of [1, PROJECTS]) {
    const some = ids.slice(0, count);
    say(`wall: daily pipeline of ${count}`);
    const day = (round: number) => new Date(END + (round + 2) * DAY_MS);
    figures.push(
      ...(await byTurns(
        {
          name: `daily pipeline of ${count}`,
          ask: (round) => pipeline.run(some, day(round)),
          within: (work) => withinProjects(some, work),
        },
        PIPELINE_ROUNDS,
        1,
      )),
    );
  }
  return figures;
}

async function questions(server: Database, mine: string, texts: Texts): Promise<Question[]> {
  const events = new EventLogRepository(server);
  const recommendations = new ReachedRecommendationsRepository(server);
  const lexical = new LexicalSearchRepository(server);
  const queries = Array.from({ length: QUERIES + WARM_UP }, () => texts.query());
  const [row] = await server.query<{ scope: string }>('SELECT account_scope_id AS scope FROM projects WHERE id = $1', [
    mine,
  ]);
  const scope = row?.scope ?? '';
  const within = (work: () => Promise<unknown>) => withinProjects([mine], work);
  return [
    { name: 'a page of 50 events', ask: () => events.list(mine, {}, 51, null), within },
    {
      name: `a page of 50 recommendations of ${PROJECTS} projects`,
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
async function byTurns(question: Question, rounds: number, warmUp: number): Promise<Figure[]> {
  const open: number[] = [];
  const held: number[] = [];
  const timed = async (into: number[], work: () => Promise<unknown>) => {
    const started = performance.now();
    await work();
    into.push(performance.now() - started);
  };
  const turns = [
    (round: number) => timed(open, () => question.ask(round)),
    (round: number) => timed(held, () => question.within(() => question.ask(round))),
  ] as const;
  await repeat(rounds + warmUp, BUDGET_MS, async (round) => {
    for (const turn of round % 2 === 0 ? turns : turns.toReversed()) await turn(round);
    if (round < warmUp) open.length = held.length = 0;
  });
  return [
    figure(GROUP, `${question.name}, without`, 'ms', open),
    figure(GROUP, `${question.name}, with`, 'ms', held),
    figure(
      GROUP,
      `${question.name}, with ÷ without`,
      '×',
      held.map((ms, at) => ms / (open[at] ?? NaN)),
    ),
  ];
}

async function addChunks(server: Database, texts: Texts, projectOf: (at: number) => string): Promise<void> {
  const BATCH = 1_000;
  for (let first = 0; first < CHUNKS; first += BATCH) {
    const numbers = Array.from({ length: BATCH }, (_, at) => first + at);
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
