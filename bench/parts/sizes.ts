import { sizesOf, told, type Bench, type Measured } from '../bench.js';
import { figure, type Figure } from '../figures/figure.js';
import { capacityOf, type Bytes, type Project } from '../machine/capacity.js';
import type { Fact } from '../machine/facts.js';
import { writeConversations } from '../rows/conversations.js';
import { addDays, addRuns, addVectors, DIM } from '../rows/sized-rows.js';
import { resultOf, sandboxOf, syncedServer } from '../servers/synced-server.js';

const SIZES = {
  full: { conversations: 560, projects: 20, days: 60, events: 2_000, runs: 20_000 },
  quick: { conversations: 40, projects: 2, days: 20, events: 200, runs: 500 },
};
const INDEX = 'hx_bench';
const MEMORIES_GIB = [4, 16, 64];
/** Tables with rows of a project's day; the states that signals are folded from among them. */
const DAILY = [
  'project_snapshots',
  'kag_signal_history',
  'kag_score_history',
  'kag_risk_forecast_history',
  'kag_signal_state',
] as const;
/** What the machines are told for: a client who writes every day, for a year. */
const TALK = { messages_a_day: 20, days: 365 };

/**
 * What rows take with their indexes, freshly packed, by PostgreSQL's own account; and for how many memory is enough.
 */
export async function benchSizes(bench: Bench): Promise<Measured> {
  const { database, say } = bench;
  const sizes = sizesOf(bench, SIZES);
  await database.renew();
  const { project, empty, scheduled, chunks_of_a_message, events_of_a_message } = await synced(bench);
  say('sizes: vectors and their index');
  await addVectors(database, project, INDEX);
  say(`sizes: ${sizes.days} days of ${sizes.projects} projects`);
  await addDays(bench, sizes);
  const index = await sizeOf(bench, INDEX, 'rag_chunks');
  const chunks = await sizeOf(bench, 'rag_chunks');
  const events = await sizeOf(bench, 'kag_event_log');
  const runsBefore = await sizeOf(bench, 'job_runs');
  say(`sizes: ${told(sizes.runs)} runs`);
  await addRuns(database, project, sizes.runs);
  const each = ({ bytes, rows }: Size) => bytes / rows;
  const bytes: Bytes = {
    chunk: (chunks.bytes - index.bytes) / chunks.rows,
    index: each(index),
    message: each(await sizeOf(bench, 'cw_messages')),
    event: each(events),
    process: each(beyond(events, await sizeOf(bench, 'kag_event_log'))),
    run: each(beyond(runsBefore, await sizeOf(bench, 'job_runs'))),
    day: await bytesOfADay(bench),
    signature: each(await sizeOf(bench, 'case_signatures')),
  };
  const usual: Project = {
    ...TALK,
    chunks_of_a_message,
    events_of_a_message,
    runs_a_day: scheduled,
    run_days: bench.config.JOB_RUN_RETENTION_DAYS,
    process_days: bench.config.EVENT_LOG_RETENTION_DAYS,
  };
  return {
    figures: [...rowFigures(bytes), figure('sizes.empty', [empty / 2 ** 20]), figure('sizes.runs', [scheduled])],
    facts: [
      [
        'sizes',
        `packed by VACUUM FULL; ${told(chunks.rows)} chunks with ${DIM} random numbers each, ${told(events.rows)} events`,
      ],
      ...MEMORIES_GIB.map((memory) => capacityFact(memory, bytes, usual)),
    ],
  };
}

/** A project by its first sync: its rows for a message, and what the schedule has for it. */
async function synced(bench: Bench) {
  const { database, servers, cleanups, say } = bench;
  const sandbox = await sandboxOf(await writeConversations(cleanups, sizesOf(bench, SIZES).conversations), bench);
  const { server, project, sync } = await syncedServer(bench, sandbox, 'Sizes');
  const empty = await bytesOfAll(bench);
  const messages = sandbox.world.tables.messages.size;
  say(`sizes: ${told(messages)} messages and their chunks`);
  const { chunks, events } = resultOf(await sync());
  await server.stop();
  await sandbox.close();
  // A worker that begins gives each project its schedule.
  await (await servers.start()).stop();
  const [row] = await database.query<{ runs: number }>(
    'SELECT sum(86400.0 / cadence_seconds)::float8 AS runs FROM scheduled_jobs WHERE project_id = $1',
    [project],
  );
  const scheduled = Math.round(row?.runs ?? 0);
  return { project, empty, scheduled, chunks_of_a_message: chunks / messages, events_of_a_message: events / messages };
}

/** What the tables take that grow by a project's day, of one day of one project. */
async function bytesOfADay(bench: Bench): Promise<number> {
  const { projects, days } = sizesOf(bench, SIZES);
  let bytes = 0;
  for (const table of DAILY) bytes += (await sizeOf(bench, table)).bytes;
  return bytes / (projects * days);
}

function rowFigures({ index, ...rows }: Bytes): Figure[] {
  return [
    ...Object.entries(rows).map(([what, bytes]) =>
      figure('sizes.row', [bytes], { of: [NAMES[what as keyof typeof rows]] }),
    ),
    figure('sizes.index', [index]),
  ];
}

const NAMES: Readonly<Record<Exclude<keyof Bytes, 'index'>, string>> = {
  chunk: 'a chunk with its vector',
  message: 'a message',
  event: 'an event of a project',
  process: 'an event that tells of a run',
  run: 'a run',
  day: 'a day of a project: snapshot, signals, scores and forecasts',
  signature: 'a signature',
};

function capacityFact(memory: number, bytes: Bytes, usual: Project): Fact {
  const { cache_gib, chunks, events, projects, disk_gib } = capacityOf(memory, bytes, usual);
  return [
    `enough for ${memory} GiB of memory`,
    `${cache_gib} GiB of cache: ${told(chunks)} chunks or ${told(events)} events with nothing else, or ${told(projects)} ` +
      `projects of ${usual.messages_a_day} messages a day for ${usual.days} days, which take ${told(Math.round(disk_gib))} GiB on disk`,
  ];
}

interface Size {
  bytes: number;
  rows: number;
}

const beyond = (before: Size, after: Size): Size => ({
  bytes: after.bytes - before.bytes,
  rows: after.rows - before.rows,
});

/** Bytes of a table with its partitions, TOAST and all of its indexes, or of an index, and the table's rows. */
async function sizeOf({ database }: Bench, relation: string, table = relation): Promise<Size> {
  await database.query(`VACUUM (FULL, ANALYZE) ${table}`);
  const [row] = await database.query<{ bytes: string; rows: string }>(
    `SELECT (SELECT sum(pg_total_relation_size(relid)) FROM (
         SELECT $1::regclass AS relid UNION SELECT relid FROM pg_partition_tree($1)) AS parts) AS bytes, (SELECT count(*) FROM ${table}) AS rows`,
    [relation],
  );
  return { bytes: Number(row?.bytes), rows: Number(row?.rows) };
}

async function bytesOfAll({ database }: Bench): Promise<number> {
  const [row] = await database.query<{ bytes: string }>('SELECT pg_database_size(current_database()) AS bytes');
  return Number(row?.bytes);
}
