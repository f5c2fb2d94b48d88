/** What the routes of connectors and sources answer, as far as these pages look at it. */

export interface StreamState {
  name: string;
  status: 'idle' | 'running' | 'ok' | 'failed';
  /** How far it has been read: the time of the newest record. */
  cursor_ts: string | null;
  /** Rows of it that are stored. */
  records: number;
  /** Of the last sync. */
  upserted: number;
  deleted: number;
  last_success_at: string | null;
  error: { kind: string; message: string } | null;
  next_retry_at: string | null;
}

export interface SyncRun {
  id: string;
  connector: string;
  status: 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';
  outcome: 'ok' | 'partial' | null;
  mode: 'full' | 'incremental' | null;
  fetched: number | null;
  upserted: number | null;
  deleted: number | null;
  duration_ms: number | null;
  errors: number | null;
  error: { code: string; message: string } | null;
  created_at: string;
}

export interface Source {
  external_id: string | null;
  filter: Record<string, (string | number)[]>;
  has_credentials: boolean;
  has_webhook_secret: boolean;
  /** Where the vendor's webhooks are to be sent, on this server. */
  webhook_path: string;
  /** How to have it send them, in English: the place, the address, what to tick, the secret, how to store it. */
  webhook_steps: string[];
}

export interface ListedSource {
  connector: string;
  /** Of the project's own; null: it has none. */
  source: Source | null;
  /** Whose token reads it; null: it can't be read. */
  reads_with: 'project' | 'environment' | null;
  lacking: { message: string; missing: string[]; unused: boolean } | null;
  accepts: {
    external_id: string;
    external_id_optional: boolean;
    filters: { name: string; holds: string; of: 'number' | 'text' }[];
    webhooks: boolean;
  };
}
