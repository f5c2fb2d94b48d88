import { anyObject, named, oneOf, optional, orNull, text } from '../http/index.js';
import { ACTORS, EVENT_SOURCES } from './event.js';
import { HEARD_TYPES } from './heard-events.js';

const AT = '2026-02-03T10:11:12.000Z';
const SEEN_AT = 'https://app.chatwoot.com/app/accounts/1/conversations/341?messageId=90201';
const SOURCE = { source_table: 'cw_messages', source_pk: text('cwmsg:1:90201') };

/** A piece of evidence: a message, as events have it. */
export const EVIDENCE_EXAMPLE = named('EvidenceRef', {
  message_id: optional('cwmsg:1:90201'),
  linear_issue_id: optional(text('a1d2b3c4-0000-4000-8000-000000000001')),
  attio_record_id: optional(text('a1d2b3c4-0000-4000-8000-000000000002')),
  doc_url: optional('https://docs.example.org/brief'),
  rag_chunk_id: optional(text('5b0e8b1e-6a3c-4f5f-9c89-1f6f6c1d7a10')),
  ...SOURCE,
  occurred_at: optional(AT),
  url: optional(SEEN_AT),
}).showing({ message_id: 'cwmsg:1:90201', ...SOURCE });

/** The same as conclusions have it: with when it was, and where it can be seen. */
export const SEEN_EVIDENCE_EXAMPLE = EVIDENCE_EXAMPLE.showing({
  message_id: 'cwmsg:1:90201',
  ...SOURCE,
  occurred_at: AT,
  url: SEEN_AT,
});

const ALTERNATIVES = orNull([oneOf(HEARD_TYPES, 'scope_change_detected')], null);
const FEEDBACK = orNull(
  named('EventFeedback', {
    right: false,
    instead: orNull(oneOf(HEARD_TYPES, 'scope_change_detected')),
    by: 'anna',
    at: AT,
  }),
  null,
);

export const EVENT_EXAMPLE = named('ProjectEvent', {
  id: '4211',
  event_type: 'message_sent',
  occurred_at: AT,
  recorded_at: '2026-02-03T10:12:00.000Z',
  actor: oneOf(ACTORS, 'client'),
  source: oneOf(EVENT_SOURCES, 'chatwoot'),
  source_ref: orNull('cwmsg:1:90201'),
  source_url: orNull(SEEN_AT),
  source_message_id: orNull('cwmsg:1:90201'),
  source_linear_issue_id: orNull('a1d2b3c4', null),
  source_attio_record_id: orNull('a1d2b3c4', null),
  payload_json: anyObject({
    sender: 'client',
    conversation_id: 'cw:1:341',
    sentiment_score: -0.4,
    expects_answer: true,
    automatic: false,
  }),
  evidence_refs: [SEEN_EVIDENCE_EXAMPLE],
  holds: true,
  alternatives: ALTERNATIVES,
  feedback: FEEDBACK,
});

/** One that was heard in a message, and that a person has said to be wrong. */
export const TAKEN_BACK_EXAMPLE = EVENT_EXAMPLE.with({
  event_type: 'need_detected',
  payload_json: anyObject({ conversation_id: 'cw:1:341' }),
  holds: false,
  alternatives: ALTERNATIVES.showing(['approval_approved', 'agreement_created', 'scope_change_detected']),
  feedback: FEEDBACK.showing({ right: false, instead: 'scope_change_detected', by: 'anna', at: AT }),
});

/** What that person said it was instead. */
export const ADDED_EXAMPLE = EVENT_EXAMPLE.with({
  id: '4377',
  event_type: 'scope_change_detected',
  payload_json: anyObject({ conversation_id: 'cw:1:341', by_person: true }),
  alternatives: ALTERNATIVES.showing(['approval_approved', 'agreement_created', 'need_detected']),
});
