import type { SourceRecords } from '../../source-records/index.js';
import { CW_CONTACTS, CW_CONVERSATIONS, CW_MESSAGES } from './tables.js';

export const CHATWOOT_RECORDS: SourceRecords = {
  contacts: CW_CONTACTS.table,
  conversations: CW_CONVERSATIONS.table,
  messages: CW_MESSAGES.table,
};
