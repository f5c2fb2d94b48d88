import pg from 'pg';
import { sampledQueries } from '../generate/metrics.js';
import { migrate } from '../src/database/index.js';
import type { Cleanups } from './cleanups.js';
import { BareDatabase, type BenchDatabase } from './database.js';
import type { Servers } from './servers.js';
import { figure, repeat, type Figure } from './stats.js';
import { fillWatchedRows, PROJECTS } from './watched-rows.js';

const CACHED = 60;
const STALE = 3;
const QUERY_ROUNDS = 10;
const BUDGET_MS = 75_000;
/** A sample is served for 15 s; from then on a scrape asks for a new one. */
const SAMPLE_AGE_MS = 15_500;

/** How long /metrics takes beside 1,000 projects, with figures at hand and without, and the queries behind it. */
export async function benchMetrics(
  database: BenchDatabase,
  servers: Servers,
  cleanups: Cleanups,
  say: (line: string) => void,
): Promise<Figure[]> {
  await database.renew();
  await migrate(database.url);
  const pool = new pg.Pool({ connectionString: database.url, max: 1 });
  cleanups.add(() => pool.end());
  const bare = new BareDatabase(pool);
  await fillWatchedRows(bare, say);
  const figures: Figure[] = [];
  for (const perProject of [false, true]) {
    const group = `/metrics with ${PROJECTS.toLocaleString('en-US')} projects, METRICS_PER_PROJECT=${perProject}`;
    say(group);
    figures.push(...(await queryFigures(bare, group, perProject)));
    figures.push(...(await scrapeFigures(servers, group, perProject)));
  }
  return figures;
}

async function queryFigures(bare: BareDatabase, group: string, perProject: boolean): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { sql, perProject: ofEach, gauges } of sampledQueries()) {
    const text = perProject ? ofEach : sql;
    if (text === undefined) continue;
    const took: number[] = [];
    await repeat(QUERY_ROUNDS, BUDGET_MS, async () => void took.push(await timed(() => bare.query(text))));
    figures.push(figure(group, `query of ${gauges[0]?.name ?? ''}`, 'ms', took));
  }
  return figures;
}

async function scrapeFigures(servers: Servers, group: string, perProject: boolean): Promise<Figure[]> {
  const server = await servers.start({ ROLE: 'api', METRICS_PER_PROJECT: String(perProject) });
  const sizes: number[] = [];
  /** Milliseconds of CPU that the server has used until then. */
  const scrape = async (): Promise<number> => {
    const answer = await fetch(`${server.url}/metrics`);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`/metrics answered ${answer.status}`);
    sizes.push(text.length / 1024);
    return Number(/^process_cpu_seconds_total (\S+)/m.exec(text)?.[1]) * 1000;
  };
  const first = [await timed(scrape)];
  const cached: number[] = [];
  const stale: number[] = [];
  const cpu: number[] = [];
  await repeat(STALE, BUDGET_MS, async () => {
    const before = await scrape();
    await repeat(CACHED / STALE, BUDGET_MS, async () => void cached.push(await timed(scrape)));
    cpu.push(((await scrape()) - before) / (CACHED / STALE + 1));
    await new Promise((resolve) => setTimeout(resolve, SAMPLE_AGE_MS));
    stale.push(await timed(scrape));
    // Until the new sample is there: what follows is to be of figures at hand.
    await new Promise((resolve) => setTimeout(resolve, 2_000));
  });
  await server.stop();
  return [
    figure(group, 'scrape, the first of a process, right after its start', 'ms', first),
    figure(group, 'scrape, figures at hand', 'ms', cached),
    figure(group, 'CPU time of the server for it, mean of each 21', 'ms', cpu),
    figure(group, 'scrape that starts a new sample', 'ms', stale),
    figure(group, 'size', 'kB', sizes),
  ];
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
