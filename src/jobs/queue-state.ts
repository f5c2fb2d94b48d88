import { createRequire } from 'node:module';
import type { Sql } from '../database/index.js';
import { ABANDONED_QUEUE, QUEUE_SCHEMA, RUN_QUEUE } from './queue-names.js';

const library = createRequire(import.meta.url)('pg-boss/package.json') as { pgboss: { schema: number } };
/**
 * What this version of the queue's library works on. A newer schema serves too: releases overlap while they roll out.
 */
const NEEDED = library.pgboss.schema;

export interface QueueState {
  hasSchema: boolean;
  /** Of its tables; null where there are none. */
  version: number | null;
  queues: number;
}

/** The SELECT list that tells of the queue's tables; it fails where there are none. */
export const QUEUE_COLUMNS = `(SELECT version FROM ${QUEUE_SCHEMA}.version) AS version,
  (SELECT count(*)::int FROM ${QUEUE_SCHEMA}.queue WHERE name IN ('${RUN_QUEUE}', '${ABANDONED_QUEUE}')) AS queues`;

/** What the database has of the queue. */
export async function queueState(sql: Pick<Sql, 'query'>): Promise<QueueState> {
  const [there] = await sql.query<{ schema: boolean; tables: boolean }>(
    `SELECT to_regnamespace($1) IS NOT NULL AS schema,
       EXISTS (SELECT FROM pg_tables WHERE schemaname = $1 AND tablename = 'version') AS tables`,
    [QUEUE_SCHEMA],
  );
  const hasSchema = there?.schema ?? false;
  if (!there?.tables) return { hasSchema, version: null, queues: 0 };
  const [row] = await sql.query<{ version: number; queues: number }>(`SELECT ${QUEUE_COLUMNS}`);
  return { hasSchema, version: row?.version ?? null, queues: row?.queues ?? 0 };
}

/** Whether there are tables of an older version. */
export const isOld = <S extends Pick<QueueState, 'version'>>(state: S): state is S & { version: number } =>
  state.version !== null && state.version < NEEDED;

/** What `npm run migrate` has still to do for the queue, in words; nothing where it is at head. */
export function pendingOf(state: Pick<QueueState, 'version' | 'queues'>): string[] {
  if (state.version === null) return ['the tables of the queue'];
  if (isOld(state)) return [`the tables of the queue from version ${state.version} to ${NEEDED}`];
  return state.queues < 2 ? ['the queues'] : [];
}

export const pendingQueue = async (sql: Pick<Sql, 'query'>): Promise<string[]> => pendingOf(await queueState(sql));
