import { Injectable } from '@nestjs/common';
import { Database, toJsonb, type Sql, type Tx } from '../database/index.js';
import { Interrupted } from './domain/goes-on.js';
import type { JobResult, Progress } from './job-definition.js';
import type { JobRun, RunError, RunKey, RunTrigger } from './job-run.entity.js';
import { RUN_QUEUE } from './queue-names.js';

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

/** Which runs are listed. */
export interface RunFilter {
  job_type?: string | undefined;
  job_types?: readonly string[];
  status?: string | undefined;
  parent_run_id?: string | undefined;
}

/** Which attempt of a run is meant: what an attempt writes counts only while the run is still that attempt's. */
export interface RunAttempt extends RunKey {
  attempt: number;
}

/** How an attempt ended: well, badly, or not at all, so that its run is queued again. */
export type AttemptOutcome =
  { status: 'succeeded'; result: JobResult } | { status: 'failed'; error: RunError } | { status: 'queued' };

/** A part that was left open would be joined by whoever wants such a run, and nobody would do it. */
const PART_OF_ENDED: RunError = {
  code: 'job_cancelled',
  message: 'The run that this one was a part of has ended without it',
};

@Injectable()
export class JobRunsRepository {
  constructor(private readonly database: Database) {}

  /** Opens the run, or finds the open one of the same project and type (`joined`). One wins, whoever asks at once. */
  async open(tx: Tx, wanted: WantedRun): Promise<{ run: JobRun; joined: boolean }> {
    for (;;) {
      const [opened] = await this.openNew(tx, [wanted]);
      if (opened) return { run: opened, joined: false };
      const [open] = await tx.query<JobRun>(
        `SELECT * FROM job_runs WHERE project_id = $1 AND job_type = $2 AND status IN ('queued', 'running')`,
        [wanted.project_id, wanted.job_type],
      );
      // It may have finished between the two statements; then the next insert succeeds.
      if (open) return { run: open, joined: true };
    }
  }

  /** Opens those of the runs that have no equal open already; returns the new ones. */
  async openNew(tx: Tx, wanted: readonly WantedRun[]): Promise<JobRun[]> {
    if (wanted.length === 0) return [];
    // In one order, whoever opens: two that wait for each other's rows would be a deadlock. So in the other statements.
    return tx.query<JobRun>(
      `INSERT INTO job_runs (project_id, job_type, trigger, triggered_by, request_id, parent_run_id, payload)
       SELECT project_id, job_type, trigger, triggered_by, request_id, parent_run_id, payload
       FROM jsonb_to_recordset($1::jsonb) AS wanted (project_id uuid, job_type text, trigger text, triggered_by text,
         request_id text, parent_run_id uuid, payload jsonb)
       ORDER BY project_id, job_type
       ON CONFLICT (project_id, job_type) WHERE status IN ('queued', 'running') DO NOTHING
       RETURNING *`,
      [toJsonb(wanted)],
    );
  }

  /**
   * Marks the open runs that these follow-ups join, and locks them: `settle` sees the mark, and the next run all that the
   * follow-ups' transaction did. Returns the ids of the projects whose run is marked, with its type.
   */
  async wantAgain(tx: Tx, wanted: readonly Pick<WantedRun, 'project_id' | 'job_type'>[]): Promise<Set<string>> {
    const rows = await tx.query<{ project_id: string; job_type: string }>(
      `UPDATE job_runs r SET follow_up_wanted = true
       FROM (SELECT project_id, id FROM job_runs JOIN unnest($1::uuid[], $2::text[]) AS w (project_id, job_type) USING (project_id, job_type)
             WHERE status IN ('queued', 'running') ORDER BY project_id, id FOR NO KEY UPDATE OF job_runs) open
       WHERE r.project_id = open.project_id AND r.id = open.id AND r.status IN ('queued', 'running')
       RETURNING r.project_id, r.job_type`,
      [wanted.map((run) => run.project_id), wanted.map((run) => run.job_type)],
    );
    return new Set(rows.map(sameRun));
  }

  /**
   * Begins the next attempt of those of the runs that are still open; returns them. Waits for what is being written behind
   * the fence of the attempt before, and ends that: FOR UPDATE is the one lock that `hold` does not go with. A run that is
   * a part of one under way is begun by that one only, which says so with `asPart`.
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
   * Makes a run that waits in the queue a part of another; whether it was there to be had. One whose worker has died waits
   * there too, or the run that it was a part of does.
   */
  async adopt(tx: Tx, run: RunKey, parentId: string): Promise<boolean> {
    const { affected } = await tx.run(
      `UPDATE job_runs r SET parent_run_id = $3
       WHERE project_id = $1 AND id = $2 AND id <> $3 AND (
         (status = 'queued' AND parent_run_id IS NULL)
         OR (status = 'running' AND parent_run_id IS DISTINCT FROM $3 AND EXISTS (
           SELECT FROM pgboss.job j WHERE j.name = $4 AND j.state < 'active'
             AND j.data -> 'runs' @> jsonb_build_array(jsonb_build_object('id', coalesce(r.parent_run_id, r.id))))))`,
      [run.project_id, run.id, parentId, RUN_QUEUE],
    );
    return affected > 0;
  }

  /**
   * The fence of these attempts: lets their writing pass as long as all of them are the present ones of open runs, and
   * keeps them so until the transaction ends. What one attempt wrote after the next has begun could undo what that has
   * written. @throws Interrupted where another goes on with one of the runs
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
   * Cancels an open run with its open parts, whoever does them: from here on none of their attempts writes anything.
   * Returns the runs that this ended, the run itself first; none where it was over.
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

  /** Why this run was cancelled; null where it was not. */
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

/** What makes two wanted runs the same one. */
export const sameRun = ({ project_id, job_type }: { project_id: string; job_type: string }): string =>
  `${project_id} ${job_type}`;

/** The keys in the form that `unnest` takes. */
function columnsOf(keys: readonly RunKey[]): [projectIds: string[], ids: string[]] {
  return [keys.map((key) => key.project_id), keys.map((key) => key.id)];
}
