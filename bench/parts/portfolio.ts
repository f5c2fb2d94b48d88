import { gzipSync } from 'node:zlib';
import type { ApiClient } from '../../demo/api-client.js';
import { dayOf } from '../../src/common/day.js';
import { DAY_MS } from '../../src/common/time-units.js';
import { DetailsRepository } from '../../src/portfolio/details.repository.js';
import { SERIES_DAYS } from '../../src/portfolio/domain/series.js';
import { ListedRepository } from '../../src/portfolio/listed.repository.js';
import { conclude } from '../../test/support/concluded-projects.js';
import { sizesOf, type Bench, type Measured } from '../bench.js';
import { figure } from '../figures/figure.js';
import { type BareDatabase, openBare } from '../servers/database.js';
import { signIn } from '../servers/servers.js';
import { StatementTap } from '../servers/statement-tap.js';
import { repeat, timed } from '../timing.js';

const SIZES = {
  full: { projects: 50, warmUp: 20, rounds: 200, budgetMs: 60_000 },
  quick: { projects: 10, warmUp: 2, rounds: 10, budgetMs: 5_000 },
};
/** Requests of which the statements are counted. */
const COUNTED = 3;

interface Page {
  projects: { id: string }[];
  next_cursor: string | null;
}

/** `GET /portfolio` beside the statements that it sends, in turns, so that both meet the same machine. */
export async function benchPortfolio(bench: Bench): Promise<Measured> {
  const { database, servers, cleanups, say } = bench;
  const { projects, warmUp, rounds, budgetMs } = sizesOf(bench, SIZES);
  await database.renew();
  const server = await servers.start();
  const api = await signIn(server);
  say(`portfolio: rows of ${projects} projects`);
  const bare = openBare(database, cleanups, 2);
  const rows = await bare.query<{ id: string; user_id: string }>(
    `INSERT INTO projects (account_scope_id, name)
     SELECT us.account_scope_id, 'Client ' || n FROM user_scopes us, generate_series(1, $1::int) AS n
     RETURNING id, (SELECT user_id FROM user_scopes LIMIT 1) AS user_id`,
    [projects],
  );
  const ids = rows.map(({ id }) => id);
  await conclude(bare, ids, new Date());
  await bare.query('ANALYZE');
  const read = statementsOf(bare, ids, rows[0]?.user_id ?? '');
  const ask = () => api.call<Page>('GET', '/portfolio');
  for (let round = 0; round < warmUp; round++) await Promise.all([read(), ask()]);
  say(`portfolio: ${rounds} times each`);
  const [statements, answers]: [number[], number[]] = [[], []];
  await repeat(rounds, budgetMs, async () => {
    await timed(statements, read);
    await timed(answers, ask);
  });
  const size = gzipSync(JSON.stringify(await ask())).byteLength / 1024;
  const requests = await requestsFor(api, ids);
  await server.stop();
  return {
    figures: [
      figure('portfolio.answer', answers, { floor: statements }),
      figure('portfolio.requests', [requests]),
      figure('portfolio.statements', await statementsOfARequest(bench)),
      figure('portfolio.size', [size]),
    ],
    facts: [['portfolio', `${projects} projects with ${SERIES_DAYS} days each`]],
  };
}

/** The five statements of the answer, one after the other. */
function statementsOf(bare: BareDatabase, ids: readonly string[], userId: string): () => Promise<void> {
  const from = dayOf(new Date(Date.now() - (SERIES_DAYS - 1) * DAY_MS));
  const [listed, details] = [new ListedRepository(), new DetailsRepository()];
  return async () => {
    await listed.of(bare, { userId }, dayOf(new Date()));
    await details.points(bare, ids, from);
    await details.risks(bare, ids);
    await details.advice(bare, ids);
    await details.freshness(bare, ids);
  };
}

/** How many requests show them all, page by page. */
async function requestsFor(api: ApiClient, ids: readonly string[]): Promise<number> {
  const missing = new Set(ids);
  let cursor: string | null = null;
  for (let requests = 1; ; requests++) {
    const page: Page = await api.call('GET', `/portfolio${cursor === null ? '' : `?cursor=${cursor}`}`);
    for (const { id } of page.projects) missing.delete(id);
    if (missing.size === 0) return requests;
    if (page.next_cursor === null) throw new Error(`${missing.size} projects are on no page of the portfolio`);
    cursor = page.next_cursor;
  }
}

/** Statements that another server, which is warm, sends for each of a few requests. */
async function statementsOfARequest({ database, servers, cleanups, say }: Bench): Promise<number[]> {
  say('portfolio: its statements');
  const tap = await StatementTap.open(database.url, cleanups);
  const server = await servers.start({ ROLE: 'api' }, tap.url);
  const api = await signIn(server);
  await api.call('GET', '/portfolio');
  const counts: number[] = [];
  for (let request = 0; request < COUNTED; request++) {
    const told = await tap.during(() => api.call('GET', '/portfolio'));
    counts.push(told.filter(({ application }) => application === 'kag-server').length);
  }
  await server.stop();
  await tap.close();
  return counts;
}
