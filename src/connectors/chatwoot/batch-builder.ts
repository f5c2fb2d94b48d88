import type { Batch, CompleteSet, RecordFailure, SourceRow, SyncCursor, TableSpec } from '../core/contract.js';
import { CHATWOOT_TABLES } from './tables.js';

/** About how many rows one transaction writes. A conversation is never divided: its messages are complete or not there. */
const ROWS_PER_BATCH = 2_000;

/** Gathers what one transaction is to write. A row that comes twice is there once, as it was seen last. */
export class BatchBuilder {
  private rows = new Map<TableSpec, Map<string, SourceRow>>();
  private complete = new Map<TableSpec, { column: string; values: Set<string> }>();
  private failures = new Map<string, RecordFailure>();
  private read = new Set<string>();
  private fetched = 0;
  private size = 0;

  get isFull(): boolean {
    return this.size >= ROWS_PER_BATCH;
  }

  get isEmpty(): boolean {
    return this.size === 0 && this.complete.size === 0 && this.failures.size === 0;
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
    const key = table.key.map((column) => String(row.values[column])).join(' ');
    if (!rows.has(key)) this.size += 1;
    rows.set(key, row);
  }

  /** Declares that all rows with this value are in: those we have beyond them are gone at the vendor. */
  addComplete(table: TableSpec, column: string, value: string): void {
    const set = this.complete.get(table) ?? { column, values: new Set<string>() };
    this.complete.set(table, set);
    set.values.add(value);
  }

  addFailures(failures: readonly RecordFailure[]): void {
    for (const failure of failures) this.failures.set(failure.source_ref, failure);
  }

  /** Takes back what an earlier `take` gave. */
  addBatch(batch: Batch): void {
    for (const { table, rows } of batch.rows) for (const row of rows) this.add(table, row);
    for (const { table, column, values } of batch.complete ?? [])
      for (const value of values) this.addComplete(table, column, value);
    this.addFailures(batch.failures ?? []);
    for (const ref of batch.read ?? []) this.addRead(ref);
    this.countFetched(batch.fetched);
  }

  /** @returns the batch, and is empty again */
  take(cursor: SyncCursor): Batch {
    const batch: Batch = {
      rows: CHATWOOT_TABLES.flatMap((table) => {
        const rows = this.rows.get(table);
        return rows ? [{ table, rows: [...rows.values()] }] : [];
      }),
      complete: [...this.complete].map(([table, { column, values }]): CompleteSet => ({
        table,
        column,
        values: [...values],
      })),
      failures: [...this.failures.values()],
      read: [...this.read],
      fetched: this.fetched,
      cursor,
    };
    this.rows = new Map();
    this.complete = new Map();
    this.failures = new Map();
    this.read = new Set();
    this.fetched = 0;
    this.size = 0;
    return batch;
  }
}
