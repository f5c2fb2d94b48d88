import { Injectable } from '@nestjs/common';
import { toJsonb, type Tx } from '../database/index.js';
import type { JobRun, RunKey, RunTrigger } from './job-run.entity.js';
import { ABANDONED_QUEUE, RUN_QUEUE } from './queue-names.js';

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

/** Younger runs are not looked for: most end before, and to lose a message takes longer. */
const YOUNG_SECONDS = 60;

/** Opens runs, and joins wanted runs to open ones: a project has one open run of a job at most. */
@Injectable()
export class RunOpeningsRepository {
  /** Opens the run, or finds the open one of the same project and type (`joined`). Of several at once, one wins. */
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
    // All statements take rows in one order: two that wait for each other's rows are a deadlock.
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
   * Marks the open runs that these follow-ups join, and locks them: `settle` sees the mark, and the next run all that
   * the follow-ups' transaction did. Returns the ids of the projects whose run is marked, with its type.
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
   * Makes a run that waits in the queue a part of another. Returns false where it does not wait there. After its worker
   * has died a run waits there again, or the run that it was a part of does.
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
   * Open runs of these jobs that nothing in the queue is about, the oldest first, save those that an open run has as
   * its parts: their message was lost, as where the database comes from a backup. Locks them; those that another
   * process has locked are left to it.
   */
  async lost(tx: Tx, jobTypes: readonly string[], limit: number): Promise<JobRun[]> {
    return tx.query<JobRun>(
      `SELECT r.* FROM job_runs r
       WHERE r.status IN ('queued', 'running') AND r.job_type = ANY ($1)
         AND r.created_at < now() - make_interval(secs => $2)
         AND NOT EXISTS (
           SELECT FROM job_runs p
           WHERE p.project_id = r.project_id AND p.id = r.parent_run_id AND p.status IN ('queued', 'running'))
         AND NOT EXISTS (
           SELECT FROM pgboss.job j, jsonb_to_recordset(j.data -> 'runs') AS m (id uuid)
           WHERE j.name = ANY ($3) AND j.state IN ('created', 'retry', 'active') AND m.id = r.id)
       ORDER BY r.created_at, r.project_id, r.id LIMIT $4 FOR UPDATE OF r SKIP LOCKED`,
      [jobTypes, YOUNG_SECONDS, [RUN_QUEUE, ABANDONED_QUEUE], limit],
    );
  }
}

/** What makes two wanted runs the same one. */
export const sameRun = ({ project_id, job_type }: { project_id: string; job_type: string }): string =>
  `${project_id} ${job_type}`;
