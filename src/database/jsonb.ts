import { storableText } from '../common/storable-text.js';

/** Escapes that PostgreSQL's jsonb refuses: the NUL character, and halves of surrogate pairs. */
const REFUSED = /\\u0000|\\ud[89a-f][0-9a-f]{2}/i;

/**
 * JSON text that `jsonb` takes, whatever strangers wrote: NUL characters and lone surrogates in strings become U+FFFD,
 * so that one odd message can't stop a whole batch.
 */
export function toJsonb(value: unknown): string {
  const json = JSON.stringify(value);
  if (!REFUSED.test(json)) return json;
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner === 'string') return storableText(inner);
    if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).map(([key, one]) => [storableText(key), one]));
  });
}
