import type { CheckStatus } from './diagnosis.js';

/**
 * Which checks explain which, from the roots on: what stands earlier is looked for first, and a check is explained only
 * by such as stand before it, so that no explanation goes in a circle. The order is that in which work flows through
 * the server: the database carries the processes, these run the connectors, whose records become texts and events, from
 * which signals, snapshots, forecasts and recommendations follow. Shares over a day come last: they only sum up.
 */
export const CAUSES: Readonly<Record<string, readonly string[]>> = {
  database: [],
  pgvector: [],
  migrations: ['pgvector'],
  project_wall: ['migrations'],
  pooler: [],
  replica: [],
  workers: ['pgvector', 'migrations'],
  due_jobs: ['workers'],
  session_project: [],
  trust_proxy_hops: [],
  cookie_flags: [],
  cors_origin: [],
  csrf_cookie: ['cookie_flags', 'cors_origin'],
  identity_provider: [],
  identity_client: ['identity_provider'],
  identity_redirect: ['identity_provider', 'identity_client'],

  connector_configuration: [],
  data_leaving: ['workers'],
  vendor_token: ['connector_configuration'],
  connector_streams: ['vendor_token', 'connector_configuration'],
  jobs_paused: [],
  stuck_connectors: ['workers'],
  dead_letters: ['vendor_token', 'connector_configuration', 'connector_streams'],
  // A sync that met such records is partial, and stays so until they are read: another sync waits for their time.
  connector_errors: [],
  connector_state: [
    'vendor_token',
    'connector_configuration',
    'connector_streams',
    'stuck_connectors',
    'dead_letters',
    'connector_errors',
  ],
  connector_backoff: ['connector_state'],
  last_payload: ['dead_letters', 'connector_errors', 'connector_state', 'vendor_token', 'connector_configuration'],
  source_events: [
    'data_leaving',
    'connector_configuration',
    'vendor_token',
    'stuck_connectors',
    'dead_letters',
    'connector_state',
    'workers',
  ],
  last_cycle: ['workers', 'due_jobs', 'jobs_paused', 'connector_configuration', 'stuck_connectors', 'source_events'],
  connector_lag: [
    'workers',
    'due_jobs',
    'jobs_paused',
    'connector_configuration',
    'vendor_token',
    'stuck_connectors',
    'connector_state',
    'last_cycle',
  ],

  chunks: [
    'data_leaving',
    'connector_configuration',
    'vendor_token',
    'stuck_connectors',
    'connector_state',
    'source_events',
    'workers',
  ],
  embedding_key: [],
  embedding_provider: ['embedding_key'],
  embeddings_ready: ['workers', 'due_jobs', 'embedding_provider', 'jobs_paused', 'embedding_key'],
  model_generation: ['embedding_provider', 'embeddings_ready', 'embedding_key'],

  kag_flags: [],
  daily_pipeline_paused: [],
  daily_pipeline_run: ['workers', 'due_jobs', 'daily_pipeline_paused'],
  snapshots_in_window: ['kag_flags', 'source_events', 'workers', 'daily_pipeline_paused', 'daily_pipeline_run'],
  snapshots_present: [
    'kag_flags',
    'source_events',
    'workers',
    'daily_pipeline_paused',
    'daily_pipeline_run',
    'snapshots_in_window',
  ],
  forecasts_present: ['kag_flags', 'source_events', 'workers', 'daily_pipeline_paused', 'daily_pipeline_run'],
  forecasts_current: ['kag_flags', 'workers', 'daily_pipeline_paused', 'daily_pipeline_run', 'forecasts_present'],
  forecast_evidence: ['source_events', 'forecasts_present', 'forecasts_current'],
  forecasts_publishable: ['forecast_evidence', 'forecasts_present'],
  evidence_gate: ['source_events', 'forecasts_current'],
  recommendations_present: [
    'kag_flags',
    'source_events',
    'forecasts_present',
    'forecasts_current',
    'forecasts_publishable',
    'evidence_gate',
    'daily_pipeline_paused',
  ],
  signatures: ['kag_flags', 'snapshots_in_window', 'snapshots_present', 'workers'],
  similarity_parameters: ['kag_flags'],
  pipeline_warnings: [
    'source_events',
    'snapshots_in_window',
    'forecast_evidence',
    'forecasts_publishable',
    'evidence_gate',
    'signatures',
  ],

  unpublishable_ratio: ['source_events', 'snapshots_in_window'],
  process_failed_ratio: [
    'connector_configuration',
    'vendor_token',
    'connector_state',
    'embedding_provider',
    'daily_pipeline_run',
  ],
  process_warning_ratio: [
    'connector_configuration',
    'vendor_token',
    'connector_state',
    'embedding_provider',
    'evidence_gate',
    'pipeline_warnings',
  ],
  new_recommendations_age: [],
};

/**
 * Checks whose warning is advice, in the order of its worth: it explains nothing, and people with other trouble begin
 * with that.
 */
export const ADVICE: readonly string[] = [
  'project_wall',
  'cookie_flags',
  'embedding_key',
  'pipeline_warnings',
  'process_failed_ratio',
  'process_warning_ratio',
  'last_payload',
  'pgvector',
  'pooler',
  'replica',
];

const ORDER = Object.keys(CAUSES);
const WARNINGS = [...ORDER.filter((id) => !ADVICE.includes(id)), ...ADVICE];

type Statuses = ReadonlyMap<string, CheckStatus>;

const explains = (statuses: Statuses, id: string): boolean => {
  const status = statuses.get(id);
  return status === 'fail' || (status === 'warn' && !ADVICE.includes(id));
};

/** The check that explains this one: the first of its causes that is not well; null for one that nothing explains. */
export function becauseOf(id: string, statuses: Statuses): string | null {
  return (CAUSES[id] ?? []).find((cause) => explains(statuses, cause)) ?? null;
}

/** What explains that facts could not be read: the database is away, or has not the tables of this version. */
export function unreadBecauseOf(statuses: Statuses): string | null {
  return ['database', 'pgvector', 'migrations'].find((cause) => statuses.get(cause) === 'fail') ?? null;
}

/**
 * Where to begin: the first of the worst checks in the order of causes, traced back to what explains it. So a warning
 * comes before the failures that follow from it, and a failure before warnings that have nothing to do with it.
 * @returns the id of a check, or null when none is wrong
 */
export function firstCause(statuses: Statuses): string | null {
  for (const status of ['fail', 'warn'] as const) {
    const worst = (status === 'fail' ? ORDER : WARNINGS).find((id) => statuses.get(id) === status);
    if (worst === undefined) continue;
    let root = worst;
    for (let cause = becauseOf(root, statuses); cause !== null; cause = becauseOf(root, statuses)) root = cause;
    return root;
  }
  return null;
}
