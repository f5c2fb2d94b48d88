import type { EvidenceRef } from '../../../kag-events/index.js';
import { textOf } from '../domain-event.js';
import { daysBetween } from '../periods.js';
import type { Track } from './track.js';

/** A blocker older than this is no news any more. */
export const BLOCKER_DAYS = 90;

/** Open blockers by issue: since when, and the issue. */
export type Blockers = Record<string, { at: number; refs: readonly EvidenceRef[] }>;

export const blockers: Track<Blockers> = {
  start: () => ({}),
  fold(memory, event) {
    const issue = textOf(event, 'issue_id');
    if (issue === null) return;
    if (event.type === 'issue_unblocked' || event.type === 'issue_completed') delete memory[issue];
    if (event.type !== 'issue_blocked') return;
    const open = memory[issue];
    if (!open || daysBetween(open.at, event.at) > BLOCKER_DAYS) memory[issue] = { at: event.at, refs: event.evidence };
  },
};
