import {
  detectAgreement,
  detectApproval,
  detectApprovalRequest,
  detectNeed,
  detectScopeChange,
  type DomainEventType,
  expectsAnswer,
  isAutomatic,
  type NewEvent,
  sentimentScore,
} from '../../kag-events/index.js';
import type { RowChange, Source } from '../core/contract.js';
import { isByMachine, messageFacts, senderOf, spokenBy } from './message-row.js';
import { CW_MESSAGES } from './tables.js';

/**
 * `message_sent` for a message that one side says to the other, and what is detected in its words. Only its first sight
 * counts: edits say nothing new, and the keys of the events keep a message that was gone and is back from counting twice.
 * In what a machine wrote nothing is detected: "we will come back to you tomorrow" is no promise then.
 */
export function chatwootEvents({ table, before, after }: RowChange, source: Source): NewEvent[] {
  const sender = spokenBy(after);
  if (table !== CW_MESSAGES.table || sender === null || spokenBy(before) !== null) return [];
  const { message_global_id: id, conversation_global_id: conversation_id, sent_at, url } = messageFacts(after, source);
  const text = typeof after['content'] === 'string' ? after['content'] : '';
  const event = (event_type: DomainEventType, payload: Record<string, unknown>): NewEvent => ({
    event_type,
    occurred_at: sent_at,
    actor: sender,
    source: 'chatwoot',
    source_ref: id,
    source_url: url,
    source_message_id: id,
    payload: { conversation_id, ...payload },
    evidence: [{ message_id: id, source_table: CW_MESSAGES.table, source_pk: id }],
    dedupe_key: `${event_type}:${id}`,
  });
  const automatic = isByMachine(after) || isAutomatic(text);
  const expects_answer = !automatic && expectsAnswer(text, sender);
  const said = event('message_sent', {
    // In the team's name, yet not its answer.
    sender: automatic && sender === 'team' ? 'bot' : sender,
    sender_id: senderOf(after, source),
    sentiment_score: sentimentScore(text),
    expects_answer,
    automatic,
  });
  if (automatic) return [said];
  return [
    said,
    ...detected(sender, text, sent_at).map(([type, payload]) => {
      // An agreement is known by the message that made it.
      return event(type, type === 'agreement_created' ? { agreement_id: `agreement:${id}`, ...payload } : payload);
    }),
  ];
}

/** What the words of one side amount to; usually nothing. */
function detected(
  sender: 'client' | 'team',
  text: string,
  sentAt: Date,
): [type: DomainEventType, payload: Record<string, unknown>][] {
  const found: [DomainEventType, Record<string, unknown>][] = [];
  if (sender === 'team' && detectApprovalRequest(text)) found.push(['approval_requested', {}]);
  if (sender === 'client') {
    if (detectApproval(text)) found.push(['approval_approved', {}]);
    if (detectScopeChange(text)) found.push(['scope_change_detected', {}]);
    if (detectNeed(text)) found.push(['need_detected', {}]);
  }
  const agreement = detectAgreement(text, sentAt);
  if (agreement)
    found.push(['agreement_created', { due_at: agreement.due_at?.toISOString() ?? null, what: agreement.what }]);
  return found;
}
