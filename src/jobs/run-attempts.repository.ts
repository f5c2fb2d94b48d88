import { Injectable } from '@nestjs/common';
import { Database, toJsonb, type Tx } from '../database/index.js';
import { Interrupted } from './domain/goes-on.js';
import type { JobResult, Progress } from './job-definition.js';
import type { JobRun, RunError, RunKey } from './job-run.entity.js';
import { columnsOf } from './run-keys.js';

/** Which attempt of a run is meant: what an attempt writes counts only while the run is still that attempt's. */
export interface RunAttempt extends RunKey {
  attempt: number;
}

/** How an attempt ended: well, badly, or not at all, so that its run is queued again. */
export type AttemptOutcome =
  { status: 'succeeded'; result: JobResult } | { status: 'failed'; error: RunError } | { status: 'queued' };

/** A part that stayed open would be joined by later runs, and no worker would do it. */
const PART_OF_ENDED: RunError = {
  code: 'job_cancelled',
  message: 'The run that this one was a part of has ended without it',
};

/** Begins, fences and ends the attempts of runs. */
@Injectable()
export class RunAttemptsRepository {
  constructor(private readonly database: Database) {}

  /**
   * Begins the next attempt of those of the runs that are still open; returns them. Waits for what is being written
   * behind the fence of the attempt before, and ends that: FOR UPDATE is the one lock that `hold` does not go with. A
   * run that is a part of one under way is begun by that one only, which says so with `asPart`.
   */
  async begin(keys: readonly RunKey[], workerId: string, asPart = false): Promise<JobRun[]> {
    return this.database.query<JobRun>(
      `UPDATE job_runs r SET status = 'running', worker_id = $3, attempt = r.attempt + 1,
         started_at = coalesce(r.started_at, now()), progress = NULL, follow_up_wanted = false
       FROM (SELECT project_id, id FROM job_runs
             JOIN unnest($1::uuid[], $2::uuid[]) AS k (project_id, id) USING (project_id, id)
             WHERE status IN ('queued', 'running') AND ($4 OR NOT EXISTS (
               SELECT FROM job_runs p
               WHERE p.project_id = job_runs.project_id AND p.id = job_runs.parent_run_id AND p.status = 'running'))
             ORDER BY project_id, id FOR UPDATE OF job_runs) open
       WHERE r.project_id = open.project_id AND r.id = open.id
       RETURNING r.*`,
      [...columnsOf(keys), workerId, asPart],
    );
  }

  /**
   * The fence of these attempts: lets their writing pass as long as all of them are the present ones of open runs, and
   * keeps them so until the transaction ends. What one attempt wrote after the next has begun could undo what that has
   * written.
   * @throws Interrupted where another goes on with one of the runs
   */
  async hold(tx: Tx, attempts: readonly RunAttempt[]): Promise<void> {
    const [held] = await tx.query<{ attempts: number }>(
      `SELECT count(*)::int AS attempts FROM (
         SELECT FROM job_runs r
         JOIN unnest($1::uuid[], $2::uuid[], $3::int[]) AS k (project_id, id, attempt)
           ON r.project_id = k.project_id AND r.id = k.id AND r.attempt = k.attempt
         WHERE r.status = 'running' ORDER BY r.project_id, r.id FOR KEY SHARE OF r) held`,
      [...columnsOf(attempts), attempts.map(({ attempt }) => attempt)],
    );
    if (held?.attempts !== attempts.length) throw new Interrupted('another worker goes on with this run');
  }

