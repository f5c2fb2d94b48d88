import { gzipSync } from 'node:zlib';
import pg from 'pg';
import { dayOf } from '../src/common/day.js';
import { DAY_MS } from '../src/common/time-units.js';
import { DetailsRepository } from '../src/portfolio/details.repository.js';
import { SERIES_DAYS } from '../src/portfolio/domain/series.js';
import { ListedRepository } from '../src/portfolio/listed.repository.js';
import { conclude } from '../test/support/concluded-projects.js';
import type { Cleanups } from './cleanups.js';
import { BareDatabase, type BenchDatabase } from './database.js';
import type { Fact } from './facts.js';
import { signIn, type Servers } from './servers.js';
import { figure, quantile, repeat, type Figure } from './stats.js';

const PROJECTS = 50;
const WARM_UP = 20;
const ROUNDS = 200;
const BUDGET_MS = 60_000;
const GROUP = `Portfolio of ${PROJECTS} projects with 90 days each`;

/** `GET /portfolio` beside the statements that it sends, in turns, so that both meet the same machine. */
export async function benchPortfolio(
  database: BenchDatabase,
  servers: Servers,
  cleanups: Cleanups,
  say: (line: string) => void,
): Promise<{ figures: Figure[]; facts: Fact[] }> {
  await database.renew();
  const server = await servers.start();
  const api = await signIn(server);
  say(`portfolio: rows of ${PROJECTS} projects`);
  const pool = new pg.Pool({ connectionString: database.url, max: 2 });
  cleanups.add(() => pool.end());
  const bare = new BareDatabase(pool);
  const rows = await bare.query<{ id: string; user_id: string }>(
    `INSERT INTO projects (account_scope_id, name)
     SELECT us.account_scope_id, 'Client ' || n FROM user_scopes us, generate_series(1, $1::int) AS n
     RETURNING id, (SELECT user_id FROM user_scopes LIMIT 1) AS user_id`,
    [PROJECTS],
  );
  const ids = rows.map(({ id }) => id);
  await conclude(bare, ids, new Date());
  await bare.query('ANALYZE');
  const from = dayOf(new Date(Date.now() - (SERIES_DAYS - 1) * DAY_MS));
  const [listed, details] = [new ListedRepository(), new DetailsRepository()];
  const read = async () => {
    await listed.of(bare, { userId: rows[0]?.user_id ?? '' });
    await details.points(bare, ids, from);
    await details.risks(bare, ids);
    await details.advice(bare, ids);
    await details.freshness(bare, ids);
  };
  const ask = () => api.call('GET', '/portfolio');
  const timed = async (work: () => Promise<unknown>, samples: number[]) => {
    const started = performance.now();
    await work();
    samples.push(performance.now() - started);
  };
  for (let round = 0; round < WARM_UP; round++) await Promise.all([read(), ask()]);
  say(`portfolio: ${ROUNDS} times each`);
  const [statements, answers]: [number[], number[]] = [[], []];
  await repeat(ROUNDS, BUDGET_MS, async () => {
    await timed(read, statements);
    await timed(ask, answers);
  });
  const bytes = gzipSync(JSON.stringify(await ask())).byteLength;
  await server.stop();
  const p95 = (samples: number[]) =>
    quantile(
      [...samples].sort((a, b) => a - b),
      0.95,
    );
  return {
    figures: [
      figure(GROUP, 'its five statements, bare', 'ms', statements),
      figure(GROUP, 'GET /portfolio', 'ms', answers),
    ],
    facts: [
      ['portfolio, p95 of the route / of its statements', (p95(answers) / p95(statements)).toFixed(2)],
      ['portfolio, packed by gzip', `${(bytes / 1024).toFixed(1)} KiB`],
    ],
  };
}
