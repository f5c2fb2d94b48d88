import { churn, type ChurnPlan, type ChurnResult } from './churn.js';
import { messageTypeOf, type NewContact, type NewConversation, type NewMessage } from './mutations.js';
import { newAttachmentRow, newConversationRow } from './new-rows.js';
import {
  ACTIVITY,
  type ContactRow,
  type ConversationRow,
  type ConversationStatus,
  INCOMING,
  type InboxRow,
  type MessageRow,
  OUTGOING,
  TEMPLATE,
} from './records.js';
import { snapshotOf, type WorldSnapshot } from './snapshot.js';
import { Tables } from './tables.js';

/** What Chatwoot writes over the text of a deleted message. */
export const DELETED_CONTENT = 'This message was deleted';

/** One Chatwoot account: its rows, and the side effects Chatwoot gives each change. Knows nothing of HTTP. */
export class ChatwootWorld {
  readonly accountId: number;
  readonly tables = new Tables();
  /** Rows of a page, as a server's own setting; null: Chatwoot's defaults. */
  pageLength: number | null = null;
  /** Grows with every change; cached orders are rebuilt when it moved. */
  version = 0;
  private clock: () => number;
  /** Microseconds of the latest touch, and of the clock at that moment. */
  private lastTouch = 0;
  private lastTouchBase = 0;
  private readonly lastIds = { inbox: 0, contact: 1000, conversation: 0, message: 5000, attachment: 0 };

  constructor(options: { accountId?: number; now?: () => number } = {}) {
    this.accountId = options.accountId ?? 1;
    this.clock = options.now ?? Date.now;
  }

  /** @returns the world's time, epoch ms */
  now(): number {
    return this.clock();
  }

  /**
   * Another clock from here on; seeds use it to live through the past.
   * @returns the clock before
   */
  setClock(now: () => number): () => number {
    const before = this.clock;
    this.clock = now;
    return before;
  }

  addInbox(inbox: { name: string; channel_type: string }): InboxRow {
    const row = { id: this.nextId('inbox'), ...inbox };
    this.tables.inboxes.set(row.id, row);
    this.version += 1;
    return row;
  }

  addContact(contact: NewContact): ContactRow {
    const { createdAt, ...given } = contact;
    const row: ContactRow = {
      id: this.nextId('contact'),
      email: null,
      phone_number: null,
      identifier: null,
      blocked: false,
      additional_attributes: {},
      custom_attributes: {},
      last_activity_at: null,
      created_at: createdAt ?? this.seconds(),
      ...given,
    };
    this.tables.contacts.set(row.id, row);
    this.version += 1;
    return row;
  }

  addConversation(conversation: NewConversation): ConversationRow {
    this.tables.contact(conversation.contactId);
    const inbox = this.tables.inbox(conversation.inboxId ?? this.tables.inboxes.keys().next().value ?? 0);
    const id = this.nextId('conversation');
    const row = newConversationRow(id, this.accountId, inbox, conversation, this.seconds());
    this.tables.conversations.set(id, row);
    this.touch(row);
    return row;
  }

  /** A new message is the one change that moves `last_activity_at`, to the message's own time. */
  addMessage(message: NewMessage): MessageRow {
    const conversation = this.tables.conversation(message.conversationId);
    const type = messageTypeOf(message);
    const createdAt = message.createdAt ?? this.seconds();
    const row: MessageRow = {
      id: this.nextId('message'),
      conversation_id: conversation.id,
      inbox_id: conversation.inbox_id,
      content: message.content,
      message_type: type,
      content_type: message.content_type ?? 'text',
      status: message.status ?? 'sent',
      private: message.private ?? false,
      source_id: message.source_id ?? null,
      ...this.senderOf(conversation, type, message.agentId),
      content_attributes: message.content_attributes ?? {},
      created_at: createdAt,
      updated_at: this.now() / 1000,
    };
    this.tables.insertMessage(row);
    for (const attachment of message.attachments ?? []) {
      this.tables.insertAttachment(newAttachmentRow(this.nextId('attachment'), row.id, attachment));
    }
    this.afterMessage(conversation, row);
    return row;
  }

  /** New text under the old id: paging by `after` never shows it. */
  editMessage(id: number, content: string | null): MessageRow {
    const row = this.tables.message(id);
    row.content = content;
    row.updated_at = this.now() / 1000;
    this.touch(this.tables.conversation(row.conversation_id));
    return row;
  }

