import { type HeardType, likeliestAgreement, type JudgedEvent, type NewEvent } from '../kag-events/index.js';

/** What names the event that the same words would have given as another type. */
export const keyOfType = (
  { event_type, dedupe_key }: Pick<JudgedEvent, 'event_type' | 'dedupe_key'>,
  type: HeardType,
) => `${type}:${dedupe_key.slice(event_type.length + 1)}`;

/**
 * The event that the words should have given, by a person's word: with the time, side and evidence of the one that is
 * taken back. An agreement has the due date that its words name.
 */
export function addedEvent(event: JudgedEvent, type: HeardType, words: string | null): NewEvent {
  return {
    event_type: type,
    occurred_at: event.occurred_at,
    actor: event.actor,
    source: event.source,
    source_ref: event.source_ref,
    source_url: event.source_url,
    source_message_id: event.source_message_id,
    source_attio_record_id: event.source_attio_record_id,
    payload: { ...payloadOf(event, type, words), by_person: true },
    evidence: event.evidence_refs,
    dedupe_key: keyOfType(event, type),
  };
}

function payloadOf(event: JudgedEvent, type: HeardType, words: string | null): Record<string, unknown> {
  const { conversation_id } = event.payload_json;
  // What is heard in an activity tells of that activity, whichever type it is.
  if (conversation_id === undefined) return event.payload_json;
  if (type !== 'agreement_created') return { conversation_id };
  const agreement = words === null ? null : likeliestAgreement(words, event.occurred_at);
  return {
    agreement_id: `agreement:${event.source_ref}`,
    conversation_id,
    due_at: agreement?.due_at?.toISOString() ?? null,
    what: agreement?.what ?? '',
  };
}
