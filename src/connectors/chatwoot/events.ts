import { type NewEvent, sentimentScore } from '../../kag-events/index.js';
import type { RowChange, Source } from '../core/contract.js';
import { messageFacts, spokenBy } from './message-row.js';
import { CW_MESSAGES } from './tables.js';

/**
 * `message_sent` for a message that one side says to the other. Only its first sight counts: edits say nothing new, and
 * the key of the event keeps a message that was gone and is back from being sent twice.
 */
export function chatwootEvents({ table, before, after }: RowChange, source: Source): NewEvent[] {
  const sender = spokenBy(after);
  if (table !== CW_MESSAGES.table || sender === null || spokenBy(before) !== null) return [];
  const { message_global_id, conversation_global_id, sent_at, url } = messageFacts(after, source);
  const content = after['content'];
  return [
    {
      event_type: 'message_sent',
      occurred_at: sent_at,
      actor: sender,
      source: 'chatwoot',
      source_ref: message_global_id,
      source_url: url,
      source_message_id: message_global_id,
      payload: {
        sender,
        conversation_id: conversation_global_id,
        sentiment_score: sentimentScore(typeof content === 'string' ? content : ''),
      },
      evidence: [{ message_id: message_global_id, source_table: CW_MESSAGES.table, source_pk: message_global_id }],
      dedupe_key: `message_sent:${message_global_id}`,
    },
  ];
}
