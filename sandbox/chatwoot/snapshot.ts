import type { AttachmentRow, ContactRow, ConversationRow, InboxRow, MessageRow } from './records.js';
import type { Tables } from './tables.js';

/** The source of truth: every row once, by id, with null where a value is missing. */
export interface WorldSnapshot {
  contacts: ContactRow[];
  inboxes: InboxRow[];
  conversations: ConversationRow[];
  messages: MessageRow[];
  attachments: AttachmentRow[];
}

/** @returns deep copies, so that what is compared does not change with the world */
export function snapshotOf(tables: Tables): WorldSnapshot {
  return {
    contacts: sorted(tables.contacts),
    inboxes: sorted(tables.inboxes),
    conversations: sorted(tables.conversations),
    messages: sorted(tables.messages),
    attachments: sorted(tables.attachments),
  };
}

function sorted<T extends { id: number }>(rows: Map<number, T>): T[] {
  return structuredClone([...rows.values()].sort((a, b) => a.id - b.id));
}
