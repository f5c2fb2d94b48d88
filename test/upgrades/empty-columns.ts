/**
 * Columns that the filled database leaves empty, by table: migrations are walked without a value in them. A new column
 * is filled in test/support/filled-database.ts instead of being listed here.
 */
const BY_TABLE: Readonly<Record<string, string>> = {
  api_tokens: 'last_used_at project_id revoked_at',
  audit_events: 'before',
  connector_errors: 'next_retry_at payload_json resolved_at',
  connector_rate_budgets: 'blocked_until',
  connector_streams: 'error_kind last_error page_cursor',
  connector_sync_state: 'last_error page_cursor run_id',
  embedding_generations: 'index_name retired_at',
  job_runs: 'error',
  kag_forecast_models: 'log_loss',
  rag_chunks:
    'deleted_at embedding_claimed_at embedding_claimed_by embedding_error embedding_next_attempt_at previous_embedding previous_model',
  recommendations_v2:
    'acknowledged_at completed_at condition_gone_since dismissed_at episode_ended_at evidence_gate_reason feedback_note first_shown_at helpful_feedback last_shown_at replaced',
  risk_reports: 'note',
  scheduled_jobs: 'last_run_at',
  user_identities: 'second_factor_at',
  users: 'disabled_at',
};

export const EMPTY_COLUMNS: readonly string[] = Object.entries(BY_TABLE).flatMap(([table, columns]) =>
  columns.split(/\s+/).map((column) => `${table}.${column}`),
);
