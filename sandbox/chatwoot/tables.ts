import type { AgentRow, AttachmentRow, ContactRow, ConversationRow, InboxRow, MessageRow, TeamRow } from './records.js';

/** Thrown when a mutation or a request names a row that is not there. */
export class MissingRow extends Error {
  constructor(kind: string, id: number) {
    super(`no ${kind} ${id}`);
  }
}

/** Maps and indexes only: who may change them, and what else changes with them, is the world's business. */
export class Tables {
  readonly agents: AgentRow[] = [];
  readonly teams: TeamRow[] = [];
  readonly inboxes = new Map<number, InboxRow>();
  readonly contacts = new Map<number, ContactRow>();
  readonly conversations = new Map<number, ConversationRow>();
  readonly messages = new Map<number, MessageRow>();
  readonly attachments = new Map<number, AttachmentRow>();
  private readonly byConversation = new Map<number, MessageRow[]>();
  private readonly byMessage = new Map<number, AttachmentRow[]>();

  inbox = (id: number): InboxRow => found(this.inboxes.get(id), 'inbox', id);
  contact = (id: number): ContactRow => found(this.contacts.get(id), 'contact', id);
  conversation = (id: number): ConversationRow => found(this.conversations.get(id), 'conversation', id);
  message = (id: number): MessageRow => found(this.messages.get(id), 'message', id);

  /** @returns the conversation's messages by created_at, then id */
  messagesOf(conversationId: number): readonly MessageRow[] {
    return this.byConversation.get(conversationId) ?? [];
  }

  attachmentsOf(messageId: number): readonly AttachmentRow[] {
    return this.byMessage.get(messageId) ?? [];
  }

  insertMessage(message: MessageRow): void {
    this.messages.set(message.id, message);
    const list = this.byConversation.get(message.conversation_id) ?? [];
    this.byConversation.set(message.conversation_id, list);
    // Nearly always the end; an imported message with an older date walks back to its place.
    let at = list.length;
    while (at > 0 && (list[at - 1]?.created_at ?? 0) > message.created_at) at -= 1;
    list.splice(at, 0, message);
  }

  insertAttachment(attachment: AttachmentRow): void {
    this.attachments.set(attachment.id, attachment);
    this.byMessage.set(attachment.message_id, [...this.attachmentsOf(attachment.message_id), attachment]);
  }

  removeAttachmentsOf(messageId: number): void {
    for (const attachment of this.attachmentsOf(messageId)) this.attachments.delete(attachment.id);
    this.byMessage.delete(messageId);
  }

  removeConversation(id: number): void {
    for (const message of this.messagesOf(id)) {
      this.removeAttachmentsOf(message.id);
      this.messages.delete(message.id);
    }
    this.byConversation.delete(id);
    this.conversations.delete(id);
  }
}

function found<T>(row: T | undefined, kind: string, id: number): T {
  if (row === undefined) throw new MissingRow(kind, id);
  return row;
}
