import type { EvidenceRef } from '../../kag-events/index.js';

/** The first refs, each once, as many as `max`. */
export function firstRefs(refs: Iterable<EvidenceRef>, max: number): EvidenceRef[] {
  const seen = new Map<string, EvidenceRef>();
  for (const ref of refs) {
    if (seen.size === max) break;
    const key = JSON.stringify([ref.source_table, ref.source_pk]);
    if (!seen.has(key)) seen.set(key, ref);
  }
  return [...seen.values()];
}

/**
 * The newest ref of every list, then the second of every list, and so on. The lists are each newest first and their refs
 * carry no times, so that this is as near to newest first as they can be put, and no list is crowded out by another.
 */
export function* byRank(lists: readonly (readonly EvidenceRef[])[]): Generator<EvidenceRef> {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  for (let rank = 0; rank < longest; rank++)
    for (const list of lists) {
      const ref = list[rank];
      if (ref) yield ref;
    }
}
