import { DataSource } from 'typeorm';
import { DAY_MS } from '../../src/common/time-units.js';
import { dataSourceOptions } from '../../src/database/data-source-options.js';
import { Database } from '../../src/database/index.js';
import { addBusyProjects } from '../../test/support/busy-projects.js';
import { dailyPipeline } from '../../test/support/daily-pipeline.js';
import type { Bench } from '../bench.js';
import type { BenchDatabase } from '../servers/database.js';
import { makeVectorIndex } from './vector-index.js';

/** Numbers of a vector. */
export const DIM = 1536;

/** Gives each chunk a vector, and those of the project an index of the name. */
export async function addVectors(database: BenchDatabase, project: string, index: string): Promise<void> {
  await database.query(VECTORS);
  await makeVectorIndex(database, { name: index, project, dim: DIM, model: null });
}

/** Projects with events, all that is concluded from them day by day, and their signatures. */
export async function addDays(
  { database, cleanups }: Bench,
  { projects: count, days, events }: { projects: number; days: number; events: number },
): Promise<void> {
  const source = await new DataSource({ ...dataSourceOptions(database.url, 4), entities: [] }).initialize();
  cleanups.add(() => source.destroy());
  const until = new Date();
  const sql = new Database(source);
  const ids = await addBusyProjects(sql, { count, until, days, events: [events, events] });
  const pipeline = dailyPipeline(sql);
  for (let ago = days - 1; ago >= 0; ago--) await pipeline.run(ids, new Date(until.getTime() - ago * DAY_MS));
  await pipeline.signatures.refresh(ids, [7, 14, 30], until);
}

/** Runs of the project, and the two events that tell of each. */
export async function addRuns(database: BenchDatabase, project: string, count: number): Promise<void> {
  for (const statement of [RUNS, PROCESS_EVENTS]) await database.query(statement, [project, count]);
}

/** Another one for each chunk: the same ones would pack the index as real ones do not. */
const VECTORS = `
  UPDATE rag_chunks c SET embedding_model = 'bench', embedding_status = 'ready', embedding =
    (SELECT array_agg(random() - 0.5) FROM generate_series(1, ${DIM} + 0 * length(c.text)))::real[]::vector::halfvec`;

const AT = `LATERAL (SELECT now() - n * interval '2 minutes' AS at) AS t`;

const RUNS = `
  INSERT INTO job_runs (project_id, job_type, status, trigger, created_at, started_at, finished_at, result)
  SELECT $1, 'chatwoot_sync', 'succeeded', 'schedule', at, at, at + interval '2 seconds',
    '{"mode": "incremental", "fetched": 3, "upserted": 1, "unchanged": 2, "events": 1, "chunks": 1, "requests": 4}'::jsonb
  FROM generate_series(1, $2::int) AS n, ${AT}`;

/** As the product writes them: who ran, how long, and what came of it. */
const PROCESS_EVENTS = `
  INSERT INTO kag_event_log (project_id, event_type, occurred_at, actor, source, payload_json, dedupe_key)
  SELECT $1, type, at, 'system', 'system', note || jsonb_build_object('process', 'chatwoot_sync', 'run_id', run),
    type || ':chatwoot_sync:' || run || ':1'
  FROM generate_series(1, $2::int) AS n, ${AT}, LATERAL (SELECT gen_random_uuid() AS run, n AS nth) AS r,
    (VALUES ('process_started', '{}'::jsonb), ('process_finished', '{"duration_ms": 1200, "counters": {"fetched": 3, "upserted": 1}}')) AS e (type, note)`;
