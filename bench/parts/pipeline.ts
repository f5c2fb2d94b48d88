import { DataSource } from 'typeorm';
import { DAY_MS } from '../../src/common/time-units.js';
import { dataSourceOptions } from '../../src/database/data-source-options.js';
import { Database, migrate } from '../../src/database/index.js';
import { addBusyProjects } from '../../test/support/busy-projects.js';
import { dailyPipeline } from '../../test/support/daily-pipeline.js';
import { statementsOf } from '../../test/support/statements.js';
import { sizesOf, told, type Bench, type Measured } from '../bench.js';
import { figure, type Figure } from '../figures/figure.js';
import { statisticsOf } from '../figures/statistics.js';
import { openBare } from '../servers/database.js';
import { repeat } from '../timing.js';

/** `events`: of a project in these days, between the two. `beside`: the size that the largest is held against. */
const SIZES = {
  full: { days: 60, events: [1_000, 3_000], sizes: [10, 30, 100, 300, 1_000], beside: 100, rounds: 5 },
  quick: { days: 20, events: [20, 60], sizes: [2, 5, 10], beside: 5, rounds: 1 },
};
/** What the dispatcher puts into one message at most. */
const MESSAGE = 100;
const BUDGET_MS = 120_000;
/** Of the projects whose past is made in one go: as a person would start it for one, but in fewer transactions. */
const BACKFILL = 10;

const END = Date.UTC(2026, 2, 11, 0, 5);

type Pipeline = ReturnType<typeof dailyPipeline>;

/** What a number of projects took, a place in each list for each round. */
interface Sample {
  size: number;
  took: number[];
  statements: number[];
}

/** The daily pipeline for ever more of the projects of a full database, message by message as a worker gets them. */
export async function benchPipeline(bench: Bench): Promise<Measured> {
  const { database, cleanups, say } = bench;
  const { days, events, sizes, beside, rounds } = sizesOf(bench, SIZES);
  const projects = sizes.at(-1) ?? 0;
  say(`daily pipeline: events of ${projects} projects`);
  await database.renew();
  await migrate(database.url);
  const source = await new DataSource({ ...dataSourceOptions(database.url, 4), entities: [] }).initialize();
  cleanups.add(() => source.destroy());
  const server = new Database(source);
  // The days that are measured have events of their own: each run finds what a day brings.
  const until = new Date(END + (sizes.length * rounds + 1) * DAY_MS);
  const history = days + Math.round((until.getTime() - END) / DAY_MS);
  const [least = 0, most = 0] = events.map((each) => Math.round((each * history) / days));
  const ids: string[] = [];
  const bare = openBare(database, cleanups);
  while (ids.length < projects) {
    const count = Math.min(MESSAGE, projects - ids.length);
    ids.push(...(await addBusyProjects(bare, { count, until, days: history, events: [least, most] })));
  }
  await oneScope(server, ids);
  const pipeline = dailyPipeline(server);
  const past = await backfill(pipeline, ids, days, say);
  await database.query('VACUUM (ANALYZE)');

  const samples = sizes.map((size): Sample => ({ size, took: [], statements: [] }));
  // The first run of a worker reads the windows of all cases, whatever its projects.
  await pipeline.run(ids.slice(0, 1), new Date(END));
  let day = 0;
  // Size after size within each round, so that whatever else the machine does meets all of them.
  await repeat(rounds, BUDGET_MS, async (round) => {
    say(`daily pipeline: ${sizes.join(', ')} projects, round ${round + 1}`);
    for (const { size, took, statements } of samples) {
      day += 1;
      const run = await aDay(pipeline, ids.slice(0, size), new Date(END + day * DAY_MS));
      took.push(run.ms);
      statements.push(run.statements / Math.ceil(size / MESSAGE));
    }
  });
  const [row] = await database.query<{ n: string }>('SELECT count(*) AS n FROM kag_event_log WHERE occurred_at <= $1', [
    new Date(END),
  ]);
  return {
    figures: [past, ...figuresOf(samples, beside)],
    facts: [
      [
        'daily pipeline',
        `${told(projects)} projects, ${told(Number(row?.n))} events in ${days} days, snapshots of each`,
      ],
      ['daily pipeline, growth', growth(samples)],
    ],
  };
}

function figuresOf(samples: readonly Sample[], beside: number): Figure[] {
  const each = ({ took, size }: Sample) => took.map((ms) => ms / size);
  const all = samples.at(-1);
  const held = samples.find(({ size }) => size === beside);
  if (!all || !held) throw new Error('nothing was measured');
  return [
    ...samples.slice(0, -1).flatMap((one) => {
      const of = [told(one.size)];
      return [
        figure('pipeline.some', one.took, { of }),
        figure('pipeline.some.each', each(one), { of }),
        figure('pipeline.some.statements', one.statements, { of }),
      ];
    }),
    figure('pipeline.all', all.took),
    figure('pipeline.all.each', each(all), { floor: each(held), of: [told(beside)] }),
    figure('pipeline.all.statements', all.statements),
  ];
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

/** The days of every project's snapshots and the signatures of their weeks, as its own requests would make them. */
async function backfill(
  pipeline: Pipeline,
  ids: readonly string[],
  days: number,
  say: (line: string) => void,
): Promise<Figure> {
  const now = new Date(END);
  const { snapshots, signatures, readings } = pipeline;
  const span = { from: dayBefore(days - 1), to: dayBefore(0) };
  const took: number[] = [];
  for (let first = 0; first < ids.length; first += BACKFILL) {
    if (first % 100 === 0) say(`daily pipeline: ${days} days of snapshots, ${first}/${ids.length} projects`);
    const some = ids.slice(first, first + BACKFILL);
    const started = performance.now();
    await readings.refresh(some, now);
    await snapshots.refresh(some, span, now);
    await signatures.refresh(some, [7, 14, 30], now);
    took.push((performance.now() - started) / some.length);
  }
  return figure('pipeline.backfill', took);
}

const dayBefore = (days: number): string => new Date(END - days * DAY_MS).toISOString().slice(0, 10);

/** How the time grows: 1 is in proportion to the projects, less is better than that. */
function growth(samples: readonly Sample[]): string {
  const medians = samples.map(({ size, took }) => [size, statisticsOf(took).median] as const);
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
