import type { Batch, ConnectorName, RowChange, SyncCursor } from './contract.js';

/** What a sync did. */
export type SyncResult = {
  connector: ConnectorName;
  mode: 'full' | 'incremental';
  status: 'ok' | 'partial';
  /** Records read from the vendor. */
  fetched: number;
  /** Rows written because they were new or differed. */
  upserted: number;
  unchanged: number;
  deleted: number;
  events: number;
  chunks: number;
  batches: number;
  /** HTTP requests sent, repeated ones among them. */
  requests: number;
  cursor_ts: string | null;
  duration_ms: number;
  /** Records that could not be read; they are in the error queue. */
  errors: number;
};

interface Stored {
  changes: readonly RowChange[];
  unchanged: number;
  deleted: number;
  events: number;
  chunks: number;
  failures: readonly unknown[];
}

/** Adds up a sync's batches. */
export class SyncTally {
  errors = 0;
  private fetched = 0;
  private upserted = 0;
  private unchanged = 0;
  private deleted = 0;
  private events = 0;
  private chunks = 0;
  private batches = 0;

  constructor(
    private readonly connector: ConnectorName,
    private readonly mode: 'full' | 'incremental',
    private cursorTs: Date | null,
  ) {}

  add(batch: Batch, stored: Stored, cursor: SyncCursor | null): void {
    this.batches++;
    this.fetched += batch.fetched;
    this.upserted += stored.changes.length - stored.deleted;
    this.unchanged += stored.unchanged;
    this.deleted += stored.deleted;
    this.events += stored.events;
    this.chunks += stored.chunks;
    this.errors += stored.failures.length;
    if (cursor) this.cursorTs = cursor.cursor_ts;
  }

  result(status: 'ok' | 'partial', requests: number, durationMs: number): SyncResult {
    const { connector, mode, fetched, upserted, unchanged, deleted, events, chunks, batches, errors } = this;
    return {
      connector,
      mode,
      status,
      fetched,
      upserted,
      unchanged,
      deleted,
      events,
      chunks,
      batches,
      requests,
      cursor_ts: this.cursorTs?.toISOString() ?? null,
      duration_ms: durationMs,
      errors,
    };
  }
}
