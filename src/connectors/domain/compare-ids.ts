export interface TheirRecord {
  key: string;
  ref: string;
  version: string | null;
}

export interface Comparison {
  total: number;
  /** Refs of records that we lack. */
  missing: string[];
  /** Refs of records that differ in version. */
  stale: string[];
  /** Keys of records that the vendor does not list. */
  extra: string[];
  completeness_pct: number;
}

/**
 * Both sides of one resource, id by id. A version counts only where both sides have one. `completeness_pct` is the
 * share of the vendor's records that are here as they are there, in percent to two digits; 100 of none.
 */
export function compareIds(theirs: readonly TheirRecord[], ours: ReadonlyMap<string, string | null>): Comparison {
  const listed = new Map(theirs.map((record) => [record.key, record]));
  const missing: string[] = [];
  const stale: string[] = [];
  for (const { key, ref, version } of listed.values()) {
    const known = ours.get(key);
    if (known === undefined) missing.push(ref);
    else if (known !== null && version !== null && known !== version) stale.push(ref);
  }
  const extra = [...ours.keys()].filter((key) => !listed.has(key));
  const total = listed.size;
  const good = total - missing.length - stale.length;
  return {
    total,
    missing,
    stale,
    extra,
    completeness_pct: total === 0 ? 100 : Math.round((good / total) * 10_000) / 100,
  };
}
