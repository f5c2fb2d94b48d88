import type { EventFeedbackRow } from './event-feedback.entity.js';
import type { LoggedEvent } from './event-log.entity.js';
import type { EvidenceRef } from './event.js';
import { alternativesTo } from './heard-events.js';

type Said = Pick<EventFeedbackRow, 'is_right' | 'instead' | 'added_event_id' | 'text_hash' | 'judged_by' | 'judged_at'>;

/** An event of the log with what a person said of it; all of that is null where they have said nothing. */
export type JudgedEvent = LoggedEvent & { [key in keyof Said]: Said[key] | null };

/** SQL: events `e` with what was said of them, up to the condition. */
export const JUDGED = `
  SELECT e.*, said.is_right, said.instead, said.added_event_id, said.text_hash, said.judged_by, said.judged_at
  FROM kag_event_log e
  LEFT JOIN kag_event_feedback said ON said.project_id = e.project_id AND said.event_id = e.id`;

/** Whether something is concluded from it. */
export const holds = ({ is_right }: Pick<JudgedEvent, 'is_right'>): boolean => is_right !== false;

/** Returns an event as routes answer it. */
export function eventAnswer(judged: JudgedEvent) {
  const { project_id: _project, dedupe_key: _key, added_event_id: _added, text_hash: _hash, ...event } = judged;
  const { is_right, instead, judged_by: by, judged_at: at, ...shown } = event;
  return {
    ...shown,
    evidence_refs: shown.evidence_refs.map((ref) => seenAt(ref, shown)),
    holds: holds(judged),
    alternatives: alternativesTo(shown.event_type, shown.actor),
    feedback: is_right === null ? null : { right: is_right, instead, by, at },
  };
}

/** An event's evidence is the record that it comes from, so it is seen where that is. */
const seenAt = (
  ref: EvidenceRef,
  { source_url, occurred_at }: Pick<LoggedEvent, 'source_url' | 'occurred_at'>,
): EvidenceRef => ({
  ...ref,
  occurred_at: occurred_at.toISOString(),
  ...(source_url === null ? {} : { url: source_url }),
});
