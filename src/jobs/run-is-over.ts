import type { Sql } from '../database/index.js';

/** Where rows name the run that holds them. */
export interface Holder {
  table: string;
  /** The table's name in the statement. */
  alias: string;
  column: string;
}

/**
 * SQL condition on rows of these projects: the run that a row names is not running any more, or the row names none.
 * Where rows of projects are on several servers, runs are on another server than they. The runs that are over are then
 * read first, and a run that began since counts as running.
 */
export async function runIsOver(sql: Sql, { table, alias, column }: Holder, projectIds: readonly string[]) {
  const run = `${alias}.${column}`;
  if (!(await sql.distributed()))
    return `NOT EXISTS (SELECT FROM job_runs r
      WHERE r.project_id = ${alias}.project_id AND r.id = ${run} AND r.status = 'running')`;
  const holders = await sql.query<{ project_id: string; id: string }>(
    `SELECT DISTINCT project_id, ${column} AS id FROM ${table} WHERE project_id = ANY ($1::uuid[]) AND ${column} IS NOT NULL`,
    [projectIds],
  );
  const over = await sql.query<{ id: string }>(
    `SELECT h.id FROM unnest($1::uuid[], $2::uuid[]) AS h (project_id, id)
     WHERE NOT EXISTS (SELECT FROM job_runs r WHERE r.project_id = h.project_id AND r.id = h.id AND r.status = 'running')`,
    [holders.map((one) => one.project_id), holders.map((one) => one.id)],
  );
  return `(${run} IS NULL OR ${run} = ANY ('{${over.map((one) => one.id).join(',')}}'::uuid[]))`;
}
