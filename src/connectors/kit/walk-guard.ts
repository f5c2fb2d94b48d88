import { SyncError } from '../core/sync-error.js';

/** Pages in a row without a row that is new: rows that move between two requests make one or two of them. */
const MAX_REPEATS = 3;
/** Rows beyond the list's own total, as many times: rows that come and go during a walk are not so many. */
const BEYOND = 2;

/**
 * Watches a walk through a list, which has to come to an end: a vendor that ignores the page it is asked for, or gives
 * the same cursor again, would be read for ever.
 */
export class WalkGuard {
  private readonly seen = new Set<string>();
  private readonly cursors = new Set<string>();
  private repeats = 0;
  private total = 0;

  constructor(private readonly list: string) {}

  /**
   * @param rows what tells the page's rows apart
   * @param total how many rows the list says that it has
   * @throws SyncError `bad_payload` for a list that repeats itself, or shows more than there is
   */
  page(rows: readonly unknown[], total: number | null = null): void {
    const before = this.seen.size;
    for (const row of rows) this.seen.add(String(row));
    this.repeats = rows.length > 0 && this.seen.size === before ? this.repeats + 1 : 0;
    if (this.repeats >= MAX_REPEATS) throw this.repeated();
    if (total === null) return;
    this.total = Math.max(this.total, total);
    if (this.seen.size > BEYOND * this.total + rows.length)
      throw new SyncError(
        'bad_payload',
        `${this.list} shows more than its total: ${this.seen.size} records of ${this.total}`,
      );
  }

  /** @throws SyncError `bad_payload` for a cursor that came before */
  cursor(next: string): void {
    if (this.cursors.has(next)) throw this.repeated();
    this.cursors.add(next);
  }

  private repeated(): SyncError {
    return new SyncError('bad_payload', `${this.list}: the list repeats itself, and would be read without end`);
  }
}
