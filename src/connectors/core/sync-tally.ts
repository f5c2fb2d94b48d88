import type {
  SyncBatch,
  Connector,
  ConnectorName,
  RowChange,
  StreamCounts,
  StreamSpec,
  SyncCursor,
} from './contract.js';
import type { ErrorKind, SyncError } from './sync-error.js';

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
  /** Every list by itself. */
  streams: StreamResult[];
  /** Whether nothing was written: then the figures say what a sync would do. */
  preview: boolean;
};

/** What a sync did with one of the lists. */
export type StreamResult = StreamCounts & {
  name: string;
  status: 'ok' | 'failed';
  error: { kind: ErrorKind; message: string } | null;
  /** Of a preview. */
  samples?: StreamSample[];
};

/** A row that a sync would write. */
export interface StreamSample {
  change: 'added' | 'changed' | 'deleted';
  table: string;
  id: string;
  /** What differs in a row that is changed. */
  columns: string[];
}

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
  events = 0;
  chunks = 0;
  private fetched = 0;
  private upserted = 0;
  private unchanged = 0;
  private deleted = 0;
  private batches = 0;
  private readonly ofStreams = new Map<string, { upserted: number; deleted: number }>();

  constructor(
    private readonly connector: Pick<Connector, 'name' | 'streams'>,
    private readonly mode: 'full' | 'incremental',
    private cursorTs: Date | null,
  ) {}

  add(batch: SyncBatch, stored: Stored, cursor: SyncCursor | null): void {
    this.batches++;
    this.fetched += batch.fetched;
    this.upserted += stored.changes.length - stored.deleted;
    this.unchanged += stored.unchanged;
    this.deleted += stored.deleted;
    this.events += stored.events;
    this.chunks += stored.chunks;
    this.errors += stored.failures.length;
    for (const change of stored.changes) this.countOfStream(change);
    if (cursor) this.cursorTs = cursor.cursor_ts;
  }

  /** What was written of a stream so far. */
  of(stream: string): StreamCounts {
    return this.ofStreams.get(stream) ?? { upserted: 0, deleted: 0 };
  }

  result(
    status: 'ok' | 'partial',
    requests: number,
    durationMs: number,
    streams: { through: readonly string[]; failures: ReadonlyMap<string, SyncError> },
  ): SyncResult {
    const { mode, fetched, upserted, unchanged, deleted, events, chunks, batches, errors } = this;
    return {
      connector: this.connector.name,
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
      preview: false,
      streams: [
        ...streams.through.map((name) => ({ name, status: 'ok' as const, ...this.of(name), error: null })),
        ...[...streams.failures].map(([name, { kind, message }]) => ({
          name,
          status: 'failed' as const,
          ...this.of(name),
          error: { kind, message },
        })),
      ],
    };
  }

  private countOfStream(change: RowChange): void {
    const { before, after } = change;
    const stream = streamOf(this.connector.streams, change);
    if (!stream) return;
    const counts = this.ofStreams.get(stream.name) ?? { upserted: 0, deleted: 0 };
    this.ofStreams.set(stream.name, counts);
    if (after['deleted_at'] !== null && before?.['deleted_at'] === null) counts.deleted += 1;
    else counts.upserted += 1;
  }
}

/** The stream that a row is of. */
export const streamOf = (streams: readonly StreamSpec[], { table, after }: RowChange): StreamSpec | undefined =>
  streams.find((spec) => isOf(spec, table, after));

const isOf = ({ tables, rows = {} }: StreamSpec, table: string, row: RowChange['after']): boolean =>
  tables.some((spec) => spec.table === table) && Object.entries(rows).every(([column, value]) => row[column] === value);
