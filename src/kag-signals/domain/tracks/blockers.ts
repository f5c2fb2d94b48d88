import type { EvidenceRef } from '../../../kag-events/index.js';
import { textOf } from '../domain-event.js';
import { daysBetween } from '../periods.js';
import type { Track } from './track.js';

/** A blocker older than this is not news any more. */
export const BLOCKER_DAYS = 90;

export interface Blockers {
  /** Whether the tracker has sent any issue: before that, an empty list of blockers means nothing. */
  told: boolean;
  /** Open blockers by issue: since when, and the issue. */
  open: Record<string, { at: number; refs: readonly EvidenceRef[] }>;
}

export const blockers: Track<Blockers> = {
  start: () => ({ told: false, open: {} }),
  fold(memory, event) {
    const issue = textOf(event, 'issue_id');
    if (issue === null) return;
    memory.told = true;
    if (event.type === 'issue_unblocked' || event.type === 'issue_completed') delete memory.open[issue];
    if (event.type !== 'issue_blocked') return;
    const since = memory.open[issue]?.at ?? -Infinity;
    if (daysBetween(since, event.at) > BLOCKER_DAYS) memory.open[issue] = { at: event.at, refs: event.evidence };
  },
};
