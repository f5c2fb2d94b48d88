import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../src/database/data-source-options.js';
import { Database, migrate } from '../src/database/index.js';
import { addBusyProjects } from '../test/support/busy-projects.js';
import { dailyPipeline } from '../test/support/daily-pipeline.js';
import { statementsOf } from '../test/support/statements.js';
import type { Cleanups } from './cleanups.js';
import type { BenchDatabase } from './database.js';
import type { Fact } from './facts.js';
import { figure, quantile, repeat, type Figure } from './stats.js';

const PROJECTS = 1_000;
const DAYS = 60;
const EVENTS = [60, 300] as const;
const SIZES = [10, 30, 100, 300, 1_000];
/** What the dispatcher puts into one message at most. */
const MESSAGE = 100;
const ROUNDS = 5;
const BUDGET_MS = 120_000;
/** Of the projects whose past is made in one go: as a person would start it for one, but in fewer transactions. */
const BACKFILL = 10;

const DAY_MS = 86_400_000;
const END = Date.UTC(2026, 2, 11, 0, 5);
const GROUP = `The daily pipeline, ${DAYS} days of events and snapshots kept of ${PROJECTS.toLocaleString('en-US')} projects`;

type Pipeline = ReturnType<typeof dailyPipeline>;

/** The daily pipeline for ever more of the projects of a full database, message by message as a worker gets them. */
export async function benchPipeline(
  database: BenchDatabase,
  cleanups: Cleanups,
  say: (line: string) => void,
): Promise<{ figures: Figure[]; facts: Fact[] }> {
  say(`daily pipeline: events of ${PROJECTS} projects`);
  await database.renew();
  await migrate(database.url);
  const source = await new DataSource({ ...dataSourceOptions(database.url, 4), entities: [] }).initialize();
  cleanups.add(() => source.destroy());
  const server = new Database(source);
  // The days that are measured have events of their own: each run finds what a day brings.
  const until = new Date(END + (SIZES.length * ROUNDS + 1) * DAY_MS);
  const history = DAYS + Math.round((until.getTime() - END) / DAY_MS);
  const events = EVENTS.map((each) => Math.round((each * history) / DAYS)) as [number, number];
  const ids: string[] = [];
  for (const _message of Array(PROJECTS / MESSAGE))
    ids.push(...(await addBusyProjects(server, { count: MESSAGE, until, days: history, events })));
  await oneScope(server, ids);
  const pipeline = dailyPipeline(server);
  const past = await backfill(pipeline, ids, say);
  await database.query('VACUUM (ANALYZE)');

  const samples = SIZES.map((size) => ({ size, took: [] as number[], statements: [] as number[] }));
  // The first run of a worker reads the windows of all cases, whatever its projects.
  await pipeline.run(ids.slice(0, 1), new Date(END));
  let day = 0;
  // Size after size within each round, so that whatever else the machine does meets all of them.
  await repeat(ROUNDS, BUDGET_MS, async (round) => {
    say(`daily pipeline: ${SIZES.join(', ')} projects, round ${round + 1}`);
    for (const { size, took, statements } of samples) {
      day += 1;
      const run = await aDay(pipeline, ids.slice(0, size), new Date(END + day * DAY_MS));
      took.push(run.ms);
      statements.push(run.statements / Math.ceil(size / MESSAGE));
    }
  });
  const figures = samples.flatMap(({ size, took, statements }) => {
    const projects = `${size.toLocaleString('en-US')} projects`;
    const each = took.map((ms) => ms / size);
    return [
      figure(GROUP, projects, 'ms', took),
      figure(GROUP, `${projects}, time of each`, 'ms', each),
      figure(GROUP, `${projects}, statements of a message of ${Math.min(size, MESSAGE)}`, 'count', statements),
    ];
  });
  const medians = samples.map(
    ({ size, took }) =>
      [
        size,
        quantile(
          [...took].sort((a, b) => a - b),
          0.5,
        ),
      ] as const,
  );
  return { figures: [past, ...figures], facts: [['daily pipeline', growth(medians)]] };
}

/** They were made a message at a time, but are all cases for each other. */
const oneScope = (server: Database, ids: readonly string[]) =>
  server.run(
    `UPDATE projects SET account_scope_id = (SELECT account_scope_id FROM projects WHERE id = $1), name = 'Busy ' || id
     WHERE id = ANY ($2::uuid[])`,
    [ids[0], ids],
  );

/** The pipeline of these projects at this moment, a message after another; the day before is caught up with untimed. */
async function aDay(
  pipeline: Pipeline,
  ids: readonly string[],
  now: Date,
): Promise<{ ms: number; statements: number }> {
  await pipeline.readings.refresh(ids, new Date(now.getTime() - DAY_MS));
  const started = performance.now();
  const statements = await statementsOf(async () => {
    for (let first = 0; first < ids.length; first += MESSAGE)
      await pipeline.run(ids.slice(first, first + MESSAGE), now);
  });
  return { ms: performance.now() - started, statements: statements.length };
}

/** 60 days of every project's snapshots and the signatures of their weeks, as its own requests would make them. */
async function backfill(pipeline: Pipeline, ids: readonly string[], say: (line: string) => void): Promise<Figure> {
  const now = new Date(END);
  const { snapshots, signatures, readings } = pipeline;
  const span = { from: dayBefore(DAYS - 1), to: dayBefore(0) };
  const took: number[] = [];
  for (let first = 0; first < ids.length; first += BACKFILL) {
    if (first % 100 === 0) say(`daily pipeline: ${DAYS} days of snapshots, ${first}/${ids.length} projects`);
    const some = ids.slice(first, first + BACKFILL);
    const started = performance.now();
    await readings.refresh(some, now);
    await snapshots.refresh(some, span, now);
    await signatures.refresh(some, [7, 14, 30], now);
    took.push((performance.now() - started) / some.length);
  }
  return figure(GROUP, `${DAYS} days of one project backfilled, signatures included`, 'ms', took);
}

const dayBefore = (days: number): string => new Date(END - days * DAY_MS).toISOString().slice(0, 10);

/** How the time grows: 1 is in proportion to the projects, less is better than that. */
function growth(medians: readonly (readonly [projects: number, ms: number])[]): string {
  const [smallest, largest] = [medians[0], medians.at(-1)];
  if (!smallest || !largest) throw new Error('nothing was measured');
  const logs = medians.map(([projects, ms]) => [Math.log(projects), Math.log(ms)] as const);
  const mean = (of: readonly number[]) => of.reduce((sum, x) => sum + x, 0) / of.length;
  const [x, y] = [mean(logs.map(([a]) => a)), mean(logs.map(([, b]) => b))];
  const exponent = mean(logs.map(([a, b]) => (a - x) * (b - y))) / mean(logs.map(([a]) => (a - x) ** 2));
  const ratio = largest[1] / smallest[1];
  return (
    `time ~ projects^${exponent.toFixed(2)} from ${smallest[0]} to ${largest[0].toLocaleString('en-US')} ` +
    `(1 = linear): ${(largest[0] / smallest[0]).toFixed(0)} times the projects took ${ratio.toFixed(0)} times as long`
  );
}
