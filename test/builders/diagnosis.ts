import { readConfig, type Environment } from '../../src/config/read-config.js';
import type { Settings } from '../../src/ops/diagnosis/domain/check.js';
import type {
  ConnectorErrorFacts,
  ConnectorFacts,
  DiagnosisFacts,
  Parts,
} from '../../src/ops/diagnosis/domain/facts.js';

export const NOW = new Date('2026-03-31T12:00:00.000Z');
export const before = (seconds: number): Date => new Date(NOW.getTime() - seconds * 1000);
const MINUTE = 60;
const HOUR = 3600;
export const DAY = 86_400;

const MODEL = 'model-of-the-tests@64';

export const settings = (env: Environment = {}): Settings => {
  const config = readConfig({
    EMBEDDING_PROVIDER: 'local',
    SECRETS_KEY: Buffer.alloc(32, 7).toString('base64'),
    ...env,
  });
  return Object.assign(Object.create(config) as typeof config, { search_model: MODEL });
};

export const connector = (name: string, more: Partial<ConnectorFacts> = {}): ConnectorFacts => ({
  connector: name,
  missing: [],
  barred: null,
  leaving_since: null,
  token_from: 'environment',
  token_variable: `${name.toUpperCase()}_API_TOKEN`,
  can_seal: true,
  sealed_unreadable: false,
  source: null,
  state: {
    status: 'ok',
    stale: false,
    last_error: null,
    last_success_at: before(5 * MINUTE),
    last_attempt_at: before(5 * MINUTE),
    updated_at: before(5 * MINUTE),
  },
  errors: [],
  open_errors: 0,
  dead_letters: 0,
  last_payload: null,
  ...more,
});

export const connectorError = (more: Partial<ConnectorErrorFacts> = {}): ConnectorErrorFacts => ({
  id: '0b8e4f52-7a44-4d0e-9a55-0c8a6f3f9b10',
  operation: 'sync',
  source_ref: '',
  error_kind: 'vendor_error',
  error_message: 'it answered 503',
  status: 'retrying',
  attempt: 2,
  next_retry_at: before(-5 * MINUTE),
  updated_at: before(MINUTE),
  ...more,
});

const RUN = {
  status: 'succeeded',
  error_code: null,
  error_message: null,
  reason: null,
  created_at: before(HOUR),
  finished_at: before(HOUR),
};
const JOBS = ['connectors_sync_cycle', 'embeddings_run', 'kag_daily_pipeline', 'kag_signals_refresh'] as const;

/** A scheduled job of the project that ran well an hour ago. */
export const job = (job_type: string, more: Partial<Parts['schedule'][number]> = {}): Parts['schedule'][number] => ({
  job_type,
  status: 'active',
  cadence_seconds: 900,
  next_run_at: before(-MINUTE),
  last: RUN,
  ...more,
});
export const failedRun = (more: Partial<typeof RUN> | { error_code: string; error_message: string } = {}) => ({
  ...RUN,
  status: 'failed',
  ...more,
});
/** The whole schedule, with these jobs in place of those of the same name. */
export const scheduleWith = (...jobs: Parts['schedule'][number][]): Parts['schedule'] => [
  ...JOBS.filter((name) => jobs.every(({ job_type }) => job_type !== name)).map((name) => job(name)),
  ...jobs,
];

export const forecasts = (more: Partial<Parts['kag']['forecasts'][number]> = {}): Parts['kag']['forecasts'] =>
  ['client_risk', 'delivery_risk', 'finance_risk', 'scope_risk'].map((risk_type) => ({
    risk_type,
    status: 'ok' as const,
    p7: 0.3,
    publishable: true,
    evidence: 4,
    generated_at: before(HOUR),
    ...more,
  }));

/** Facts of a project with which nothing is the matter. */
export const healthy: DiagnosisFacts & { readonly [P in keyof Parts]: Parts[P] } = {
  project: { id: '0e3cf6d8-5a86-4f43-8f0b-8f9f2a4f6c01', name: 'Northwind', created_at: before(60 * DAY) },
  database: {
    answered_ms: 2,
    postgres: '17.2',
    pgvector: '0.8.5',
    pending_migrations: [],
    read_only: null,
    encoding: 'UTF8',
    pooled: false,
  },
  workers: [{ host: 'pod-1', pid: 1, heartbeat_at: before(5), quiet_after_seconds: 30, stopped: false }],
  schedule: scheduleWith(),
  connectors: ['chatwoot', 'attio', 'linear'].map((name) => connector(name)),
  search: {
    pending: 0,
    processing: 0,
    ready: 100,
    failed: 0,
    waiting_error: null,
    next_attempt_at: null,
    rejection: null,
    serving_model: MODEL,
    building_model: null,
  },
  kag: {
    events_30d: 300,
    newest_event_at: before(HOUR),
    oldest_event_at: before(50 * DAY),
    newest_snapshot: '2026-03-31',
    snapshots: [
      { window_days: 7, count: 7 },
      { window_days: 14, count: 14 },
      { window_days: 30, count: 30 },
    ],
    unpublishable_snapshots_14d: 1,
    forecasts: forecasts(),
    shown_recommendations: 1,
    hidden_recommendations: [],
    unadvised_risks: [],
    oldest_new: [{ id: '1b8e4f52-7a44-4d0e-9a55-0c8a6f3f9b10', created_at: before(DAY) }],
    signatures: [7, 14, 30],
    others: 3,
    others_with_signature: 3,
    others_without: [],
  },
  processes: {
    failed_24h: 1,
    finished_24h: 900,
    warnings_24h: 2,
    last_cycle_finished_at: before(10 * MINUTE),
    cycle_looked_back_seconds: 7 * DAY,
    warnings: [],
  },
  request: {
    username: 'olga',
    role: 'operator',
    signed_in_by: 'session',
    scheme: 'https',
    host: 'api.example.com',
    forwarded_scheme: 'https',
    forwarded_for: false,
    page_origin: 'https://api.example.com',
    csrf_cookie: 'matches',
  },
  wall: null,
  replica: null,
  identity: null,
};
