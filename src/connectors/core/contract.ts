import type { NewEvent } from '../../kag-events/index.js';
import type { ConnectorName } from '../../projects/index.js';
import type { SourceText } from '../../search/index.js';
import type { BoundSource } from '../domain/bound-source.js';
import type { VendorHttp } from './vendor-http.js';

export { CONNECTORS, type ConnectorName } from '../../projects/index.js';

/** Where a project's records come from, with everything that is needed to read them. */
export interface Source {
  connector: ConnectorName;
  /** Account, workspace: what the vendor calls it. Empty where none is named and the token's own is meant. */
  externalId: string;
  /** Root of the vendor's API, without a slash at the end. */
  baseUrl: string;
  apiToken: string;
  /** Which part of the source is the project's; empty: all of it. */
  filter: Readonly<Record<string, unknown>>;
  /** What is kept of it beside the records that are read. */
  bound?: BoundSource;
}

/** How far a sync has come. Stored with every batch; the next sync gets back what the last committed batch said. */
export interface SyncCursor {
  /** Everything the vendor changed before this time is in; null until a first sync has gone through. */
  cursor_ts: Date | null;
  /** Breaks ties at `cursor_ts`, where the vendor has an order for them. */
  cursor_id: string | null;
  /** Where an unfinished walk goes on; null when none is under way. Plain JSON of the connector's own. */
  page_cursor: Record<string, unknown> | null;
}

export type ColumnType = 'text' | 'bigint' | 'integer' | 'boolean' | 'timestamptz' | 'double precision' | 'jsonb';

/**
 * A table that a connector fills, as the writer has to know it. Every such table also has `project_id` (first in its
 * key), `data jsonb` or not as its columns say, and the writer's own `deleted_at`, `created_at`, `updated_at`.
 */
export interface TableSpec {
  readonly table: string;
  /** Columns that, after project_id, identify a row. */
  readonly key: readonly string[];
  /** All columns that the connector gives, the key among them. */
  readonly columns: Readonly<Record<string, ColumnType>>;
}

/** One row as the connector gives it; `deleted` marks what the vendor has removed but still shows. */
export interface ConnectorRow {
  readonly values: Readonly<Record<string, unknown>>;
  readonly deleted?: boolean;
}

/** Rows of one table; tables come in an order in which their references hold. */
export interface TableRows {
  readonly table: TableSpec;
  readonly rows: readonly ConnectorRow[];
}

/** Says that a batch holds every row whose `column` has one of `values`: others that we have are gone at the vendor. */
export interface CompleteSet {
  readonly table: TableSpec;
  readonly column: string;
  readonly values: readonly string[];
}

/** A record that could not be read: kept with its payload and retried by `source_ref`, while the rest goes on. */
export interface RecordFailure {
  readonly source_ref: string;
  readonly message: string;
  readonly payload: unknown;
}

/** A list of a vendor's that is read, stored and remembered by itself: no other waits for it. */
export interface StreamSpec {
  readonly name: string;
  /** Where its records are kept, the list's own first, then what comes with them. */
  readonly tables: readonly TableSpec[];
  /** Of a table that several streams share, the rows that are its own. */
  readonly rows?: Readonly<Record<string, string>>;
  /** What most of the evidence comes from: when it is out, the source is. */
  readonly main?: true;
}

/** What a sync wrote of a stream. */
export interface StreamCounts {
  readonly upserted: number;
  readonly deleted: number;
}

/** What one transaction writes: rows, what follows from them, and how far that brings the sync. */
export interface SyncBatch {
  readonly rows: readonly TableRows[];
  readonly complete?: readonly CompleteSet[];
  readonly failures?: readonly RecordFailure[];
  /** Refs of records that could be read, whether they changed or not: earlier failures of theirs are over. */
  readonly read?: readonly string[];
  /** Records read from the vendor for this batch, the unreadable among them. */
  readonly fetched: number;
  readonly cursor: SyncCursor;
}

/** A row that changed in a batch: what it was (null: new) and what it is. `deleted_at` is among the values. */
export interface RowChange {
  readonly table: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>>;
}

