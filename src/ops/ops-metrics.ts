import type { GaugeDefinitions } from '../metrics/index.js';

/** What an alert waits for, however often it is due. */
const TOLD_OF = ['kag_daily_pipeline', 'case_signatures_refresh', 'retention_cleanup'];

/**
 * For a job that never succeeded, its age is that of its schedule. It is overdue once that is more than its cadence, or
 * a day where it is due more often.
 */
const SUCCESS_AGES = `
  SELECT project, job_type, age, greatest(0, age - greatest(86400, cadence_seconds)) AS overdue FROM (
    SELECT s.project_id AS project, s.job_type, s.cadence_seconds,
      extract(epoch FROM now() - coalesce(good.finished_at, s.created_at))::float8 AS age
    FROM scheduled_jobs s LEFT JOIN LATERAL (
      SELECT finished_at FROM job_runs r WHERE r.project_id = s.project_id AND r.job_type = s.job_type AND r.status = 'succeeded'
      ORDER BY r.created_at DESC LIMIT 1) AS good ON true
    WHERE s.status = 'active'
      AND (s.cadence_seconds >= 86400 OR s.job_type IN (${TOLD_OF.map((type) => `'${type}'`).join(', ')}))) AS jobs`;

/** Gauges over all projects that no single module owns. */
export function defineOpsGauges(gauges: GaugeDefinitions): void {
  gauges.define({
    labels: ['state'],
    // Open runs are looked up in their own index: all runs of a month are some millions.
    sql: `SELECT state, count(open.status)::int AS runs FROM unnest(ARRAY['queued', 'running']) AS state
          LEFT JOIN (SELECT status FROM job_runs WHERE status IN ('queued', 'running')) AS open ON open.status = state GROUP BY state`,
    gauges: [{ name: 'kag_queue_depth', help: 'Open job runs, by state', column: 'runs' }],
  });
  gauges.define({
    labels: [],
    sql: `SELECT count(*)::int AS due FROM scheduled_jobs WHERE status = 'active' AND next_run_at <= now()`,
    gauges: [
      {
        name: 'kag_jobs_due',
        help: 'Scheduled jobs whose time has come and that no dispatcher has taken yet',
        column: 'due',
      },
    ],
  });
  gauges.define({
    labels: ['job_type'],
    sql: `SELECT job_type, max(age) AS age, max(overdue) AS overdue FROM (${SUCCESS_AGES}) AS ages GROUP BY job_type`,
    perProject: SUCCESS_AGES,
    gauges: [
      {
        name: 'kag_job_success_age_seconds',
        help: 'Time since the last good run of each active job that is due daily or less often by itself, of the project that waits longest',
        column: 'age',
      },
      {
        name: 'kag_job_overdue_seconds',
        help: 'How much longer than its cadence, or than a day where it is due more often, the last good run is ago',
        column: 'overdue',
      },
    ],
  });
  gauges.define({
    labels: ['status'],
    sql: `SELECT status, coalesce(counted.chunks, 0) AS chunks FROM unnest(ARRAY['pending', 'processing', 'ready', 'failed']) AS status
          LEFT JOIN (SELECT embedding_status AS status, count(*)::int AS chunks FROM rag_chunks WHERE deleted_at IS NULL
            GROUP BY embedding_status) AS counted USING (status)`,
    perProject: `SELECT project_id AS project, embedding_status AS status, count(*)::int AS chunks FROM rag_chunks
                 WHERE deleted_at IS NULL GROUP BY project_id, embedding_status`,
    gauges: [{ name: 'kag_rag_chunks', help: 'Chunks in search, by how far their embedding is', column: 'chunks' }],
  });
  gauges.define({
    labels: [],
    // Told by name and not by LIKE: so the index on outcomes answers alone.
    sql: `SELECT failed::float8 / greatest(1, failed + finished) AS failed, warnings::float8 / greatest(1, failed + finished) AS warnings
          FROM (SELECT count(*) FILTER (WHERE event_type = 'process_failed') AS failed,
              count(*) FILTER (WHERE event_type = 'process_finished') AS finished,
              count(*) FILTER (WHERE event_type = 'process_warning') AS warnings
            FROM kag_event_log WHERE event_type IN ('process_failed', 'process_finished', 'process_warning')
              AND recorded_at > now() - interval '24 hours') AS day`,
    gauges: [
      { name: 'kag_process_failed_ratio', help: 'Share of the last 24 hours’ runs that failed', column: 'failed' },
      { name: 'kag_process_warning_ratio', help: 'Warnings per run in the last 24 hours', column: 'warnings' },
    ],
  });
  gauges.define({
    labels: ['entity'],
    // Of each project the newest alone: the snapshot that its key finds, not all that were ever stored, and the present
    // forecasts, of which there are four.
    sql: `SELECT 'snapshot' AS entity, avg((NOT s.publishable)::int)::float8 AS unpublishable
          FROM projects p CROSS JOIN LATERAL (
            SELECT publishable FROM project_snapshots WHERE project_id = p.id ORDER BY snapshot_date DESC LIMIT 1) AS s
          UNION ALL
          SELECT 'forecast', avg((NOT publishable)::int)::float8 FROM kag_risk_forecasts`,
    gauges: [
      {
        name: 'kag_unpublishable_ratio',
        help: 'Share of the projects’ newest conclusions of this kind that have no evidence and are hidden',
        column: 'unpublishable',
      },
    ],
  });
}
