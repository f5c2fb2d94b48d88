import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../database/index.js';

export interface ScheduleRow {
  id: string;
  job_type: string;
  status: 'active' | 'paused';
  cadence_seconds: number;
  next_run_at: Date;
  due: boolean;
  lag_seconds: number;
  last_run_at: Date | null;
  last_status: string | null;
  last_error: string | null;
}

export interface Slot {
  project_id: string;
  job_type: string;
}

/** A job that the schedule runs; `together`: for many projects at once, and so due for all at the same moments. */
export interface ScheduledType {
  type: string;
  cadenceSeconds: number;
  dueAtOnce: boolean;
  together: boolean;
}

/**
 * The next moment that all projects share. They are counted from a Monday, five minutes past midnight UTC: when a daily
 * job is due, the day before is over by every machine's clock.
 */
const nextShared = (cadenceSeconds: string) =>
  `date_bin(make_interval(secs => ${cadenceSeconds}), now(), timestamptz '2001-01-01 00:05:00+00') + make_interval(secs => ${cadenceSeconds})`;

const SHOWN = `
  SELECT s.id, s.job_type, s.status, s.cadence_seconds, s.next_run_at,
    s.status = 'active' AND s.next_run_at <= now() AS due,
    CASE WHEN s.status = 'active' THEN greatest(0, floor(extract(epoch FROM now() - s.next_run_at)))::int ELSE 0 END AS lag_seconds,
    s.last_run_at, r.status AS last_status, r.error ->> 'message' AS last_error
  FROM scheduled_jobs s
  LEFT JOIN LATERAL (SELECT status, error FROM job_runs r
    WHERE r.project_id = s.project_id AND r.job_type = s.job_type ORDER BY r.created_at DESC LIMIT 1) r ON true`;

@Injectable()
export class ScheduleRepository {
  constructor(private readonly database: Database) {}

  /**
   * Gives projects the scheduled jobs they lack, spread over time so that many projects don't run at once, save those
   * that run together; `recentOnly` looks at projects of the last hour, so that a tick's cost does not grow with the
   * projects there are.
   */
  async seed(jobs: readonly ScheduledType[], recentOnly: boolean): Promise<void> {
    await this.database.run(
      `INSERT INTO scheduled_jobs (project_id, job_type, cadence_seconds, next_run_at)
       SELECT p.id, j.job_type, j.cadence_seconds,
         CASE WHEN j.due_at_once THEN now()
              WHEN j.together THEN ${nextShared('j.cadence_seconds')}
              ELSE now() + make_interval(secs => j.cadence_seconds * (0.5 + random() / 2)) END
       FROM projects p CROSS JOIN unnest($1::text[], $2::int[], $4::boolean[], $5::boolean[])
         AS j (job_type, cadence_seconds, due_at_once, together)
       WHERE p.account_scope_id IS NOT NULL AND (NOT $3 OR p.created_at > now() - interval '1 hour')
       ON CONFLICT (project_id, job_type) DO NOTHING`,
      [
        jobs.map((job) => job.type),
        jobs.map((job) => job.cadenceSeconds),
        recentOnly,
        jobs.map((job) => job.dueAtOnce),
        jobs.map((job) => job.together),
      ],
    );
  }

  /**
   * Claims up to `limit` due slots and moves each to its next time: one cadence from now, ±5 % so that projects drift
   * apart, or the next moment of all projects for what runs together. Time that went by while nothing ran makes one
   * run, not many. Slots that another dispatcher holds are left to it.
   */
  async claimDue(tx: Tx, jobs: readonly ScheduledType[], limit: number, projectId: string | null): Promise<Slot[]> {
    return tx.query<Slot>(
      `UPDATE scheduled_jobs s
       SET last_run_at = now(), updated_at = now(),
           next_run_at = CASE WHEN s.job_type = ANY ($4) THEN ${nextShared('s.cadence_seconds')}
                              ELSE now() + make_interval(secs => s.cadence_seconds * (0.95 + random() * 0.1)) END
       FROM (SELECT project_id, job_type FROM scheduled_jobs
             WHERE status = 'active' AND next_run_at <= now() AND job_type = ANY ($1)
               AND ($3::uuid IS NULL OR project_id = $3)
             ORDER BY next_run_at, job_type FOR UPDATE SKIP LOCKED LIMIT $2) due
       WHERE s.project_id = due.project_id AND s.job_type = due.job_type
       RETURNING s.project_id, s.job_type`,
      [jobs.map((job) => job.type), limit, projectId, jobs.filter((job) => job.together).map((job) => job.type)],
    );
  }

  async list(projectId: string): Promise<ScheduleRow[]> {
    return this.database.query<ScheduleRow>(`${SHOWN} WHERE s.project_id = $1 ORDER BY s.job_type`, [projectId]);
  }

  /** Changes a scheduled job; a new cadence counts from now. Null when the project has no such job. */
  async change(
    tx: Tx,
    slot: Slot,
    change: { status: 'active' | 'paused'; cadence_seconds: number | null },
  ): Promise<ScheduleRow | null> {
    const { affected } = await tx.run(
      `UPDATE scheduled_jobs SET status = $3, cadence_seconds = coalesce($4, cadence_seconds), updated_at = now(),
         next_run_at = CASE WHEN $4::int IS NULL THEN next_run_at
                            ELSE least(next_run_at, now() + make_interval(secs => $4)) END
       WHERE project_id = $1 AND job_type = $2`,
      [slot.project_id, slot.job_type, change.status, change.cadence_seconds],
    );
    if (affected === 0) return null;
    const [row] = await tx.query<ScheduleRow>(`${SHOWN} WHERE s.project_id = $1 AND s.job_type = $2`, [
      slot.project_id,
      slot.job_type,
    ]);
    return row ?? null;
  }
}
