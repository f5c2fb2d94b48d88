import { firstRefs } from '../../common/source-row.js';
import type { EvidenceRef } from '../../kag-events/index.js';

/** Refs that a signal keeps, and a score. */
export const SIGNAL_REFS = 20;
export const SCORE_REFS = 60;

/** The latest refs of things in the order of their times, newest first. */
export function latestRefs(things: readonly { refs: readonly EvidenceRef[] }[], most = SIGNAL_REFS): EvidenceRef[] {
  const fromTheEnd = function* () {
    for (let i = things.length - 1; i >= 0; i--) yield* things[i]?.refs ?? [];
  };
  return firstRefs(fromTheEnd(), most);
}

/** The refs by when what they show happened, newest first; of equal times in the given order. */
export function newestFirst(refs: readonly EvidenceRef[]): EvidenceRef[] {
  const time = (ref: EvidenceRef) => ref.occurred_at ?? '';
  return [...refs].sort((a, b) => (time(a) < time(b) ? 1 : time(a) > time(b) ? -1 : 0));
}
