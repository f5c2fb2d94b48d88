import { SOURCE_TABLES } from '../../src/connectors/vendors.js';
import type { Area } from '../../src/jobs/domain/areas.js';

/** The tables of each area that jobs read and write. */
export const AREA_TABLES: Readonly<Record<Area, readonly string[]>> = {
  projects: ['projects', 'account_scopes'],
  sources: ['project_sources'],
  records: SOURCE_TABLES.map(({ table }) => table),
  syncs: ['connector_sync_state', 'connector_streams', 'connector_rate_budgets', 'sync_reconciliation_metrics'],
  errors: ['connector_errors'],
  webhooks: ['webhook_deliveries', 'connector_due_records'],
  chunks: ['rag_chunks', 'chunk_cuts', 'embedding_generations'],
  events: ['kag_event_log', 'kag_event_feedback', 'kag_second_opinions'],
  signals: ['kag_signal_state', 'kag_signals', 'kag_signal_history', 'kag_scores', 'kag_score_history'],
  days: ['project_snapshots', 'past_case_outcomes'],
  onsets: ['risk_onsets', 'risk_reports'],
  signatures: ['case_signatures'],
  forecasts: ['kag_forecast_models', 'kag_risk_forecasts', 'kag_risk_forecast_history'],
  recommendations: ['recommendations_v2'],
  actions: ['actions'],
  digests: ['digest_subscriptions', 'digest_deliveries'],
  runs: ['job_runs', 'scheduled_jobs'],
  people: ['users', 'user_scopes'],
  tokens: ['api_tokens'],
  audit: ['audit_events'],
};
