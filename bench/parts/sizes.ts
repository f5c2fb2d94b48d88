import pg from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/database/data-source-options.js';
import { Database } from '../../src/database/index.js';
import { addBusyProjects } from '../../test/support/busy-projects.js';
import { dailyPipeline } from '../../test/support/daily-pipeline.js';
import { sizesOf, told, type Bench, type Measured } from '../bench.js';
import { figure } from '../figures/figure.js';
import { writeConversations } from '../rows/conversations.js';
import { sandboxOf, syncedServer } from '../servers/synced-server.js';

const SIZES = {
  full: { conversations: 560, projects: 20, days: 60, events: 2_000, runs: 20_000 },
  quick: { conversations: 40, projects: 2, days: 20, events: 200, runs: 500 },
};
const DIM = 1536;
const DAY_MS = 86_400_000;
const INDEX = 'hx_bench';
/** The tables that grow with what an agency does. */
const TABLES = [
  'cw_messages',
  'rag_chunks',
  'kag_event_log',
  'project_snapshots',
  'case_signatures',
  'job_runs',
] as const;

/** What the rows of the tables that grow take on disk with their indexes, freshly packed, by PostgreSQL's own account. */
export async function benchSizes(bench: Bench): Promise<Measured> {
  const { database, cleanups, say } = bench;
  const { conversations, projects, days, events, runs } = sizesOf(bench, SIZES);
  await database.renew();
  const sandbox = await sandboxOf(await writeConversations(cleanups, conversations), bench);
  const { server, project, sync } = await syncedServer(bench, sandbox, 'Sizes');
  const empty = await sizeOfAll(bench);
  say(`sizes: ${told(sandbox.world.tables.messages.size)} messages and their chunks`);
  await sync();
  await server.stop();
  await sandbox.close();
  say('sizes: vectors and their index');
  await database.query(VECTORS);
  await database.query(
    `CREATE INDEX ${INDEX} ON rag_chunks USING hnsw ((embedding::halfvec(${DIM})) halfvec_cosine_ops)
     WHERE project_id = ${pg.escapeLiteral(project)} AND deleted_at IS NULL`,
  );
  say(`sizes: ${days} days of ${projects} projects`);
  await conclusions(bench);
  await database.query(RUNS, [project, runs]);
  for (const table of TABLES) await database.query(`VACUUM (FULL, ANALYZE) ${table}`);
  const rows: number[] = [];
  const figures = [];
  for (const table of TABLES) {
    const { bytes, count } = await sizeOf(bench, table);
    rows.push(count);
    figures.push(figure('sizes.row', [bytes / count], { of: [table] }));
  }
  const [index] = await database.query<{ bytes: string; count: string }>(
    'SELECT pg_relation_size($1::regclass) AS bytes, (SELECT count(embedding) FROM rag_chunks) AS count',
    [INDEX],
  );
  return {
    figures: [
      ...figures,
      figure('sizes.index', [Number(index?.bytes) / Number(index?.count)]),
      figure('sizes.database', [empty / 2 ** 20]),
    ],
    facts: [
      [
        'sizes',
        `${TABLES.map((table, at) => `${table} ${told(rows[at] ?? 0)}`).join(', ')} rows, packed by VACUUM FULL; ` +
          `vectors of ${DIM} random numbers, events of ${told(events)} a project`,
      ],
    ],
  };
}

/** Days of projects with all that is concluded from them: snapshots and signatures of each week. */
async function conclusions(bench: Bench): Promise<void> {
  const { projects: count, days, events } = sizesOf(bench, SIZES);
  const source = await new DataSource({ ...dataSourceOptions(bench.database.url, 4), entities: [] }).initialize();
  bench.cleanups.add(() => source.destroy());
  const until = new Date();
  const sql = new Database(source);
  const ids = await addBusyProjects(sql, { count, until, days, events: [events, events] });
  const { readings, snapshots, signatures } = dailyPipeline(sql);
  const day = (ago: number) => new Date(until.getTime() - ago * DAY_MS).toISOString().slice(0, 10);
  await readings.refresh(ids, until);
  await snapshots.refresh(ids, { from: day(days - 1), to: day(0) }, until);
  await signatures.refresh(ids, [7, 14, 30], until);
}

/** Bytes of a table with its TOAST and its indexes, without that of the vectors, and its rows. */
async function sizeOf({ database }: Bench, table: string): Promise<{ bytes: number; count: number }> {
  const [row] = await database.query<{ bytes: string; count: string }>(
    `SELECT pg_total_relation_size($1::regclass) -
       CASE WHEN $1 = 'rag_chunks' THEN pg_relation_size($2::regclass) ELSE 0 END AS bytes,
       (SELECT count(*) FROM ${table}) AS count`,
    [table, INDEX],
  );
  return { bytes: Number(row?.bytes), count: Number(row?.count) };
}

async function sizeOfAll({ database }: Bench): Promise<number> {
  const [row] = await database.query<{ bytes: string }>('SELECT pg_database_size(current_database()) AS bytes');
  return Number(row?.bytes);
}

/** Another one for each chunk: the same ones would pack the index as real ones do not. */
const VECTORS = `
  UPDATE rag_chunks c SET embedding_model = 'bench', embedding_status = 'ready', embedding =
    (SELECT array_agg(random() - 0.5) FROM generate_series(1, ${DIM} + 0 * length(c.text)))::real[]::vector::halfvec`;

const RUNS = `
  INSERT INTO job_runs (project_id, job_type, status, trigger, created_at, started_at, finished_at, result)
  SELECT $1, 'chatwoot_sync', 'succeeded', 'schedule', at, at, at + interval '2 seconds',
    '{"mode": "incremental", "fetched": 3, "upserted": 1, "unchanged": 2, "events": 1, "chunks": 1, "requests": 4}'::jsonb
  FROM generate_series(1, $2::int) AS n, LATERAL (SELECT now() - n * interval '2 minutes' AS at) AS t`;
