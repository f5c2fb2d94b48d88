import type { ProbedProvider } from '../../../auth/index.js';
import type { ReplicaStanding, WallGap } from '../../../database/index.js';
import type { Text } from './wording.js';

/** What checks look at: plain data, read at one moment. Times are `Date`s, durations say their unit. */

export interface ProjectFacts {
  id: string;
  name: string;
  created_at: Date;
}

export interface DatabaseFacts {
  /** How long a plain statement took. */
  answered_ms: number;
  postgres: string;
  pgvector: string | null;
  /** What the code needs and the database lacks: names of migrations, and what of the queue is not there. */
  pending_migrations: readonly string[];
  /** Why nothing can be written; null where it can. */
  read_only: string | null;
  encoding: string;
  /** Whether a pooler stands between. */
  pooled: boolean;
}

/** A process that runs jobs, as the queue knows it. */
export interface WorkerFacts {
  host: string;
  pid: number;
  heartbeat_at: Date;
  /** After which silence it is taken for dead. */
  quiet_after_seconds: number;
  stopped: boolean;
}

/** A scheduled job of the project with its latest run. */
export interface ScheduleFacts {
  job_type: string;
  status: 'active' | 'paused';
  cadence_seconds: number;
  next_run_at: Date;
  last: RunFacts | null;
}

export interface RunFacts {
  status: string;
  error_code: string | null;
  error_message: string | null;
  /** What a run that ended well says it could not do. */
  reason: string | null;
  created_at: Date;
  finished_at: Date | null;
}

export interface ConnectorErrorFacts {
  id: string;
  operation: string;
  /** The record; of a sync the list that failed, or empty for all of it. */
  source_ref: string;
  error_kind: string;
  error_message: string;
  status: 'pending' | 'retrying' | 'dead_letter';
  attempt: number;
  next_retry_at: Date | null;
  updated_at: Date;
}

export interface ConnectorFacts {
  connector: string;
  /** Variables that this project needs and neither the environment nor its own source provides; names only. */
  missing: readonly string[];
  /**
   * Why the environment's credentials are not this project's to use, and what to do; null: they are, or it has its own.
   */
  barred: { why: string; missing: readonly string[] } | null;
  /** Since when data that the project no longer reads from is being removed; null: all of it is read. */
  leaving_since: Date | null;
  /** Where the token comes from that is in use. */
  token_from: 'project' | 'environment' | null;
  token_variable: string;
  /** Whether the server can keep a project's own token. */
  can_seal: boolean;
  /** Whether a stored token can't be opened with the present SECRETS_KEY. */
  sealed_unreadable: boolean;
  source: { external_id: string | null; filter: Record<string, unknown> } | null;
  state: {
    status: string;
    /** Marked running without a live run. */
    stale: boolean;
    last_error: string | null;
    last_success_at: Date | null;
    last_attempt_at: Date | null;
    updated_at: Date;
  } | null;
  /** The newest open errors; `open_errors` counts them all, `dead_letters` those given up. */
  errors: readonly ConnectorErrorFacts[];
  open_errors: number;
  dead_letters: number;
  /** What the newest unreadable answer held, secrets removed, shortened; null: nothing kept. */
  last_payload: string | null;
}

export interface SearchFacts {
  pending: number;
  processing: number;
  ready: number;
  failed: number;
  /** Why a chunk that waits was not embedded when it was tried, and when it is tried again. */
  waiting_error: string | null;
  next_attempt_at: Date | null;
  /** Why the provider rejected one for good. */
  rejection: string | null;
  serving_model: string | null;
  building_model: string | null;
}

export interface ForecastFacts {
  risk_type: string;
  status: 'ok' | 'already' | 'not_enough_history';
  /** Null where no chance is forecast. */
  p7: number | null;
  publishable: boolean;
  evidence: number;
  generated_at: Date;
}

export interface HiddenFacts {
  category: string;
  reason: string | null;
  evidence: number;
  quality: number;
}

export interface KagFacts {
  /** Domain events of the last 30 days, and the newest of all; null: no event yet. */
  events_30d: number;
  newest_event_at: Date | null;
  oldest_event_at: Date | null;
  newest_snapshot: string | null;
  snapshots: { window_days: number; count: number }[];
  unpublishable_snapshots_14d: number;
  forecasts: readonly ForecastFacts[];
  shown_recommendations: number;
  hidden_recommendations: readonly HiddenFacts[];
  /** Risks that have come about by their signals, and of which nothing was recommended. */
  unadvised_risks: readonly string[];
  /** Shown ones that are still untouched, the oldest first, at most five. */
  oldest_new: { id: string; created_at: Date }[];
  /** Windows that the project has a signature of. */
  signatures: readonly number[];
  others: number;
  others_with_signature: number;
  /** Some of those without one. */
  others_without: readonly { id: string; name: string }[];
}

export interface ProcessFacts {
  failed_24h: number;
  finished_24h: number;
  warnings_24h: number;
  last_cycle_finished_at: Date | null;
  /** How far back it was looked for. */
  cycle_looked_back_seconds: number;
  /** What the latest run of each process warned of, the newest first. */
  warnings: readonly { process: string; warning: string; at: Date }[];
}

/** What of the request matters for staying signed in. */
export interface RequestFacts {
  username: string;
  role: string;
  /** A script sends an API token in a header, and no cookie. */
  signed_in_by: 'session' | 'token';
  /** As the server sees it, with TRUST_PROXY_HOPS applied. */
  scheme: 'http' | 'https';
  host: string;
  /** What a proxy in front says, believed or not. */
  forwarded_scheme: string | null;
  /** Whether a proxy in front says for whom it asks, believed or not. */
  forwarded_for: boolean;
  /** Origin of the page that is asked about; null: the request does not tell. */
  page_origin: string | null;
  csrf_cookie: 'matches' | 'missing' | 'differs';
}

/** Facts come in parts, each read by statements of its own. */
export interface Parts {
  database: DatabaseFacts;
  workers: readonly WorkerFacts[];
  schedule: readonly ScheduleFacts[];
  connectors: readonly ConnectorFacts[];
  search: SearchFacts;
  kag: KagFacts;
  processes: ProcessFacts;
  request: RequestFacts;
  /** Null: the wall between projects stands. */
  wall: WallGap | null;
  /** Null: there is no standby to read from. */
  replica: ReplicaStanding | null;
  /** Null: people sign in with passwords only. */
  identity: ProbedProvider | null;
}

export type PartName = keyof Parts;

/** A part that is not there, and why. */
export class Missing {
  constructor(readonly why: Text) {}
}

export type DiagnosisFacts = { project: ProjectFacts } & { readonly [P in PartName]: Parts[P] | Missing };
