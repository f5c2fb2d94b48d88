import type { PlacedTable } from './layout.js';

export type Query = (text: string, parameters?: readonly unknown[]) => Promise<unknown[]>;

/** Whether Citus is installed in the database. */
export async function hasCitus(query: Query): Promise<boolean> {
  const [row] = (await query(`SELECT to_regclass('pg_catalog.pg_dist_partition') IS NOT NULL AS has`)) as {
    has: boolean;
  }[];
  return row?.has ?? false;
}

/** Whether rows of projects are spread over several servers. */
export async function isDistributed(query: Query): Promise<boolean> {
  if (!(await hasCitus(query))) return false;
  const [row] = (await query(
    `SELECT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = to_regclass('rag_chunks') AND partmethod = 'h') AS "is"`,
  )) as { is: boolean }[];
  return row?.is ?? false;
}

/** The server's own tables, in a database that has Citus. Partitions are where their table is, and are left out. */
export async function placedTables(query: Query): Promise<PlacedTable[]> {
  return (await query(
    `SELECT c.relname::text AS name,
       EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'project_id' AND a.attnotnull) AS "ofProject",
       CASE WHEN p.partmethod = 'h' THEN 'by project' WHEN p.repmodel = 't' THEN 'every server' ELSE 'coordinator' END
         AS placement
     FROM pg_class c LEFT JOIN pg_dist_partition p ON p.logicalrelid = c.oid
     WHERE c.relnamespace = (SELECT relnamespace FROM pg_class WHERE oid = to_regclass('projects'))
       AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> 'schema_migrations'
     ORDER BY 1`,
  )) as PlacedTable[];
}

/**
 * Where rows are spread, only the coordinator numbers events in their order, and only its locks hold for all.
 * @throws Error when the address leads to another server of the cluster
 */
export async function assertCoordinator(query: Query): Promise<void> {
  if (!(await hasCitus(query))) return;
  const [row] = (await query('SELECT citus_is_coordinator() AS "is"')) as { is: boolean }[];
  if (row?.is) return;
  throw new Error(
    'DATABASE_URL names a Citus worker, which stores rows for the coordinator. Let it name the coordinator.',
  );
}
