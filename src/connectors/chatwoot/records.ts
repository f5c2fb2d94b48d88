import type { SourceRecords } from '../../source-records/index.js';
import { CW_CONTACTS, CW_CONVERSATIONS, CW_MESSAGES } from './tables.js';

export const CHATWOOT_RECORDS: SourceRecords = {
  contacts: CW_CONTACTS.table,
  conversations: CW_CONVERSATIONS.table,
  messages: {
    table: CW_MESSAGES.table,
    columns: { id: 't.message_global_id', text: 't.content', deleted_at: 't.deleted_at' },
  },
};
