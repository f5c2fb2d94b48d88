import type { Batch, CompleteSet, RecordFailure, SourceRow, SyncCursor, TableSpec } from '../core/contract.js';
import { ATTIO_TABLES } from './tables.js';

/** About how many rows one transaction writes. */
const ROWS_PER_BATCH = 1_000;

const keyOf = (table: TableSpec): string => table.key[0] ?? '';

/** Gathers what one transaction is to write. A row that comes twice is there once, as it was seen last. */
export class BatchBuilder {
  private rows = new Map<TableSpec, Map<string, SourceRow>>();
  private gone = new Map<TableSpec, Set<string>>();
  private failures = new Map<string, RecordFailure>();
  private read = new Set<string>();
  private fetched = 0;

  get size(): number {
    const sizes = [...this.rows.values(), ...this.gone.values()].map(({ size }) => size);
    return sizes.reduce((sum, size) => sum + size, this.failures.size);
  }

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

  add(table: TableSpec, values: SourceRow['values']): void {
    const rows = this.rows.get(table) ?? new Map<string, SourceRow>();
    const id = String(values[keyOf(table)]);
    this.rows.set(table, rows.set(id, { values }));
    this.gone.get(table)?.delete(id);
  }

  /** Marks what the vendor, or the source's filter, no longer has; nothing happens where we never had it. */
  addGone(table: TableSpec, id: string): void {
    const ids = this.gone.get(table) ?? new Set<string>();
    this.gone.set(table, ids.add(id));
    this.rows.get(table)?.delete(id);
  }

  /** Ids that were marked since the last batch. */
  goneOf(table: TableSpec): string[] {
    return [...(this.gone.get(table) ?? [])];
  }

  addFailure(failure: RecordFailure): void {
    this.failures.set(failure.source_ref, failure);
  }

  /** @returns the batch, and is empty again */
  take(cursor: SyncCursor): Batch {
    const batch: Batch = {
      rows: ATTIO_TABLES.flatMap((table) => {
        const rows = this.rows.get(table);
        return rows ? [{ table, rows: [...rows.values()] }] : [];
      }),
      // Complete sets of one key each, without the row: whatever has that key is gone.
      complete: [...this.gone].map(([table, ids]): CompleteSet => ({ table, column: keyOf(table), values: [...ids] })),
      failures: [...this.failures.values()],
      read: [...this.read],
      fetched: this.fetched,
      cursor,
    };
    this.rows = new Map();
    this.gone = new Map();
    this.failures = new Map();
    this.read = new Set();
    this.fetched = 0;
    return batch;
  }
}
