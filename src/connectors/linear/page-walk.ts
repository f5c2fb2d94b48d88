import { SyncError } from '../core/sync-error.js';
import { WalkGuard } from '../core/walk-guard.js';
import { Unresolved } from './field-errors.js';
import type { Page } from './linear-api.js';
import { nodeId } from './parse.js';

/** Where a walk through a list is: behind a cursor, among the rows up to a time. */
export interface Place {
  readonly after: string | null;
  readonly until: string | null;
}
export const FRONT: Place = { after: null, until: null };

export interface WalkedPage {
  readonly rows: readonly unknown[];
  /** Where the next page is; null behind the last one. */
  readonly next: Place | null;
}

/** How often in a row a walk is taken up again without coming any further. */
const MOST_RESTARTS = 3;

/**
 * The pages of a list, newest first. A cursor names a row, and when that row is purged between two pages Linear refuses
 * the cursor, or answers with a list that ends there (undocumented): then the walk goes on among the rows that are no
 * newer than the oldest it has seen, without a cursor. A list that gives the same cursor again would never end.
 * @param timeOf the time by which the list is ordered, of a row; null where the list can't be asked for older rows
 */
export async function* walkPages(
  read: (place: Place) => Promise<Page>,
  start: Place,
  timeOf: ((row: unknown) => string | null) | null,
): AsyncGenerator<WalkedPage, void> {
  let guard = new WalkGuard('Linear');
  let place = start;
  let oldest = start.until;
  for (let restarts = 0; ;) {
    const page = await unlessLost(read(place), place);
    if (page === null || (page.rows.length === 0 && place.after !== null)) {
      restarts = oldest === null || oldest === place.until ? restarts + 1 : 0;
      if (restarts > MOST_RESTARTS) throw new SyncError('vendor_error', 'Linear keeps losing its place in a list');
      place = { after: null, until: oldest };
      guard = new WalkGuard('Linear');
      continue;
    }
    for (const row of page.rows) {
      const time = timeOf?.(row) ?? null;
      if (time !== null && (oldest === null || time < oldest)) oldest = time;
    }
    guard.page(page.rows.map(nodeId));
    if (page.next !== null) guard.cursor(page.next);
    const next = page.next === null ? null : { after: page.next, until: place.until };
    yield { rows: page.rows, next };
    if (next === null) return;
    place = next;
  }
}

/** Null where the cursor is refused; what is wrong with the query itself is so without a cursor as well. */
async function unlessLost(reading: Promise<Page>, { after }: Place): Promise<Page | null> {
  try {
    return await reading;
  } catch (error) {
    const refused = error instanceof SyncError && (error.kind === 'config' || error.kind === 'gone');
    if (after !== null && refused) return null;
    throw error;
  }
}

/** A time of a node in the one form in which such times compare, or null when it has none. */
export function timeOf(given: unknown, field: 'createdAt' | 'updatedAt'): string | null {
  const row = given instanceof Unresolved ? given.node : given;
  const value = typeof row === 'object' && row !== null ? (row as Record<string, unknown>)[field] : null;
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}
