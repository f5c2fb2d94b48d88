import type { Sql } from '../../database/index.js';
import type { RunFacts, ScheduleFacts } from './domain/facts.js';

type Row = Omit<ScheduleFacts, 'last'> & Nullable<RunFacts>;
type Nullable<T> = { [K in keyof T]: T[K] | null };

/** The schedule of a project, and how each job went last. */
export class ScheduleFactsRepository {
  constructor(private readonly sql: Sql) {}

  async read(projectId: string): Promise<ScheduleFacts[]> {
    const rows = await this.sql.query<Row & { job_status: ScheduleFacts['status'] }>(
      `SELECT s.job_type, s.status AS job_status, s.cadence_seconds, s.next_run_at, r.status, r.error ->> 'code' AS error_code,
         r.error ->> 'message' AS error_message, r.result ->> 'reason' AS reason, r.created_at, r.finished_at
       FROM scheduled_jobs s
       LEFT JOIN LATERAL (SELECT * FROM job_runs r WHERE r.project_id = s.project_id AND r.job_type = s.job_type
         ORDER BY r.created_at DESC LIMIT 1) r ON true
       WHERE s.project_id = $1 ORDER BY s.job_type`,
      [projectId],
    );
    return rows.map(({ job_type, job_status, cadence_seconds, next_run_at, status, created_at, ...run }) => ({
      job_type,
      status: job_status,
      cadence_seconds,
      next_run_at,
      last: status === null || created_at === null ? null : { ...run, status, created_at },
    }));
  }
}
