import type { BareDatabase } from '../servers/database.js';

/** By the schedule: a sync cycle with its three children, signals and retries every few minutes, the daily jobs. */
const RUNS_A_DAY = 840;
const DAYS = 30;

/** What projects have in the tables that metrics count: a working day of runs and events, a month of daily jobs. */
const ROWS: readonly [what: string, sql: string][] = [
  [
    'projects',
    `WITH scope AS (INSERT INTO account_scopes (key, name) VALUES ('bench', 'Bench') RETURNING id)
     INSERT INTO projects (account_scope_id, name) SELECT scope.id, 'Client ' || n FROM scope, generate_series(1, $1::int) AS n`,
  ],
  [
    'sync states',
    `INSERT INTO connector_sync_state (project_id, connector, status, last_success_at)
     SELECT id, connector, 'ok', now() - random() * interval '20 minutes'
     FROM projects, unnest(ARRAY['chatwoot', 'linear', 'attio']) AS connector`,
  ],
  [
    'connector errors',
    `INSERT INTO connector_errors (project_id, connector, operation, error_kind, error_message, status, dedupe_key)
     SELECT id, (ARRAY['chatwoot', 'linear', 'attio'])[1 + n % 3], 'sync', 'timeout', 'no answer within 20000 ms',
       (ARRAY['pending', 'retrying', 'dead_letter', 'resolved'])[least(n, 4)], n::text
     FROM projects, generate_series(1, 30) AS n`,
  ],
  [
    'schedules',
    `INSERT INTO scheduled_jobs (project_id, job_type, cadence_seconds, next_run_at)
     SELECT id, job_type, cadence, now() + (random() - 0.01) * make_interval(secs => cadence) FROM projects, (VALUES
       ('connectors_sync_cycle', 900), ('connector_errors_retry', 300), ('embeddings_run', 1200), ('kag_signals_refresh', 900),
       ('kag_daily_pipeline', 86400), ('case_signatures_refresh', 604800), ('connectors_reconciliation_daily', 86400),
       ('retention_cleanup', 86400)) AS jobs (job_type, cadence)`,
  ],
  [
    'runs',
    `INSERT INTO job_runs (project_id, job_type, status, trigger, created_at, started_at, finished_at, result)
     SELECT id, (ARRAY['chatwoot_sync', 'linear_sync', 'attio_sync', 'connectors_sync_cycle', 'connector_errors_retry',
         'kag_signals_refresh', 'embeddings_run'])[1 + n % 7],
       CASE WHEN n % 100 = 0 THEN 'failed' ELSE 'succeeded' END, 'schedule', at, at, at + interval '2 seconds', '{"changed": 0}'::jsonb
     FROM projects, generate_series(1, ${RUNS_A_DAY}) AS n, LATERAL (SELECT now() - n * interval '1 day' / ${RUNS_A_DAY} AS at) AS t
     UNION ALL
     SELECT id, job_type, 'succeeded', 'schedule', at, at, at + interval '2 seconds', '{"changed": 0}'::jsonb
     FROM projects, unnest(ARRAY['kag_daily_pipeline', 'connectors_reconciliation_daily', 'retention_cleanup']) AS job_type,
       generate_series(1, ${DAYS}) AS n, LATERAL (SELECT now() - (n - 0.5) * interval '1 day' AS at) AS t`,
  ],
  [
    'open runs',
    `INSERT INTO job_runs (project_id, job_type, status, trigger)
     SELECT id, 'embeddings_run', CASE WHEN row_number() OVER () <= 4 THEN 'running' ELSE 'queued' END, 'schedule'
     FROM projects LIMIT 40`,
  ],
  [
    'events',
    `INSERT INTO kag_event_log (project_id, event_type, occurred_at, recorded_at, actor, source, payload_json, dedupe_key)
     SELECT id, CASE WHEN n % 2 = 0 THEN 'process_started' WHEN n % 201 = 0 THEN 'process_failed' WHEN n % 301 = 0 THEN 'process_warning'
         ELSE 'process_finished' END, at, at, 'system', 'system', '{"process": "chatwoot_sync"}'::jsonb, n::text
     FROM projects, generate_series(1, ${RUNS_A_DAY} * 2) AS n, LATERAL (SELECT now() - n * interval '1 day' / (${RUNS_A_DAY} * 2) AS at) AS t
     UNION ALL
     SELECT id, 'message_received', at, at, 'client', 'chatwoot', '{}'::jsonb, 'm' || n
     FROM projects, generate_series(1, 200) AS n, LATERAL (SELECT now() - n * interval '6 hours' AS at) AS t`,
  ],
  [
    'chunks',
    `INSERT INTO rag_chunks (project_id, source_kind, source_id, chunk_index, text, text_hash, tsv, occurred_at, embedding,
       embedding_model, embedding_status)
     SELECT id, 'message', n::text, 0, 'When can we have the invoice?', n::text, rag_tsv('When can we have the invoice?'), now(),
       CASE WHEN n > 15 THEN vector.held END, CASE WHEN n > 15 THEN 'text-embedding-3-small' END,
       CASE WHEN n <= 12 THEN 'pending' WHEN n <= 15 THEN 'failed' ELSE 'ready' END
     FROM projects, generate_series(1, 300) AS n, (SELECT array_agg(random())::real[]::vector(1536)::halfvec AS held FROM generate_series(1, 1536)) AS vector`,
  ],
  [
    'snapshots',
    `INSERT INTO project_snapshots (project_id, snapshot_date, as_of, signals_json, scores_json, aggregates_json, evidence_refs, publishable)
     SELECT id, current_date - n, now(), '{}', '{}', '{}', '[]', n % 9 > 0 FROM projects, generate_series(0, ${DAYS}) AS n`,
  ],
  [
    'forecasts',
    `INSERT INTO kag_risk_forecasts (project_id, risk_type, status, p7, p14, p30, base_rate, basis, onsets_seen, drivers,
       publishable, model, evidence_refs, generated_at)
     SELECT id, risk, 'ok', 0.2, 0.3, 0.4, '{}', 'own', 40, '[]', true, 'hazard-v1', '[]', now()
     FROM projects, unnest(ARRAY['delivery_risk', 'finance_risk', 'client_risk', 'scope_risk']) AS risk`,
  ],
  [
    'recommendations',
    `INSERT INTO recommendations_v2 (project_id, category, priority, due_date, owner_role, status, cause, figures, strength,
       peak_strength, evidence_refs, links, suggested_template_key, signal_snapshot, forecast_snapshot,
       evidence_count, evidence_quality_score, evidence_gate_status, episode_started_at, episode_ended_at, created_at)
     SELECT id, category, 4, current_date, 'pm', (ARRAY['new', 'acknowledged', 'done'])[1 + n % 3], 'client_silent', jsonb_build_object('causes', repeat('why ', 60)),
       1, 1, jsonb_build_array(repeat('ref', 500)), '[]', 'waiting_on_client_follow_up', '{}', '{}', 3, 0.6, 'shown',
       now(), CASE WHEN n > 1 THEN now() END, now() - n * interval '9 hours'
     FROM projects, unnest(ARRAY['waiting_on_client', 'delivery_risk', 'finance_risk']) AS category, generate_series(1, 6) AS n`,
  ],
];

/** Fills a migrated, empty database with so many projects; vacuumed at the end, as autovacuum leaves one. */
export async function fillWatchedRows(
  bare: BareDatabase,
  projects: number,
  say: (line: string) => void,
): Promise<void> {
  for (const [what, sql] of ROWS) {
    say(`metrics: writing ${what}`);
    await bare.query(sql, sql.includes('$1') ? [projects] : []);
  }
  await bare.query('VACUUM ANALYZE');
}
