import type {
  SyncBatch,
  Connector,
  Reconcilable,
  RowChange,
  Source,
  SyncContext,
  SyncCursor,
  TableSpec,
} from '../../src/connectors/core/contract.js';
import { HttpClient, type HttpClientOptions } from '../../src/connectors/core/http-client.js';
import type { SharedReads } from '../../src/connectors/core/shared-reads.js';
import { type StoredStream, SyncStreams } from '../../src/connectors/core/sync-streams.js';
import type { NewEvent } from '../../src/kag-events/index.js';
import type { SourceText } from '../../src/search/index.js';
import { OwnClock } from './own-clock.js';

export type Row = Record<string, unknown>;
const START: SyncCursor = { cursor_ts: null, cursor_id: null, page_cursor: null };

/** What a test decides about a mirror of any vendor. */
export interface MirrorOptions {
  /** Epoch ms. */
  now: () => number;
  /** Days of history that a first sync takes; default 365. */
  lookbackDays?: number;
  filter?: Source['filter'];
  /** Default: what the vendor's source is called in the sandbox, or nothing where the token alone names it. */
  externalId?: string;
  /** Answers shared with other mirrors, as syncs of a schedule share them. */
  shared?: SharedReads;
  /** Default: one that a sandbox without a token of its own takes. */
  apiToken?: string;
  /** Default: a time in which no request is too late. */
  clock?: OwnClock;
  /** Bytes of an answer at most; default: the client's own. */
  longestAnswer?: HttpClientOptions['longestAnswer'];
  /** Stops what is under way. */
  signal?: AbortSignal;
  /** Called when an answer has come: what it changes at the vendor, the next answer shows. */
  afterAnswer?: () => void;
}

/** Which vendor is mirrored, and how it is talked to. */
export interface MirrorOf extends Omit<MirrorOptions, 'filter' | 'externalId' | 'apiToken'> {
  connector: Connector;
  source: Source;
  http: Pick<HttpClientOptions, 'headers' | 'dialect'>;
  /** What a reconcilable's `listedWhere` says of a row, by resource; default: every live row is listed. */
  listed?: Readonly<Record<string, (row: Row) => boolean>>;
}

/** What one sync did, seen from the engine's side. */
export interface Synced {
  batches: SyncBatch[];
  changes: RowChange[];
  /** Those that were not there before, as the event log keeps them. */
  events: NewEvent[];
  texts: SourceText[];
  failures: string[];
  requests: number;
  progress: { done: number; total: number | null; unit: string }[];
}

/**
 * The engine in memory: it stores a connector's batches by the rules of src/connectors/core/contract.ts, and can be
 * stopped after any of them.
 */
export class Mirror {
  /** What comparisons found to differ and could not read. */
  readonly unread = new Set<string>();
  cursor: SyncCursor = START;
  /** What is remembered of each list. */
  streams = new Map<string, StoredStream>();
  tables = new Map<string, Map<string, Row>>();
  /** Every event so far, by its dedupe key. */
  log = new Map<string, NewEvent>();

  constructor(readonly of: MirrorOf) {}

  /** Another mirror as this one was when it crashed. */
  copy(): Mirror {
    const copy = new Mirror(this.of);
    copy.cursor = structuredClone(this.cursor);
    copy.streams = structuredClone(this.streams);
    // Rows and events are only ever replaced.
    copy.tables = new Map([...this.tables].map(([table, rows]) => [table, new Map(rows)]));
    copy.log = new Map(this.log);
    return copy;
  }

  /** @param afterBatch sees every batch once it is stored; false ends the sync there, as a crash would */
  sync(afterBatch: (batch: SyncBatch) => boolean | void = () => undefined): Promise<Synced> {
    return this.run((context) => this.of.connector.sync(context), true, afterBatch);
  }

  reread(refs: string[]): Promise<Synced> {
    return this.run(
      (context) => this.of.connector.reread(context, refs),
      false,
      () => undefined,
    );
  }

