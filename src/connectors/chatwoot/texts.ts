import type { SourceText } from '../../search/index.js';
import type { RowChange, Source } from '../core/contract.js';
import { isByMachine, messageFacts, spokenBy, spokenText } from './message-row.js';
import { CW_MESSAGES } from './tables.js';

/** What a message says, for search; null text where it no longer says it (deleted, made private, emptied). */
export function chatwootTexts({ table, before, after }: RowChange, source: Source): SourceText[] {
  if (table !== CW_MESSAGES.table) return [];
  const text = spokenText(after);
  if (text === spokenText(before)) return [];
  const { message_global_id, conversation_global_id, sent_at, url } = messageFacts(after, source);
  return [
    {
      source_kind: 'message',
      source_id: message_global_id,
      message_global_id,
      conversation_global_id,
      // A machine's words are neither side's own.
      sender: isByMachine(after) ? null : spokenBy(after),
      text,
      source_url: url,
      occurred_at: sent_at,
    },
  ];
}