  /** The row stays; text, attributes and files go. */
  deleteMessage(id: number): MessageRow {
    const row = this.editMessage(id, DELETED_CONTENT);
    row.content_type = 'text';
    row.content_attributes = { deleted: true };
    this.tables.removeAttachmentsOf(id);
    return row;
  }

  setStatus(conversationId: number, status: ConversationStatus, snoozedUntil: string | null = null): ConversationRow {
    const row = this.tables.conversation(conversationId);
    row.status = status;
    row.snoozed_until = status === 'snoozed' ? snoozedUntil : null;
    this.touch(row);
    return row;
  }

  /** Leaves no trace in any conversation's dates: only a walk over the contacts sees it. */
  renameContact(id: number, name: string): ContactRow {
    const row = this.tables.contact(id);
    row.name = name;
    this.version += 1;
    return row;
  }

  /** Gone without a trace: no list, no event tells of it. */
  deleteConversation(id: number): void {
    this.tables.conversation(id);
    this.tables.removeConversation(id);
    this.version += 1;
  }

  /** The loser's conversations and messages become the winner's, blanks of the winner are filled, the loser goes. */
  mergeContacts(winnerId: number, loserId: number): ContactRow {
    const winner = this.tables.contact(winnerId);
    const loser = this.tables.contact(loserId);
    if (winner === loser) throw new Error('a contact can not be merged with itself');
    for (const conversation of this.tables.conversations.values()) {
      if (conversation.contact_id !== loserId) continue;
      conversation.contact_id = winnerId;
      for (const message of this.tables.messagesOf(conversation.id)) {
        if (message.sender_type === 'contact') message.sender_id = winnerId;
      }
      this.touch(conversation);
    }
    winner.email ??= loser.email;
    winner.phone_number ??= loser.phone_number;
    winner.identifier ??= loser.identifier;
    winner.custom_attributes = { ...loser.custom_attributes, ...winner.custom_attributes };
    this.tables.contacts.delete(loserId);
    this.version += 1;
    return winner;
  }

  churn(plan: ChurnPlan): ChurnResult {
    return churn(this, plan);
  }

  /** @returns a copy of every row, for comparison with a mirror */
  snapshot(): WorldSnapshot {
    return snapshotOf(this.tables);
  }

  private afterMessage(conversation: ConversationRow, message: MessageRow): void {
    conversation.last_activity_at = message.created_at;
    if (message.message_type === INCOMING) {
      conversation.waiting_since ??= message.created_at;
      conversation.contact_last_seen_at = message.created_at;
      this.tables.contact(conversation.contact_id).last_activity_at = message.created_at;
      // Chatwoot reopens a closed or snoozed conversation when its client writes again.
      if (conversation.status === 'resolved' || conversation.status === 'snoozed') {
        conversation.status = 'open';
        conversation.snoozed_until = null;
      }
    }
    if (message.message_type === OUTGOING) {
      conversation.agent_last_seen_at = message.created_at;
      if (conversation.assignee_id !== null) conversation.assignee_last_seen_at = message.created_at;
      if (!message.private) {
        conversation.first_reply_created_at ??= message.created_at;
        conversation.waiting_since = null;
      }
    }
    this.touch(conversation);
  }

  private senderOf(
    conversation: ConversationRow,
    type: number,
    agentId?: number,
  ): Pick<MessageRow, 'sender_type' | 'sender_id'> {
    if (type === INCOMING) return { sender_type: 'contact', sender_id: conversation.contact_id };
    if (type === ACTIVITY || type === TEMPLATE) return { sender_type: null, sender_id: null };
    const agent = agentId ?? conversation.assignee_id ?? this.tables.agents[0]?.id;
    return agent === undefined ? { sender_type: null, sender_id: null } : { sender_type: 'user', sender_id: agent };
  }

  private nextId(kind: keyof ChatwootWorld['lastIds']): number {
    this.lastIds[kind] += 1;
    return this.lastIds[kind];
  }

  private seconds(): number {
    return Math.floor(this.now() / 1000);
  }

  /** Always later than the touch before, as PostgreSQL's microseconds are, unless the clock itself was set back. */
  private touch(conversation: ConversationRow): void {
    const base = Math.floor(this.now()) * 1000;
    this.lastTouch = base < this.lastTouchBase ? base + 1 : Math.max(base, this.lastTouch) + 1;
    this.lastTouchBase = base;
    conversation.updated_at = this.lastTouch / 1e6;
    this.version += 1;
  }
}
