import { sha256 } from '../../common/stable-hash.js';
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
 * counts: edits say nothing new, and the keys of the events keep a message that was gone and is back from counting
 * twice. Where a person has said that something was not meant, words that are edited afterwards are asked again. In
 * what a machine wrote nothing is detected: "we will come back to you tomorrow" promises nothing then.
 */
export function chatwootEvents({ table, before, after }: RowChange, source: Source): NewEvent[] {
  const sender = spokenBy(after);
  if (table !== CW_MESSAGES.table || sender === null) return [];
  const isEdit = spokenBy(before) !== null;
  if (isEdit && before?.['content'] === after['content']) return [];
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
  const heard = automatic
    ? []
    : detected(sender, text, sent_at).map(([type, payload]) =>
        // An agreement is known by the message that made it.
        event(type, type === 'agreement_created' ? { agreement_id: `agreement:${id}`, ...payload } : payload),
      );
  return isEdit ? heard.map((one) => askedAgain(one, sha256(text))) : [said, ...heard];
}

/** What edited words give: of use only where a person has taken back what was heard in them before. */
const askedAgain = (event: NewEvent, text_hash: string): NewEvent => ({
  ...event,
  dedupe_key: `${event.dedupe_key}:${text_hash.slice(0, 12)}`,
  instead_of_refused: { dedupe_key: event.dedupe_key, text_hash },
});

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