  /** Lists every reconcilable resource, compares, and reads again what differs, as the daily comparison does. */
  async reconcile(): Promise<Record<string, string[]>> {
    const healed: Record<string, string[]> = {};
    for (const resource of this.of.connector.reconcilables) {
      const theirs = new Map<string, { ref: string; version: string | null }>();
      const context = { ...this.context(), cursor: START };
      for await (const page of resource.list(context)) for (const one of page) theirs.set(one.key, one);
      const [key = ''] = resource.table.key;
      const ours = new Map(this.listed(resource).map((row) => [String(row[key]), row]));
      const differs = [...theirs].filter(([id, { version }]) => {
        const row = ours.get(id);
        return !row || (resource.versionColumn !== null && String(row[resource.versionColumn]) !== version);
      });
      const refs = differs.map(([, { ref }]) => ref);
      for (const id of ours.keys()) if (!theirs.has(id)) refs.push(resource.refOf(id, this.of.source));
      if (refs.length > 0) for (const ref of (await this.reread(refs)).failures) this.unread.add(ref);
      healed[resource.resource] = refs;
    }
    return healed;
  }

  /** How each list went in the last sync that was not stopped. */
  statuses(): Record<string, string> {
    return Object.fromEntries([...this.streams].map(([name, { status }]) => [name, status]));
  }

  rows(table: string): Row[] {
    return [...(this.tables.get(table)?.values() ?? [])];
  }

  living(table: string): Row[] {
    return this.rows(table).filter((row) => row['deleted_at'] === null);
  }

  /** The rows of ours that the vendor's list would show. */
  listed({ resource, table }: Reconcilable): Row[] {
    return this.living(table.table).filter(this.of.listed?.[resource] ?? (() => true));
  }

  /** Events so far of one type about one thing. */
  eventsOf(type: string, ref: string): NewEvent[] {
    return [...this.log.values()].filter((event) => event.event_type === type && event.source_ref === ref);
  }

  /** What a connector is given: the mirror's cursor and rows, and a client of its own. */
  context(
    http: HttpClient = this.http(),
    progress: SyncContext['progress'] = () => undefined,
    streams = new SyncStreams(this.of.connector.streams),
  ): SyncContext {
    const { source, now, lookbackDays = 365 } = this.of;
    return {
      source,
      cursor: this.cursor,
      streams,
      http,
      signal: this.signal,
      now: new Date(now()),
      lookbackDays,
      known: async (table, column, keys) => {
        const rows = this.tables.get(table.table);
        return new Map(keys.flatMap((key) => (rows?.has(key) ? [[key, rows.get(key)?.[column]] as const] : [])));
      },
      live: async (table, column, where = {}) => {
        const fits = (row: Row) => Object.entries(where).every(([name, value]) => String(row[name]) === value);
        const rows = this.living(table.table).filter(fits);
        return new Map(rows.map((row) => [keyOf(table, row), row[column]] as const));
      },
      progress,
    };
  }

  private async run(
    start: (context: SyncContext) => AsyncIterable<SyncBatch>,
    advance: boolean,
    afterBatch: (batch: SyncBatch) => boolean | void,
  ): Promise<Synced> {
    const http = this.http();
    const synced: Synced = { batches: [], changes: [], events: [], texts: [], failures: [], requests: 0, progress: [] };
    const streams = new SyncStreams(this.of.connector.streams, this.streams);
    const context = this.context(http, (done, total, unit) => synced.progress.push({ done, total, unit }), streams);
    for await (const batch of start(context)) {
      const changes = this.store(batch);
      const { connector, source } = this.of;
      synced.batches.push(batch);
      synced.changes.push(...changes);
      synced.events.push(...this.append(changes.flatMap((change) => connector.events(change, source))));
      synced.texts.push(...changes.flatMap((change) => connector.texts(change, source)));
      synced.failures.push(...(batch.failures ?? []).map((failure) => failure.source_ref));
      // Through JSON, as the database has it.
      const { cursor_ts, cursor_id, page_cursor } = batch.cursor;
      if (advance) {
        this.cursor = { cursor_ts, cursor_id, page_cursor: throughJson(page_cursor) };
        this.move(streams);
      }
      if (afterBatch(batch) === false) {
        synced.requests = http.requests;
        return synced;
      }
    }
    synced.requests = http.requests;
    if (advance) this.end(streams);
    return synced;
  }

