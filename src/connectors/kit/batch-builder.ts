import type { SyncBatch, RecordFailure, ConnectorRow, SyncCursor, TableSpec } from '../core/contract.js';

interface Complete {
  readonly table: TableSpec;
  readonly column: string;
  readonly values: Set<string>;
}

interface Gathered {
  readonly rows: Map<TableSpec, Map<string, ConnectorRow>>;
  readonly complete: Map<string, Complete>;
  readonly failures: Map<string, RecordFailure>;
  readonly read: Set<string>;
  fetched: number;
}

const nothing = (): Gathered => ({
  rows: new Map(),
  complete: new Map(),
  failures: new Map(),
  read: new Set(),
  fetched: 0,
});

const copyOf = ({ rows, complete, failures, read, fetched }: Gathered): Gathered => ({
  rows: new Map([...rows].map(([table, of]) => [table, new Map(of)])),
  complete: new Map([...complete].map(([key, set]) => [key, { ...set, values: new Set(set.values) }])),
  failures: new Map(failures),
  read: new Set(read),
  fetched,
});

const keyOf = (table: TableSpec): string => table.key[0] ?? '';

/** Gathers what one transaction is to write. A row that comes twice is there once, as it was seen last. */
export class BatchBuilder {
  private gathered = nothing();
  private saved = nothing();

  /**
   * @param tables in an order in which their references hold
   * @param most about how many rows one transaction writes; what belongs together is never divided
   */
  constructor(
    private readonly tables: readonly TableSpec[],
    private readonly most = 2_000,
  ) {}

  get size(): number {
    const { rows, complete, failures } = this.gathered;
    return [...rows.values(), ...[...complete.values()].map(({ values }) => values)].reduce(
      (sum, { size }) => sum + size,
      failures.size,
    );
  }

  get isFull(): boolean {
    return this.size >= this.most;
  }

  /** A record could be read, whether it changed or not. */
  addRead(ref: string): void {
    this.gathered.read.add(ref);
  }

  countFetched(records: number): void {
    this.gathered.fetched += records;
  }

  add(table: TableSpec, row: ConnectorRow): void {
    const rows = this.gathered.rows.get(table) ?? new Map<string, ConnectorRow>();
    this.gathered.rows.set(table, rows.set(String(row.values[keyOf(table)]), row));
  }

  /** Declares that all rows with this value are in: those we have beyond them are gone at the vendor. */
  addComplete(table: TableSpec, column: string, value: string): void {
    const key = `${table.table} ${column}`;
    const set = this.gathered.complete.get(key) ?? { table, column, values: new Set<string>() };
    this.gathered.complete.set(key, set);
    set.values.add(value);
  }

  /**
   * The same before they are added: rows that an earlier look brought in are forgotten, since this one is the newer.
   */
  beginComplete(table: TableSpec, column: string, value: string): void {
    const rows = this.gathered.rows.get(table);
    if (column === keyOf(table)) rows?.delete(value);
    else for (const [id, row] of rows ?? []) if (row.values[column] === value) rows?.delete(id);
    this.addComplete(table, column, value);
  }

  /** Marks what the vendor, or the source's filter, no longer has; nothing happens where we never had it. */
  addGone(table: TableSpec, id: string): void {
    this.beginComplete(table, keyOf(table), id);
  }

  /** Ids that were marked since the last batch. */
  goneOf(table: TableSpec): string[] {
    const ids = this.gathered.complete.get(`${table.table} ${keyOf(table)}`)?.values ?? [];
    return [...ids].filter((id) => !this.gathered.rows.get(table)?.has(id));
  }

  addFailures(failures: readonly RecordFailure[]): void {
    for (const failure of failures) this.gathered.failures.set(failure.source_ref, failure);
  }

  /** Takes back what an earlier `take` gave. */
  addBatch(batch: SyncBatch): void {
    for (const { table, rows } of batch.rows) for (const row of rows) this.add(table, row);
    for (const { table, column, values } of batch.complete ?? [])
      for (const value of values) this.addComplete(table, column, value);
    this.addFailures(batch.failures ?? []);
    for (const ref of batch.read ?? []) this.addRead(ref);
    this.countFetched(batch.fetched);
  }

  /** Remembers what is gathered by now. */
  save(): void {
    this.saved = copyOf(this.gathered);
  }

  /** Goes back to what was gathered when it was saved, or to nothing where that has been taken since. */
  restore(): void {
    this.gathered = this.saved;
    this.saved = nothing();
  }

  /** @returns the batch, and is empty again */
  take(cursor: SyncCursor): SyncBatch {
    const { rows, complete, failures, read, fetched } = this.gathered;
    this.gathered = nothing();
    this.saved = nothing();
    return {
      rows: this.tables.flatMap((table) => {
        const of = rows.get(table);
        return of ? [{ table, rows: [...of.values()] }] : [];
      }),
      complete: [...complete.values()].map(({ values, ...set }) => ({ ...set, values: [...values] })),
      failures: [...failures.values()],
      read: [...read],
      fetched,
      cursor,
    };
  }
}
