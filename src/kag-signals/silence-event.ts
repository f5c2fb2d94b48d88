import type { EventSource, EvidenceRef, NewEvent } from '../kag-events/index.js';
import type { RecordTables } from '../source-records/index.js';
import type { FoundSilence } from './domain/tracks/silence.js';

/**
 * `client_silent_started`: the system's own note, once for a silence. Its evidence is the message without an answer.
 */
export function silenceEvent(
  projectId: string,
  silence: FoundSilence,
  records: RecordTables,
): NewEvent & { project_id: string } {
  const [asked] = silence.refs;
  const message = asked?.message_id ?? null;
  return {
    project_id: projectId,
    event_type: 'client_silent_started',
    occurred_at: new Date(silence.at),
    actor: 'system',
    source: sourceOf(asked, records),
    source_ref: message,
    source_url: null,
    source_message_id: message,
    payload: { conversation_id: silence.conversation },
    evidence: [...silence.refs],
    dedupe_key: `client_silent_started:${silence.since}`,
  };
}

/** The vendor that the unanswered message is of. */
const sourceOf = (asked: EvidenceRef | undefined, records: RecordTables): EventSource =>
  (asked && records.vendorOf(asked.source_table)) ?? 'system';