  private move(streams: SyncStreams): void {
    for (const [name, { cursor_ts, cursor_id, page_cursor }] of streams.takeMoves())
      this.streams.set(name, {
        status: this.streams.get(name)?.status ?? 'idle',
        cursor_ts,
        cursor_id,
        page_cursor: throughJson(page_cursor),
      });
  }

  /**
   * Notes how each list went.
   * @throws SyncError of the first that could not be read
   */
  private end(streams: SyncStreams): void {
    const note = (name: string, status: string) => this.streams.set(name, { ...streams.of(name), status });
    for (const name of streams.through) note(name, 'ok');
    for (const name of streams.failures.keys()) note(name, 'failed');
    const [first] = streams.failures.values();
    if (streams.failure ?? first) throw streams.failure ?? first;
  }

  private append(events: NewEvent[]): NewEvent[] {
    return events.filter((event) => {
      if (this.log.has(event.dedupe_key)) return false;
      this.log.set(event.dedupe_key, event);
      return true;
    });
  }

  private store(batch: SyncBatch): RowChange[] {
    const changes: RowChange[] = [];
    const deletedAt = new Date(this.of.now());
    for (const { table, rows } of batch.rows)
      for (const row of rows) this.put(table, { ...row.values, deleted_at: row.deleted ? deletedAt : null }, changes);
    for (const { table, column, values } of batch.complete ?? []) {
      const written = batch.rows.find((each) => each.table === table)?.rows ?? [];
      const present = new Set(written.map((row) => keyOf(table, row.values)));
      for (const [key, row] of this.tables.get(table.table) ?? []) {
        if (present.has(key) || !values.includes(String(row[column])) || row['deleted_at'] !== null) continue;
        const { created_at: _created, updated_at: _updated, ...rest } = row;
        this.put(table, { ...rest, deleted_at: deletedAt }, changes);
      }
    }
    return changes;
  }

  private put(table: TableSpec, given: Row, changes: RowChange[]): void {
    const columns = [...Object.keys(table.columns), 'deleted_at'].sort();
    const names = Object.keys(given).sort();
    if (JSON.stringify(columns) !== JSON.stringify(names))
      throw new Error(`${table.table} got the columns ${names.join(', ')}`);
    const rows = this.tables.get(table.table) ?? new Map<string, Row>();
    this.tables.set(table.table, rows);
    const before = rows.get(keyOf(table, given)) ?? null;
    const deletedAt = given['deleted_at'] === null ? null : (before?.['deleted_at'] ?? given['deleted_at']);
    const now = new Date(this.of.now());
    const after: Row = { ...given, deleted_at: deletedAt, created_at: before?.['created_at'] ?? now, updated_at: now };
    if (before !== null && sorted({ ...before, updated_at: now }) === sorted(after)) return;
    rows.set(keyOf(table, given), after);
    changes.push({ table: table.table, before, after });
  }

  private get signal(): AbortSignal {
    return this.of.signal ?? new AbortController().signal;
  }

  private http(): HttpClient {
    const { source, http, shared, clock = new OwnClock(), longestAnswer, afterAnswer } = this.of;
    return new HttpClient({
      ...http,
      vendor: source.connector,
      baseUrl: source.baseUrl,
      timeoutMs: 20_000,
      clock,
      ...(longestAnswer === undefined ? {} : { longestAnswer }),
      retryBaseMs: 1,
      signal: this.signal,
      admit: async () => undefined,
      block: async () => undefined,
      observe: () => afterAnswer?.(),
      ...(shared ? { shared: { reads: shared, sourceKey: source.connector, fresh: false } } : {}),
    });
  }
}

const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const sorted = (row: Row): string => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));

const keyOf = (table: TableSpec, row: Readonly<Row>): string =>
  table.key.map((column) => String(row[column])).join(' ');
