import type { ConnectorRow } from '../core/contract.js';
import { CW_ATTACHMENTS, CW_CONTACTS, CW_CONVERSATIONS, CW_INBOXES, CW_MESSAGES } from './tables.js';

type Values = ConnectorRow['values'];

const lastPart = (globalId: unknown): string => String(globalId).split(':').at(-1) ?? '';

const REFS: Readonly<Record<string, (values: Values) => string>> = {
  [CW_INBOXES.table]: ({ inbox_id }) => `inbox:${String(inbox_id)}`,
  [CW_CONTACTS.table]: ({ contact_id }) => `contact:${String(contact_id)}`,
  [CW_CONVERSATIONS.table]: ({ conversation_id }) => `conversation:${String(conversation_id)}`,
  [CW_MESSAGES.table]: ({ conversation_id, message_id }) => `message:${String(conversation_id)}/${String(message_id)}`,
  [CW_ATTACHMENTS.table]: ({ conversation_global_id, message_global_id }) =>
    `message:${lastPart(conversation_global_id)}/${lastPart(message_global_id)}`,
};

/** The ref of the record that a row is of; an attachment is its message's. */
export function refOfRow(table: string, values: Values): string {
  return REFS[table]?.(values) ?? table;
}
