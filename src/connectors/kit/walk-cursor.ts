import { SyncError } from '../core/sync-error.js';
import { WalkGuard } from './walk-guard.js';

/** One answer of a list: its rows as they came, and the cursor of the page behind it, if there is one. */
export interface CursorPage {
  readonly rows: readonly unknown[];
  readonly next: string | null;
}

/** Where a walk through a list is: behind a cursor, among the rows up to a time. */
export interface CursorPlace {
  readonly after: string | null;
  readonly until: string | null;
}
export const FRONT: CursorPlace = { after: null, until: null };

export interface CursorList<P extends CursorPage> {
  /** As messages call it. */
  readonly name: string;
  readonly read: (place: CursorPlace) => Promise<P>;
  readonly idOf: (row: unknown) => unknown;
  /** The time by which the list is ordered, of a row; unset where the list can't be asked for older rows. */
  readonly timeOf?: ((row: unknown) => string | null) | undefined;
}

export interface WalkedCursorPage<P extends CursorPage> {
  readonly page: P;
  readonly rows: readonly unknown[];
  /** Where the next page is; null behind the last one. */
  readonly next: CursorPlace | null;
}

/** How often in a row a walk is taken up again without coming any further. */
const MAX_RESTARTS = 3;

/**
 * The pages of a list by its cursors. A cursor names a row, and when that row is purged between two pages a vendor may
 * refuse the cursor, or answer with a list that ends there: then the walk goes on among the rows that are no newer than
 * the oldest it has seen, without a cursor.
 * @throws SyncError `bad_payload` for a list that gives the same cursor or the same rows again, and would never end
 */
export async function* walkCursor<P extends CursorPage>(
  { name, read, idOf, timeOf }: CursorList<P>,
  start: CursorPlace = FRONT,
): AsyncGenerator<WalkedCursorPage<P>, void> {
  let guard = new WalkGuard(name);
  let place = start;
  let oldest = start.until;
  for (let restarts = 0; ;) {
    const page = await unlessLost(read(place), place);
    if (page === null || (page.rows.length === 0 && place.after !== null)) {
      restarts = oldest === null || oldest === place.until ? restarts + 1 : 0;
      if (restarts > MAX_RESTARTS) throw new SyncError('vendor_error', `${name} keeps losing its place in a list`);
      place = { after: null, until: oldest };
      guard = new WalkGuard(name);
      continue;
    }
    for (const row of page.rows) {
      const time = timeOf?.(row) ?? null;
      if (time !== null && (oldest === null || time < oldest)) oldest = time;
    }
    guard.page(page.rows.map(idOf));
    if (page.next !== null) guard.cursor(page.next);
    const next = page.next === null ? null : { after: page.next, until: place.until };
    yield { page, rows: page.rows, next };
    if (next === null) return;
    place = next;
  }
}

/** Null where the cursor is refused; what is wrong with the query itself is so without a cursor as well. */
async function unlessLost<P>(reading: Promise<P>, { after }: CursorPlace): Promise<P | null> {
  try {
    return await reading;
  } catch (error) {
    const refused = error instanceof SyncError && (error.kind === 'config' || error.kind === 'gone');
    if (after !== null && refused) return null;
    throw error;
  }
}