/** A kind of record that can be compared id by id with what the vendor has. */
export interface Reconcilable {
  /** Name in reports, and of its stream: conversations, issues, … */
  readonly resource: string;
  readonly table: TableSpec;
  /** Column of ours that holds what the vendor's `version` is compared with; null: ids only. */
  readonly versionColumn: string | null;
  /** Which live rows of ours the vendor's list would show (SQL over the table's own columns); null: all. */
  readonly listedWhere: string | null;
  /** Every id that the vendor has in the source's scope, page by page; a repeated id does no harm. */
  list(context: SyncContext): AsyncIterable<readonly { key: string; ref: string; version: string | null }[]>;
  /** The ref under which `reread` reads the record with this key. */
  refOf(key: string, source: Source): string;
  /** Whether a row of ours with this key is of the source's account, where keys tell; unset: they don't. */
  isOf?(key: string, source: Source): boolean;
}

/** The streams of one sync, as its connector deals with them. */
export interface StreamsOfSync {
  /** How far a stream has come, by what is stored of it and by what this sync moved. */
  of(name: string): SyncCursor;
  /** Moves a stream; stored with the next batch, and true once that is. What is left out stays as it is. */
  move(name: string, cursor: Partial<SyncCursor>): void;
  /** Whether the last sync could not read it. */
  wasFailing(name: string): boolean;
  /** Whether this one could not. */
  hasFailed(name: string): boolean;
  /**
   * Reads a part of a stream, or nothing once it has failed. A failure that is the stream's own ends it alone: `undo`
   * takes back what was gathered by halves.
   * @throws SyncError for what meets every stream: a used-up limit, a token that is refused
   */
  read(name: string, reading: () => AsyncIterable<SyncBatch>, undo?: () => void): AsyncGenerator<SyncBatch, void>;
  /** The same for what yields no batch; null where the stream has failed. */
  attempt<T>(name: string, work: () => Promise<T>): Promise<T | null>;
  /** Up to when all streams of this sync are in; null while one never was. */
  readonly cursorTs: Date | null;
}

export interface SyncContext {
  readonly source: Source;
  readonly cursor: SyncCursor;
  readonly streams: StreamsOfSync;
  readonly http: VendorHttp;
  readonly signal: AbortSignal;
  readonly now: Date;
  /** Days of history that a first sync takes. */
  readonly lookbackDays: number;
  /**
   * One column of the rows that we have (`deleted_at` and `updated_at` among them), by key, for deciding what needs to
   * be read again. Rows that we lack are not in the map; rows marked deleted are.
   */
  known(table: TableSpec, column: string, keys: readonly string[]): Promise<Map<string, unknown>>;
  /**
   * One column of every live row of a table, or of those with these values in other columns, by key: for vendors that
   * show no dates of change, where each sync lists everything and compares.
   */
  live(table: TableSpec, column: string, where?: Readonly<Record<string, string>>): Promise<Map<string, unknown>>;
  progress(done: number, total: number | null, unit: string): void;
}

/** A vendor, as the engine sees it. It knows nothing of the database: it reads, maps, and says how far it is. */
export interface Connector {
  readonly name: ConnectorName;
  /** Its lists, in the order in which they are read. */
  readonly streams: readonly StreamSpec[];
  /**
   * Reads what is new in each stream since its own cursor, batch by batch. Whatever a batch's cursor and the moves of
   * streams before it say must be true once that batch and all before it are stored. The last batch has no page_cursor.
   */
  sync(context: SyncContext): AsyncIterable<SyncBatch>;
  /** Reads single records again by the refs of their failures; their batches leave the cursor as it is. */
  reread(context: SyncContext, refs: readonly string[]): AsyncIterable<SyncBatch>;
  /** The account that the records are of, as the vendor names it, where the last sync left word of it. */
  accountOf?(cursorId: string | null): string | null;
  /** The ref under which `reread` reads the record that a row is of. */
  refOf(table: string, values: ConnectorRow['values']): string;
  /** What reconciliation compares; the parts of a listed record are compared by reading it again. */
  readonly reconcilables: readonly Reconcilable[];
  /** Events that follow from a change of a row; the same change always gives the same events. Pure. */
  events(change: RowChange, source: Source): NewEvent[];
  /** Texts to search that follow from a change of a row, with null text where they are gone. Pure. */
  texts(change: RowChange, source: Source): SourceText[];
}
