import type { Batch, CompleteSet, RecordFailure, SourceRow, SyncCursor, TableSpec } from '../core/contract.js';
import { LINEAR_TABLES } from './tables.js';

/** About how many rows one transaction writes. An issue is never divided, nor parted from those that it blocks. */
const ROWS_PER_BATCH = 2_000;

/** Gathers what one transaction is to write. A row that comes twice is there once, as it was seen last. */
export class BatchBuilder {
  private rows = new Map<TableSpec, Map<string, SourceRow>>();
  private complete = new Map<string, { table: TableSpec; column: string; values: Set<string> }>();
  private failures = new Map<string, RecordFailure>();
  private read = new Set<string>();
  private fetched = 0;
  private size = 0;
  private saved: (() => void) | null = null;

  get isFull(): boolean {
    return this.size >= ROWS_PER_BATCH;
  }

  /** A record could be read, whether it changed or not. */
  addRead(ref: string): void {
    this.read.add(ref);
  }

  countFetched(records: number): void {
    this.fetched += records;
  }

  add(table: TableSpec, row: SourceRow): void {
    const rows = this.rows.get(table) ?? new Map<string, SourceRow>();
    this.rows.set(table, rows);
    const id = String(row.values['id']);
    if (!rows.has(id)) this.size += 1;
    rows.set(id, row);
  }

  /**
   * Declares that all rows with this value are about to be added: those we have beyond them are gone at the vendor. Rows
   * that an earlier look at the same issue brought in are forgotten; this one is the newer.
   */
  beginComplete(table: TableSpec, column: string, value: string): void {
    for (const [id, row] of this.rows.get(table) ?? [])
      if (row.values[column] === value) this.rows.get(table)?.delete(id);
    const key = `${table.table} ${column}`;
    const set = this.complete.get(key) ?? { table, column, values: new Set<string>() };
    this.complete.set(key, set);
    set.values.add(value);
  }

  addFailures(failures: readonly RecordFailure[]): void {
    for (const failure of failures) this.failures.set(failure.source_ref, failure);
  }

  /** Remembers what is gathered by now. */
  save(): void {
    const rows = new Map([...this.rows].map(([table, of]) => [table, new Map(of)]));
    const complete = new Map([...this.complete].map(([key, set]) => [key, { ...set, values: new Set(set.values) }]));
    const failures = new Map(this.failures);
    const read = new Set(this.read);
    const { fetched, size } = this;
    this.saved = () => Object.assign(this, { rows, complete, failures, read, fetched, size });
  }

  /** Goes back to what was gathered when it was saved, or to nothing where that has been taken since. */
  restore(): void {
    if (this.saved) this.saved();
    else this.empty();
    this.saved = null;
  }

  /** @returns the batch, and is empty again */
  take(cursor: SyncCursor): Batch {
    const batch: Batch = {
      rows: LINEAR_TABLES.flatMap((table) => {
        const rows = this.rows.get(table);
        return rows ? [{ table, rows: [...rows.values()] }] : [];
      }),
      complete: [...this.complete.values()].map(({ table, column, values }): CompleteSet => ({
        table,
        column,
        values: [...values],
      })),
      failures: [...this.failures.values()],
      read: [...this.read],
      fetched: this.fetched,
      cursor,
    };
    this.saved = null;
    this.empty();
    return batch;
  }

  private empty(): void {
    this.rows = new Map();
    this.complete = new Map();
    this.failures = new Map();
    this.read = new Set();
    this.fetched = 0;
    this.size = 0;
  }
}
