import { sizesOf, told, type Bench, type Measured } from '../bench.js';
import { figure } from '../figures/figure.js';
import { writeChunks } from '../rows/corpus.js';
import { Texts } from '../rows/texts.js';
import { BareSearch, TOP_K } from '../servers/bare-search.js';
import { newProject, signIn } from '../servers/servers.js';
import { repeat, timed } from '../timing.js';

const SIZES = {
  full: { chunks: 50_000, queries: 300, warmUp: 30, budgetMs: 90_000 },
  quick: { chunks: 300, queries: 10, warmUp: 2, budgetMs: 5_000 },
};

/** Search by words in a large project, beside one that is as large: over HTTP, and its statement alone. */
export async function benchLexical(bench: Bench): Promise<Measured> {
  const { database, servers, config, cleanups, say } = bench;
  const { chunks, queries, warmUp, budgetMs } = sizesOf(bench, SIZES);
  await database.renew();
  const server = await servers.start({ ROLE: 'api', EMBEDDING_PROVIDER: 'hashing' });
  const api = await signIn(server);
  const [mine, other] = [await newProject(api, 'Searched'), await newProject(api, 'Another')];
  const [texts, asked] = [new Texts(21), new Texts(22)];
  say(`lexical: ${told(2 * chunks)} chunks`);
  for (const id of [mine, other]) await writeChunks(database.url, config, id, chunks, texts);
  await database.query('VACUUM (ANALYZE) rag_chunks');
  const bare = new BareSearch(database.url, config);
  cleanups.add(() => bare.close());
  const [http, sql]: [number[], number[]] = [[], []];
  const turn = async (round: number) => {
    const query = asked.query();
    const ask = () => api.call('POST', '/search', { project_id: mine, query, mode: 'lexical', topK: TOP_K });
    const state = async () => void sql.push(await bare.time(mine, 'lexical', query));
    // Who comes second finds the query's pages at hand.
    if (round % 2 === 0) await state();
    await timed(http, ask);
    if (round % 2 === 1) await state();
  };
  for (let round = 0; round < warmUp; round++) await turn(round);
  http.length = sql.length = 0;
  say(`lexical: ${queries} queries`);
  await repeat(queries, budgetMs, turn);
  await server.stop();
  return {
    figures: [figure('lexical.answer', http, { floor: sql })],
    facts: [['search by words', `${told(chunks)} chunks of the project, as many of another; topK ${TOP_K}`]],
  };
}
