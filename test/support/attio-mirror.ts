import { attioRequestHeaders } from '../../src/connectors/attio/attio-api.js';
import { attioDialect } from '../../src/connectors/attio/dialect.js';
import { AttioConnector } from '../../src/connectors/attio/index.js';
import type {
  Batch,
  RowChange,
  Source,
  SyncContext,
  SyncCursor,
  TableSpec,
} from '../../src/connectors/core/contract.js';
import { HttpClient } from '../../src/connectors/core/http-client.js';
import type { SharedReads } from '../../src/connectors/core/shared-reads.js';
import type { NewEvent } from '../../src/kag-events/index.js';
import type { SourceText } from '../../src/search/index.js';
import type { Sandbox } from '../vendors/sandbox.js';

export type Row = Record<string, unknown>;
const START: SyncCursor = { cursor_ts: null, cursor_id: null, page_cursor: null };

export interface AttioMirrorOptions {
  now: () => number;
  filter?: Source['filter'];
  externalId?: string;
  /** Answers shared with other mirrors, as syncs of a schedule share them. */
  shared?: SharedReads;
}

/** What one sync did, seen from the engine's side. */
export interface Synced {
  batches: Batch[];
  changes: RowChange[];
  /** Those that were not there before, as the event log keeps them. */
  events: NewEvent[];
  texts: SourceText[];
  failures: string[];
  requests: number;
}

/** The engine in memory: it stores the connector's batches by the contract's rules, and can be stopped after any of them. */
export class AttioMirror {
  readonly connector = new AttioConnector({ budget: 'budget', cost: 'cost' });
  readonly source: Source;
  cursor: SyncCursor = START;
  tables = new Map<string, Map<string, Row>>();
  /** Every event so far, by its dedupe key. */
  log = new Map<string, NewEvent>();

  constructor(
    sandbox: Sandbox,
    private readonly options: AttioMirrorOptions,
  ) {
    this.source = {
      connector: 'attio',
      externalId: options.externalId ?? '',
      baseUrl: sandbox.url,
      apiToken: 'any',
      filter: options.filter ?? {},
    };
  }

  /** Another mirror as this one was when it crashed. */
  copy(sandbox: Sandbox): AttioMirror {
    const copy = new AttioMirror(sandbox, this.options);
    copy.cursor = structuredClone(this.cursor);
    copy.tables = structuredClone(this.tables);
    copy.log = structuredClone(this.log);
    return copy;
  }

  /** @param afterBatch sees every batch once it is stored; false ends the sync there, as a crash would */
  sync(afterBatch: (batch: Batch) => boolean | void = () => undefined): Promise<Synced> {
    return this.run((context) => this.connector.sync(context), true, afterBatch);
  }

  reread(refs: string[]): Promise<Synced> {
    return this.run(
      (context) => this.connector.reread(context, refs),
      false,
      () => undefined,
    );
  }

  rows(table: string): Row[] {
    return [...(this.tables.get(table)?.values() ?? [])];
  }

  living(table: string): Row[] {
    return this.rows(table).filter((row) => row['deleted_at'] === null);
  }

  context(http: HttpClient = this.http()): SyncContext {
    return {
      source: this.source,
      cursor: this.cursor,
      http,
      signal: new AbortController().signal,
      now: new Date(this.options.now()),
      lookbackDays: 60,
      known: async (table, column, keys) =>
        new Map(
          keys.flatMap((key) => {
            const row = this.tables.get(table.table)?.get(key);
            return row ? [[key, row[column]] as const] : [];
          }),
        ),
      live: async (table, column, where = {}) =>
        new Map(
          this.living(table.table)
            .filter((row) => Object.entries(where).every(([name, value]) => row[name] === value))
            .map((row) => [keyOf(table, row), row[column]] as const),
        ),
      progress: () => undefined,
    };
  }

  private async run(
    start: (context: SyncContext) => AsyncIterable<Batch>,
    advance: boolean,
    afterBatch: (batch: Batch) => boolean | void,
  ): Promise<Synced> {
    const http = this.http();
    const synced: Synced = { batches: [], changes: [], events: [], texts: [], failures: [], requests: 0 };
    for await (const batch of start(this.context(http))) {
      const changes = this.store(batch);
      synced.batches.push(batch);
      synced.changes.push(...changes);
      synced.events.push(...this.append(changes.flatMap((change) => this.connector.events(change))));
      synced.texts.push(...changes.flatMap((change) => this.connector.texts(change)));
      synced.failures.push(...(batch.failures ?? []).map((failure) => failure.source_ref));
      // Through JSON, as the database has it.
      const { cursor_ts, cursor_id, page_cursor } = batch.cursor;
      if (advance)
        this.cursor = {
          cursor_ts,
          cursor_id,
          page_cursor: JSON.parse(JSON.stringify(page_cursor)) as SyncCursor['page_cursor'],
        };
      if (afterBatch(batch) === false) break;
    }
    synced.requests = http.requests;
    return synced;
  }

  private append(events: NewEvent[]): NewEvent[] {
    return events.filter((event) => {
      if (this.log.has(event.dedupe_key)) return false;
      this.log.set(event.dedupe_key, event);
      return true;
    });
  }

  private store(batch: Batch): RowChange[] {
    const changes: RowChange[] = [];
    for (const { table, rows } of batch.rows) {
      for (const row of rows)
        this.put(table, { ...row.values, deleted_at: row.deleted ? new Date(this.options.now()) : null }, changes);
    }
    for (const { table, column, values } of batch.complete ?? []) {
      const present = new Set(
        batch.rows.find((each) => each.table === table)?.rows.map((row) => keyOf(table, row.values)),
      );
      for (const [key, row] of this.tables.get(table.table) ?? []) {
        if (present.has(key) || !values.includes(String(row[column])) || row['deleted_at'] !== null) continue;
        const { updated_at: _, ...rest } = row;
        this.put(table, { ...rest, deleted_at: new Date(this.options.now()) }, changes);
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
    const { updated_at, ...was } = before ?? {};
    if (before !== null && sorted(was) === sorted(given)) return;
    const after = { ...given, updated_at: new Date(this.options.now()) };
    rows.set(keyOf(table, given), after);
    changes.push({ table: table.table, before, after });
  }

  private http(): HttpClient {
    const { shared } = this.options;
    return new HttpClient({
      vendor: 'attio',
      baseUrl: this.source.baseUrl,
      headers: attioRequestHeaders(this.source),
      timeoutMs: 5_000,
      retryBaseMs: 1,
      signal: new AbortController().signal,
      admit: async () => undefined,
      block: async () => undefined,
      observe: () => undefined,
      dialect: attioDialect,
      ...(shared ? { shared: { reads: shared, sourceKey: 'attio', fresh: false } } : {}),
    });
  }
}

const sorted = (row: Row): string => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));

const keyOf = (table: TableSpec, row: Readonly<Row>): string =>
  table.key.map((column) => String(row[column])).join(' ');
