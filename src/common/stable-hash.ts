import { createHash } from 'node:crypto';

/** JSON with keys in order and `undefined` left out, so that equal values have equal text. */
export function stableJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** SHA-256 of the text, in hex (64 characters). */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** SHA-256 of a value's stable JSON, in hex: equal for equal values whatever the order of their keys. */
export function stableHash(value: unknown): string {
  return sha256(stableJson(value));
}
