import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '../database/index.js';
import type { JobRun, RunError, RunKey } from './job-run.entity.js';
import { columnsOf } from './run-keys.js';

/** Which runs are listed. */
export interface RunFilter {
  job_type?: string | undefined;
  job_types?: readonly string[];
  status?: string | undefined;
  parent_run_id?: string | undefined;
}

/** Answers what runs there are. */
@Injectable()
export class JobRunsRepository {
  constructor(private readonly database: Database) {}

  /** Why this run was cancelled; null: it was not. */
  async cancelled({ project_id, id }: RunKey): Promise<RunError | null> {
    const [run] = await this.database.query<{ error: RunError | null }>(
      `SELECT error FROM job_runs WHERE project_id = $1 AND id = $2 AND status = 'cancelled'`,
      [project_id, id],
    );
    return run?.error ?? null;
  }

  async find(sql: Sql, projectId: string, id: string): Promise<JobRun | null> {
    const [run] = await sql.query<JobRun>(`SELECT * FROM job_runs WHERE project_id = $1 AND id = $2`, [projectId, id]);
    return run ?? null;
  }

  /** These runs as they are now, in any order; one statement however many are watched. */
  async findMany(keys: readonly RunKey[]): Promise<JobRun[]> {
    return this.database.query<JobRun>(
      `SELECT r.* FROM job_runs r
       JOIN unnest($1::uuid[], $2::uuid[]) AS k (project_id, id) USING (project_id, id)`,
      columnsOf(keys),
    );
  }

  /** The newest runs first, after the one with the id `afterId`. */
  async list(projectId: string, filter: RunFilter, limit: number, afterId: string | null): Promise<JobRun[]> {
    const after = afterId === null ? null : { project_id: projectId, id: afterId };
    return this.newest('p.id = $1', projectId, filter, limit, after);
  }

  /** The newest runs of all projects of an account scope first, after this one. */
  async listOfScope(scopeId: string, filter: RunFilter, limit: number, after: RunKey | null): Promise<JobRun[]> {
    return this.newest('p.account_scope_id = $1', scopeId, filter, limit, after);
  }

  /** Each project gives its newest by its own index; of those the newest are taken. */
  private newest(
    which: string,
    value: string,
    filter: RunFilter,
    limit: number,
    after: RunKey | null,
  ): Promise<JobRun[]> {
    return this.database.query<JobRun>(
      `SELECT r.* FROM projects p CROSS JOIN LATERAL (
         SELECT * FROM job_runs own
         WHERE own.project_id = p.id
           AND ($2::text[] IS NULL OR own.job_type = ANY ($2))
           AND ($3::text IS NULL OR own.status = $3)
           AND ($4::uuid IS NULL OR own.parent_run_id = $4)
           AND ($6::uuid IS NULL OR (own.created_at, own.id) <
             (SELECT last.created_at, last.id FROM job_runs last WHERE last.project_id = $5 AND last.id = $6))
         ORDER BY own.created_at DESC, own.id DESC LIMIT $7) r
       WHERE ${which}
       ORDER BY r.created_at DESC, r.id DESC
       LIMIT $7`,
      [
        value,
        filter.job_types ?? (filter.job_type === undefined ? null : [filter.job_type]),
        filter.status ?? null,
        filter.parent_run_id ?? null,
        after?.project_id ?? null,
        after?.id ?? null,
        limit,
      ],
    );
  }

  /** Whether another project of the same account scope has a run of this type that has not begun. */
  async othersWait(projectId: string, jobType: string): Promise<boolean> {
    const [row] = await this.database.query<{ wait: boolean }>(
      `SELECT EXISTS (SELECT FROM projects own
         JOIN projects p ON p.account_scope_id = own.account_scope_id AND p.id <> own.id
         JOIN job_runs r ON r.project_id = p.id AND r.job_type = $2 AND r.status = 'queued'
         WHERE own.id = $1) AS wait`,
      [projectId, jobType],
    );
    return row?.wait ?? false;
  }

  /** The latest run of each job type. */
  async latest(projectId: string): Promise<JobRun[]> {
    return this.database.query<JobRun>(
      `SELECT DISTINCT ON (job_type) * FROM job_runs WHERE project_id = $1 ORDER BY job_type, created_at DESC, id DESC`,
      [projectId],
    );
  }
}
