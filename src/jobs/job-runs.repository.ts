import { Injectable } from '@nestjs/common';
import { Database, type Sql, type Tx } from '../database/index.js';
import type { JobResult, Progress } from './job-definition.js';
import type { JobRun, RunError, RunTrigger } from './job-run.entity.js';

/** A run that is wanted, before it is known whether an equal one is open already. */
export interface WantedRun {
  project_id: string;
  job_type: string;
  trigger: RunTrigger;
  triggered_by: string | null;
  request_id: string | null;
  parent_run_id: string | null;
  payload: Record<string, unknown>;
}

/** Which attempt of a run is meant: what an attempt writes counts only while the run is still that attempt's. */
export interface Attempt {
  project_id: string;
  id: string;
  attempt: number;
}

@Injectable()
export class JobRunsRepository {
  constructor(private readonly database: Database) {}

  /** Opens the run, or finds the open one of the same project and type (`joined`). One wins, whoever asks at once. */
  async open(tx: Tx, wanted: WantedRun): Promise<{ run: JobRun; joined: boolean }> {
    for (;;) {
      const [opened] = await tx.query<JobRun>(
        `INSERT INTO job_runs (project_id, job_type, trigger, triggered_by, request_id, parent_run_id, payload)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (project_id, job_type) WHERE status IN ('queued', 'running') DO NOTHING
         RETURNING *`,
        [
          wanted.project_id,
          wanted.job_type,
          wanted.trigger,
          wanted.triggered_by,
          wanted.request_id,
          wanted.parent_run_id,
          wanted.payload,
        ],
      );
      if (opened) return { run: opened, joined: false };
      const [open] = await tx.query<JobRun>(
        `SELECT * FROM job_runs WHERE project_id = $1 AND job_type = $2 AND status IN ('queued', 'running')`,
        [wanted.project_id, wanted.job_type],
      );
      // It may have finished between the two statements; then the next insert succeeds.
      if (open) return { run: open, joined: true };
    }
  }

  /** Begins the next attempt of an open run; null when it is finished already. */
  async begin(projectId: string, id: string, workerId: string): Promise<JobRun | null> {
    const [run] = await this.database.query<JobRun>(
      `UPDATE job_runs SET status = 'running', worker_id = $3, attempt = attempt + 1,
         started_at = coalesce(started_at, now()), progress = NULL
       WHERE project_id = $1 AND id = $2 AND status IN ('queued', 'running')
       RETURNING *`,
      [projectId, id, workerId],
    );
    return run ?? null;
  }

  /** Ends this attempt's run; false when the run is no longer this attempt's, and nothing was written. */
  async finish(
    tx: Tx,
    attempt: Attempt,
    outcome: { result: JobResult } | { error: RunError; cancelled?: boolean },
  ): Promise<boolean> {
    const failed = 'error' in outcome;
    const { affected } = await tx.run(
      `UPDATE job_runs SET status = $4, result = $5, error = $6, finished_at = now()
       WHERE project_id = $1 AND id = $2 AND attempt = $3 AND status = 'running'`,
      [
        attempt.project_id,
        attempt.id,
        attempt.attempt,
        failed ? (outcome.cancelled ? 'cancelled' : 'failed') : 'succeeded',
        failed ? null : JSON.stringify(outcome.result),
        failed ? JSON.stringify(outcome.error) : null,
      ],
    );
    return affected > 0;
  }

  /** Gives this attempt's run back to the queue. */
  async handBack(attempt: Attempt): Promise<void> {
    await this.database.run(
      `UPDATE job_runs SET status = 'queued', worker_id = NULL
       WHERE project_id = $1 AND id = $2 AND attempt = $3 AND status = 'running'`,
      [attempt.project_id, attempt.id, attempt.attempt],
    );
  }

  async recordProgress(attempt: Attempt, progress: Progress): Promise<void> {
    await this.database.run(
      `UPDATE job_runs SET progress = $4 WHERE project_id = $1 AND id = $2 AND attempt = $3 AND status = 'running'`,
      [attempt.project_id, attempt.id, attempt.attempt, JSON.stringify(progress)],
    );
  }

  /** Fails an open run and its open parts, whose workers are gone for good; returns the runs that this ended. */
  async abandon(tx: Tx, projectId: string, id: string, error: RunError): Promise<JobRun[]> {
    return tx.query<JobRun>(
      `UPDATE job_runs SET status = 'failed', error = $3, finished_at = now()
       WHERE project_id = $1 AND (id = $2 OR parent_run_id = $2) AND status IN ('queued', 'running')
       RETURNING *`,
      [projectId, id, JSON.stringify(error)],
    );
  }

  async find(sql: Sql, projectId: string, id: string): Promise<JobRun | null> {
    const [run] = await sql.query<JobRun>(`SELECT * FROM job_runs WHERE project_id = $1 AND id = $2`, [projectId, id]);
    return run ?? null;
  }

  /** These runs as they are now, in any order; one statement however many are watched. */
  async findMany(keys: readonly { project_id: string; id: string }[]): Promise<JobRun[]> {
    return this.database.query<JobRun>(
      `SELECT r.* FROM job_runs r
       JOIN unnest($1::uuid[], $2::uuid[]) AS k (project_id, id) USING (project_id, id)`,
      [keys.map((key) => key.project_id), keys.map((key) => key.id)],
    );
  }

  /** The newest runs first, after the one with the id `afterId`. */
  async list(
    projectId: string,
    filter: { job_type?: string | undefined; status?: string | undefined },
    limit: number,
    afterId: string | null,
  ): Promise<JobRun[]> {
    return this.database.query<JobRun>(
      `SELECT * FROM job_runs
       WHERE project_id = $1
         AND ($2::text IS NULL OR job_type = $2)
         AND ($3::text IS NULL OR status = $3)
         AND ($4::uuid IS NULL
              OR (created_at, id) < (SELECT last.created_at, last.id FROM job_runs last WHERE last.project_id = $1 AND last.id = $4))
       ORDER BY created_at DESC, id DESC
       LIMIT $5`,
      [projectId, filter.job_type ?? null, filter.status ?? null, afterId, limit],
    );
  }

  /** The latest run of each job type. */
  async latest(projectId: string): Promise<JobRun[]> {
    return this.database.query<JobRun>(
      `SELECT DISTINCT ON (job_type) * FROM job_runs WHERE project_id = $1 ORDER BY job_type, created_at DESC, id DESC`,
      [projectId],
    );
  }
}
