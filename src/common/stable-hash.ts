import { createHash } from 'node:crypto';

/** JSON with keys in order and `undefined` left out, so that equal values have equal text. */
export function stableJson(value: unknown): string {
  return JSON.stringify(ordered(value));
}

/** The value with the keys of its objects in order. A replacer would do it in `JSON.stringify`, at thrice the time. */
function ordered(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (writesItself(value)) return ordered(value.toJSON());
  if (Array.isArray(value)) return value.map(ordered);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, ordered(inner)]));
}

/** Dates, for one. */
const writesItself = (value: object): value is { toJSON(): unknown } =>
  'toJSON' in value && typeof value.toJSON === 'function';

/** SHA-256 of the text, in hex (64 characters). */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** SHA-256 of a value's stable JSON, in hex: equal for equal values with their keys in any order. */
export function stableHash(value: unknown): string {
  return sha256(stableJson(value));
}
