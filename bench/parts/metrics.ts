import { sampledQueries } from '../../generate/metrics.js';
import { migrate } from '../../src/database/index.js';
import { wait } from '../../src/common/wait.js';
import { sizesOf, told, type Bench, type Measured } from '../bench.js';
import { figure, type Figure } from '../figures/figure.js';
import { fillWatchedRows } from '../rows/watched-rows.js';
import { type BareDatabase, openBare } from '../servers/database.js';
import type { Servers } from '../servers/servers.js';
import { repeat, timed } from '../timing.js';

/** `ages`: whether samples are waited for to become too old, which takes longer than all of a quick run should. */
const SIZES = {
  full: { projects: 1_000, rounds: 3, cached: 20, ages: true, queries: 10, budgetMs: 75_000 },
  quick: { projects: 20, rounds: 1, cached: 5, ages: false, queries: 2, budgetMs: 0 },
};
/** A sample is served for 15 s; from then on a scrape asks for a new one. */
const SAMPLE_AGE_MS = 15_500;
/** Until the new sample is there. */
const SAMPLING_MS = 2_000;

/** How long /metrics takes beside many projects, with figures at hand and without, and the queries behind it. */
export async function benchMetrics(bench: Bench): Promise<Measured> {
  const { database, servers, cleanups, say } = bench;
  const sizes = sizesOf(bench, SIZES);
  await database.renew();
  await migrate(database.url);
  const bare = openBare(database, cleanups);
  await fillWatchedRows(bare, sizes.projects, say);
  const figures: Figure[] = [];
  for (const perProject of [false, true]) {
    say(`/metrics, METRICS_PER_PROJECT=${perProject}`);
    figures.push(...(await queryFigures(bare, perProject, sizes)));
    figures.push(...(await scrapeFigures(servers, perProject, sizes)));
  }
  return {
    figures,
    facts: [['/metrics', `${told(sizes.projects)} projects, a working day of runs and events of each`]],
  };
}

async function queryFigures(
  bare: BareDatabase,
  perProject: boolean,
  { queries, budgetMs }: { queries: number; budgetMs: number },
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { sql, perProject: ofEach, gauges } of sampledQueries()) {
    const text = perProject ? ofEach : sql;
    if (text === undefined) continue;
    const took: number[] = [];
    await repeat(queries, budgetMs, async () => void (await timed(took, () => bare.query(text))));
    figures.push(figure('metrics.query', took, { of: [String(perProject), gauges[0]?.name ?? ''] }));
  }
  return figures;
}

async function scrapeFigures(
  servers: Servers,
  perProject: boolean,
  sizes: { rounds: number; cached: number; ages: boolean; budgetMs: number },
): Promise<Figure[]> {
  const server = await servers.start({ ROLE: 'api', METRICS_PER_PROJECT: String(perProject) });
  const size: number[] = [];
  /** Milliseconds of processor that the server has used until then. */
  const scrape = async (): Promise<number> => {
    const answer = await fetch(`${server.url}/metrics`);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`/metrics answered ${answer.status}`);
    size.push(text.length / 1024);
    return Number(/^process_cpu_seconds_total (\S+)/m.exec(text)?.[1]) * 1000;
  };
  const [first, cached, stale, processor]: [number[], number[], number[], number[]] = [[], [], [], []];
  await timed(first, scrape);
  await repeat(sizes.rounds, sizes.budgetMs, async () => {
    const before = await scrape();
    await repeat(sizes.cached, sizes.budgetMs, async () => void (await timed(cached, scrape)));
    processor.push(((await scrape()) - before) / (sizes.cached + 1));
    if (!sizes.ages) return;
    await wait(SAMPLE_AGE_MS);
    await timed(stale, scrape);
    // What follows is to be of figures at hand.
    await wait(SAMPLING_MS);
  });
  await server.stop();
  const of = [String(perProject)];
  return [
    figure('metrics.first', first, { of }),
    figure('metrics.cached', cached, { of }),
    figure('metrics.processor', processor, { of }),
    ...(sizes.ages ? [figure('metrics.stale', stale, { of })] : []),
    figure('metrics.size', size, { of }),
  ];
}