  /**
   * Ends these attempts as they say, with the open parts of those that are over; an attempt that was superseded changes
   * nothing. Returns the runs that this changed, as they are now.
   */
  async settle(tx: Tx, attempts: readonly (RunAttempt & AttemptOutcome)[]): Promise<JobRun[]> {
    return tx.query<JobRun>(
      `WITH settled AS (
         UPDATE job_runs r SET status = held.status, result = held.result, error = held.error,
           finished_at = CASE WHEN held.status <> 'queued' THEN now() END,
           worker_id = CASE WHEN held.status <> 'queued' THEN r.worker_id END
         FROM (SELECT r.project_id, r.id, s.status, s.result, s.error
               FROM jsonb_to_recordset($1::jsonb) AS s (project_id uuid, id uuid, attempt int, status text, result jsonb, error jsonb)
               JOIN job_runs r ON r.project_id = s.project_id AND r.id = s.id AND r.attempt = s.attempt
               WHERE r.status = 'running' ORDER BY r.project_id, r.id FOR NO KEY UPDATE OF r) held
         WHERE r.project_id = held.project_id AND r.id = held.id
         RETURNING r.*),
       parts AS (
         UPDATE job_runs r SET status = 'cancelled', error = $2, finished_at = now()
         FROM settled WHERE settled.status <> 'queued' AND r.project_id = settled.project_id
           AND r.parent_run_id = settled.id AND r.status IN ('queued', 'running')
         RETURNING r.*)
       SELECT * FROM settled UNION ALL SELECT * FROM parts`,
      [
        toJsonb(
          attempts.map(({ project_id, id, attempt, ...outcome }) => ({
            project_id,
            id,
            attempt,
            status: outcome.status,
            ...('result' in outcome ? { result: outcome.result } : {}),
            ...('error' in outcome ? { error: outcome.error } : {}),
          })),
        ),
        JSON.stringify(PART_OF_ENDED),
      ],
    );
  }

  /** Keeps how far attempts are, each as it says. */
  async recordProgress(latest: readonly (RunAttempt & { progress: Progress })[]): Promise<void> {
    await this.database.run(
      `UPDATE job_runs r SET progress = held.progress
       FROM (SELECT r.project_id, r.id, s.progress
             FROM jsonb_to_recordset($1::jsonb) AS s (project_id uuid, id uuid, attempt int, progress jsonb)
             JOIN job_runs r ON r.project_id = s.project_id AND r.id = s.id AND r.attempt = s.attempt
             WHERE r.status = 'running' ORDER BY r.project_id, r.id FOR NO KEY UPDATE OF r) held
       WHERE r.project_id = held.project_id AND r.id = held.id`,
      [toJsonb(latest.map(({ project_id, id, attempt, progress }) => ({ project_id, id, attempt, progress })))],
    );
  }

  /** Fails open runs and their open parts, whose workers are gone for good; returns the runs that this ended. */
  async abandon(tx: Tx, keys: readonly RunKey[], error: RunError): Promise<JobRun[]> {
    return tx.query<JobRun>(
      `UPDATE job_runs r SET status = 'failed', error = $3, finished_at = now()
       FROM (SELECT r.project_id, r.id FROM job_runs r
             JOIN unnest($1::uuid[], $2::uuid[]) AS k (project_id, id)
               ON r.project_id = k.project_id AND (r.id = k.id OR r.parent_run_id = k.id)
             WHERE r.status IN ('queued', 'running') ORDER BY r.project_id, r.id FOR UPDATE OF r) open
       WHERE r.project_id = open.project_id AND r.id = open.id
       RETURNING r.*`,
      [...columnsOf(keys), JSON.stringify(error)],
    );
  }

  /**
   * Cancels an open run with its open parts, on any worker: from here on their attempts write nothing.
   * Returns the runs that this ended, the run itself first; an empty list where it was over.
   */
  async cancel(tx: Tx, { project_id, id }: RunKey, error: RunError): Promise<JobRun[]> {
    return tx.query<JobRun>(
      `WITH RECURSIVE whole AS (
         SELECT id, 0 AS depth FROM job_runs WHERE project_id = $1 AND id = $2 AND status IN ('queued', 'running')
         UNION ALL
         SELECT r.id, w.depth + 1 FROM whole w JOIN job_runs r ON r.project_id = $1 AND r.parent_run_id = w.id
         WHERE r.status IN ('queued', 'running')),
       held AS (
         SELECT r.id, w.depth FROM job_runs r JOIN whole w ON w.id = r.id
         WHERE r.project_id = $1 AND r.status IN ('queued', 'running') ORDER BY r.project_id, r.id FOR UPDATE OF r),
       ended AS (
         UPDATE job_runs r SET status = 'cancelled', error = $3, finished_at = now(), follow_up_wanted = false
         FROM held WHERE r.project_id = $1 AND r.id = held.id RETURNING r.*)
       SELECT ended.* FROM ended JOIN held ON held.id = ended.id ORDER BY held.depth`,
      [project_id, id, JSON.stringify(error)],
    );
  }
}
