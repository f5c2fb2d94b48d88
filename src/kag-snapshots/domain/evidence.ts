import type { EvidenceRef } from '../../kag-events/index.js';

/**
 * The newest ref of every list, then the second of every list, and so on. The lists are each newest first and their
 * refs carry no times, so that this is as near to newest first as they can be put, and no list is crowded out by
 * another.
 */
export function* byRank(lists: readonly (readonly EvidenceRef[])[]): Generator<EvidenceRef> {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  for (let rank = 0; rank < longest; rank++)
    for (const list of lists) {
      const ref = list[rank];
      if (ref) yield ref;
    }
}
