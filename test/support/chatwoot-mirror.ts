import { ChatwootConnector } from '../../src/connectors/chatwoot/index.js';
import { chatwootRequestHeaders } from '../../src/connectors/chatwoot/chatwoot-api.js';
import type {
  Batch,
  RowChange,
  Source,
  SyncContext,
  SyncCursor,
  TableSpec,
} from '../../src/connectors/core/contract.js';
import { HttpClient } from '../../src/connectors/core/http-client.js';
import type { Sandbox } from '../vendors/sandbox.js';

export type Row = Record<string, unknown>;
const START: SyncCursor = { cursor_ts: null, cursor_id: null, page_cursor: null };

export interface MirrorOptions {
  now: () => number;
  filter?: Source['filter'];
  lookbackDays?: number;
}

/** What one sync did, seen from the engine's side. */
export interface Synced {
  batches: Batch[];
  changes: RowChange[];
  failures: string[];
  requests: number;
}

/** The engine in memory: it stores a connector's batches by the contract's rules, and can be stopped after any of them. */
export class ChatwootMirror {
  readonly connector = new ChatwootConnector();
  readonly source: Source;
  cursor: SyncCursor = START;
  tables = new Map<string, Map<string, Row>>();

  constructor(
    sandbox: Sandbox,
    private readonly options: MirrorOptions,
  ) {
    const { url, world } = sandbox;
    this.source = {
      connector: 'chatwoot',
      externalId: String(world.accountId),
      baseUrl: url,
      apiToken: 'any',
      filter: options.filter ?? {},
    };
  }

  /** Another mirror as this one was when it crashed. */
  copy(sandbox: Sandbox): ChatwootMirror {
    const copy = new ChatwootMirror(sandbox, this.options);
    copy.cursor = structuredClone(this.cursor);
    copy.tables = structuredClone(this.tables);
    return copy;
  }

  /** @param afterBatch sees every batch once it is stored; false ends the sync there, as a crash would */
  async sync(afterBatch: (batch: Batch) => boolean | void = () => undefined): Promise<Synced> {
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

  private async run(
    start: (context: SyncContext) => AsyncIterable<Batch>,
    advance: boolean,
    afterBatch: (batch: Batch) => boolean | void,
  ): Promise<Synced> {
    const http = this.http();
    const synced: Synced = { batches: [], changes: [], failures: [], requests: 0 };
    for await (const batch of start(this.context(http))) {
      synced.batches.push(batch);
      synced.changes.push(...this.store(batch));
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
        this.put(table, { ...row, deleted_at: new Date(this.options.now()) }, changes);
      }
    }
    return changes;
  }

  private put(table: TableSpec, after: Row, changes: RowChange[]): void {
    const columns = [...Object.keys(table.columns), 'deleted_at'].sort();
    const given = Object.keys(after).sort();
    if (JSON.stringify(columns) !== JSON.stringify(given))
      throw new Error(`${table.table} got the columns ${given.join(', ')}`);
    const rows = this.tables.get(table.table) ?? new Map<string, Row>();
    this.tables.set(table.table, rows);
    const before = rows.get(keyOf(table, after)) ?? null;
    if (before && before['deleted_at'] !== null && after['deleted_at'] !== null)
      after['deleted_at'] = before['deleted_at'];
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    rows.set(keyOf(table, after), after);
    changes.push({ table: table.table, before, after });
  }

  private context(http: HttpClient): SyncContext {
    return {
      source: this.source,
      cursor: this.cursor,
      http,
      signal: new AbortController().signal,
      now: new Date(this.options.now()),
      lookbackDays: this.options.lookbackDays ?? 365,
      known: async (table, column, keys) =>
        new Map(
          keys.flatMap((key) => {
            const row = this.tables.get(table.table)?.get(key);
            return row ? [[key, row[column]] as const] : [];
          }),
        ),
      live: async () => new Map(),
      progress: () => undefined,
    };
  }

  private http(): HttpClient {
    return new HttpClient({
      vendor: 'chatwoot',
      baseUrl: this.source.baseUrl,
      headers: chatwootRequestHeaders(this.source),
      timeoutMs: 5_000,
      retryBaseMs: 1,
      signal: new AbortController().signal,
      admit: async () => undefined,
      block: async () => undefined,
      observe: () => undefined,
    });
  }
}

const keyOf = (table: TableSpec, row: Readonly<Row>): string =>
  table.key.map((column) => String(row[column])).join(' ');
