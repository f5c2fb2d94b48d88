import { type HeardType, type JudgedEvent, likeliestAgreement, type Replacement } from '../kag-events/index.js';

/** What names the event that the same words would have given as another type. */
export const keyOfType = (
  { event_type, dedupe_key }: Pick<JudgedEvent, 'event_type' | 'dedupe_key'>,
  type: HeardType,
): string => `${type}:${dedupe_key.slice(event_type.length + 1)}`;

/**
 * The event that the words should have given, by a person's word. An agreement has the due date that its words name.
 */
export const replacementFor = (event: JudgedEvent, type: HeardType, words: string | null): Replacement => ({
  event_id: event.id,
  event_type: type,
  payload: { ...payloadOf(event, type, words), by_person: true },
  dedupe_key: keyOfType(event, type),
});

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
