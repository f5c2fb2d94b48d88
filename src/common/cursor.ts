import { AppError } from './app-error.js';
import { isDay } from './day.js';

/** Position in a keyset list: the values of the sort key of the last row shown. */
export type Keyset = readonly (string | number)[];

/** Opaque text for a keyset position; `decodeCursor` reads it back. */
export function encodeCursor(key: Keyset): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/**
 * The keyset position in a cursor that a client sent back.
 * @throws AppError `validation_failed` when the text was not made by `encodeCursor` for a key of these types.
 */
export function decodeCursor(
  cursor: string,
  types: readonly ('string' | 'number' | 'timestamp' | 'uuid' | 'day')[],
): Keyset {
  const bad = () =>
    new AppError('validation_failed', 'cursor is not one that this list gave out; start again without it', [
      { path: 'cursor', problem: 'must be the next_cursor of an earlier page of the same list' },
    ]);
  let key: unknown;
  try {
    key = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw bad();
  }
  if (!Array.isArray(key) || key.length !== types.length) throw bad();
  const fits = types.every((type, i) => {
    const value: unknown = key[i];
    if (type === 'number') return typeof value === 'number' && Number.isSafeInteger(value);
    if (typeof value !== 'string' || value.includes('\0')) return false;
    if (type === 'timestamp') return /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value));
    if (type === 'day') return isDay(value);
    if (type === 'uuid') return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(value);
    return true;
  });
  if (!fits) throw bad();
  return key as Keyset;
}
