import { stableHash, stableJson } from '../../common/stable-hash.js';

type Json = Record<string, unknown>;

const LENGTH = 32;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A hash of a row's columns. The values of an attribute count as a set: no order of theirs is documented, and the other
 * side of a relationship has none. Where order matters (the first address) it is in a column of its own.
 */
export function contentHash(columns: Readonly<Json>): string {
  const { data, ...rest } = columns;
  const values = isObject(data) ? data['values'] : undefined;
  if (!isObject(values)) return stableHash(columns).slice(0, LENGTH);
  const sets = Object.fromEntries(
    Object.entries(values).map(([slug, list]) => [slug, Array.isArray(list) ? list.map(stableJson).sort() : list]),
  );
  return stableHash({ ...rest, data: { ...(data as Json), values: sets } }).slice(0, LENGTH);
}
