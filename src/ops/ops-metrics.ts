import type { SampledGauges } from '../metrics/index.js';

/** Gauges over all projects that no single module owns. */
export function defineOpsGauges(gauges: SampledGauges): void {
  gauges.define({
    labels: ['state'],
    sql: `SELECT state, (SELECT count(*)::int FROM job_runs WHERE status = state) AS runs FROM unnest(ARRAY['queued', 'running']) AS state`,
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
    labels: ['status'],
    sql: `SELECT embedding_status AS status, count(*)::int AS chunks FROM rag_chunks WHERE deleted_at IS NULL GROUP BY embedding_status`,
    gauges: [{ name: 'kag_rag_chunks', help: 'Chunks in search, by how far their embedding is', column: 'chunks' }],
  });
  gauges.define({
    labels: [],
    sql: `SELECT (count(*) FILTER (WHERE event_type = 'process_failed'))::float8 / greatest(1, count(*) FILTER (WHERE event_type IN ('process_failed', 'process_finished'))) AS failed,
            (count(*) FILTER (WHERE event_type = 'process_warning'))::float8 / greatest(1, count(*) FILTER (WHERE event_type IN ('process_failed', 'process_finished'))) AS warnings
          FROM kag_event_log WHERE event_type LIKE 'process\\_%' AND recorded_at > now() - interval '24 hours'`,
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
