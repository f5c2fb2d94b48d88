import { createHmac, timingSafeEqual } from 'node:crypto';
import { AppError } from './app-error.js';
import { isDay } from './day.js';

/** Position in a keyset list: the values of the sort key of the last row shown. */
export type Keyset = readonly (string | number)[];

/** What each type of a part is in the code. */
interface Parts {
  string: string;
  number: number;
  timestamp: string;
  uuid: string;
  day: string;
}
type PartType = keyof Parts;

/** Opaque text for a keyset position; `decodeCursor` reads it back. */
export function encodeCursor(key: Keyset): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The cursor with a seal: that this server gave it out, for this list. */
export const sealCursor = (cursor: string, list: string, secret: string): string =>
  `${cursor}.${sealOf(cursor, list, secret).toString('base64url')}`;

/**
 * The cursor under the seal, made with any of the secrets.
 * @throws AppError `validation_failed` when it was not given out, or for another list.
 */
export function openCursor(sealed: string, list: string, secrets: readonly string[]): string {
  const [cursor = '', seal = '', ...more] = sealed.split('.');
  const given = Buffer.from(seal, 'base64url');
  const fits = (secret: string) => {
    const expected = sealOf(cursor, list, secret);
    return given.length === expected.length && timingSafeEqual(given, expected);
  };
  if (more.length > 0 || !secrets.some(fits)) throw badCursor();
  return cursor;
}

const sealOf = (cursor: string, list: string, secret: string): Buffer =>
  createHmac('sha256', secret)
    .update(`cursor:${JSON.stringify([list, cursor])}`)
    .digest();

const badCursor = () =>
  new AppError('validation_failed', 'cursor is not one that this list gave out; start again without it', [
    { path: 'cursor', problem: 'must be the next_cursor of an earlier page of the same list' },
  ]);

/**
 * The keyset position in a cursor that a client sent back, a part for each of `types`.
 * @throws AppError `validation_failed` when the text was not made by `encodeCursor` for a key of these types.
 */
export function decodeCursor<const T extends readonly PartType[]>(
  cursor: string,
  types: T,
): { readonly [I in keyof T]: Parts[T[I]] } {
  let key: unknown;
  try {
    key = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw badCursor();
  }
  if (!Array.isArray(key) || key.length !== types.length) throw badCursor();
  const fits = types.every((type, i) => {
    const value: unknown = key[i];
    if (type === 'number') return typeof value === 'number' && Number.isSafeInteger(value);
    if (typeof value !== 'string' || value.includes('\0')) return false;
    if (type === 'timestamp') return /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value));
    if (type === 'day') return isDay(value);
    if (type === 'uuid') return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(value);
    return true;
  });
  if (!fits) throw badCursor();
  return key as unknown as { [I in keyof T]: Parts[T[I]] };
}
