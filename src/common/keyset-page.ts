import { encodeCursor, type Keyset } from './cursor.js';

/** Rows of a keyset list, and the cursor of the page after them; null: they are the last ones. */
export interface KeysetPage<T> {
  rows: T[];
  next_cursor: string | null;
}

/**
 * Cuts a page out of rows of which one more than `limit` was read: that one says whether another page follows.
 * @param keyOf the values of a row's sort key, as `decodeCursor` reads them back
 */
export function keysetPage<T>(found: readonly T[], limit: number, keyOf: (last: T) => Keyset): KeysetPage<T> {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next_cursor: found.length > rows.length && last !== undefined ? encodeCursor(keyOf(last)) : null };
}
