import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../database/index.js';

/** Rows removed in one statement: short locks, however many there are. */
const BATCH = 2_000;

/** Tables whose rows lead to their project by a key on one server, and by none where rows are on several. */
const WITHOUT_A_KEY = ['job_runs', 'scheduled_jobs', 'api_tokens'];

const CANCELLED = { code: 'job_cancelled', message: 'The project was removed' };

/**
 * What is left of projects that were removed. It goes over every module's tables, by the keys that lead to projects.
 */
@Injectable()
export class ProjectsRemovalRepository {
  constructor(private readonly database: Database) {}

  /**
   * Stops what would go on in the project: its runs, its schedule, the syncs that write, and sessions that chose it.
   */
  async stop(tx: Tx, projectId: string): Promise<void> {
    await tx.run(`UPDATE connector_sync_state SET run_id = NULL WHERE project_id = $1`, [projectId]);
    await tx.run(
      `UPDATE job_runs SET status = 'cancelled', error = $2, finished_at = now()
       WHERE project_id = $1 AND status IN ('queued', 'running')`,
      [projectId, JSON.stringify(CANCELLED)],
    );
    await tx.run(`DELETE FROM scheduled_jobs WHERE project_id = $1`, [projectId]);
    await tx.run(`DELETE FROM project_sources WHERE project_id = $1`, [projectId]);
    await tx.run(
      `UPDATE sessions SET sess = (sess::jsonb - 'active_project_id')::json WHERE sess ->> 'active_project_id' = $1::text`,
      [projectId],
    );
  }

  /** Projects whose storage is still to be given free. */
  async removed(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      'SELECT id FROM projects WHERE removed_at IS NOT NULL ORDER BY removed_at',
    );
    return rows.map((row) => row.id);
  }

  /** Tables with rows of projects: those that refer to others of them come first. */
  async tables(): Promise<string[]> {
    const rows = await this.database.query<{ name: string }>(
      `WITH RECURSIVE tenants AS (
         SELECT conrelid, 1 AS depth FROM pg_constraint WHERE contype = 'f' AND confrelid = 'projects'::regclass AND conparentid = 0
         UNION
         SELECT name::regclass::oid, 1 FROM unnest($1::text[]) AS name
         UNION
         SELECT c.conrelid, t.depth + 1 FROM tenants t
         JOIN pg_constraint c ON c.contype = 'f' AND c.confrelid = t.conrelid AND c.conrelid <> c.confrelid AND c.conparentid = 0)
       SELECT conrelid::regclass::text AS name FROM tenants GROUP BY conrelid ORDER BY max(depth) DESC, 1`,
      [WITHOUT_A_KEY],
    );
    return rows.map((row) => row.name);
  }

  /**
   * Removes the next rows of the project; `runId`: the run that does so is kept for last. Returns how many. Each
   * partition has places of the same numbers, so the project is named with them.
   */
  async removeSome(table: string, projectId: string, runId: string): Promise<number> {
    const but = table === 'job_runs' ? 'AND id <> $2' : 'AND $2::uuid IS NOT NULL';
    const { affected } = await this.database.run(
      `DELETE FROM ${table} WHERE project_id = $1 AND ctid = ANY (ARRAY(SELECT ctid FROM ${table} WHERE project_id = $1 ${but} LIMIT ${BATCH}))`,
      [projectId, runId],
    );
    return affected;
  }

  /** Removes the project's own row, and with it what was written since: from then on nothing can be. */
  async finish(tx: Tx, projectId: string): Promise<void> {
    for (const table of WITHOUT_A_KEY) await tx.run(`DELETE FROM ${table} WHERE project_id = $1`, [projectId]);
    await tx.run('DELETE FROM projects WHERE id = $1 AND removed_at IS NOT NULL', [projectId]);
  }
}
