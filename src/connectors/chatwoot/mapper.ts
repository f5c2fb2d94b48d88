import type { Source, ConnectorRow } from '../core/contract.js';
import { withoutNoise, withoutSecrets } from './clean.js';
import { globalIds } from './ids.js';
import type { Read } from '../kit/read-rows.js';
import type { Attachment, Contact, ChatwootConversation, ChatwootInbox, ChatwootMessage } from './payloads.js';
import { rowId } from './parse.js';
import { shownText } from './shown-text.js';

const at = (seconds: number | null): Date | null => (seconds === null ? null : new Date(Math.round(seconds * 1000)));

/**
 * What tells one state of a conversation from the next: `updated_at`, to its last digit. Servers too old to show it
 * leave only the last activity.
 */
export const versionOf = ({ updated_at, last_activity_at, created_at }: ChatwootConversation): number =>
  updated_at ?? last_activity_at ?? created_at ?? 0;

/** Unix seconds of the last activity; a conversation without any was created at least. */
export const activityOf = ({ last_activity_at, created_at }: ChatwootConversation): number =>
  last_activity_at ?? created_at ?? 0;

/** From Chatwoot's objects to rows. Pure; the same object always gives the same row. */
export class ChatwootMapper {
  private readonly ids;

  constructor(private readonly source: Source) {
    this.ids = globalIds(source);
  }

  inbox({ fields, raw }: Read<ChatwootInbox>): ConnectorRow {
    const { id, name, channel_type } = fields;
    const data = withoutSecrets(withoutNoise(raw));
    return {
      values: {
        inbox_global_id: this.ids.inbox(id),
        account_id: this.source.externalId,
        inbox_id: id,
        name,
        channel_type,
        data,
      },
    };
  }

  contact({ fields, raw }: Read<Contact>): ConnectorRow {
    const { id, name, email, phone_number, identifier, blocked } = fields;
    return {
      values: {
        contact_global_id: this.ids.contact(id),
        account_id: this.source.externalId,
        contact_id: id,
        name,
        email,
        phone_number,
        identifier,
        blocked,
        last_activity_at: at(fields.last_activity_at),
        vendor_created_at: at(fields.created_at),
        data: withoutNoise(raw),
      },
    };
  }

  conversation({ fields, raw }: Read<ChatwootConversation>): ConnectorRow {
    const { id, uuid, inbox_id, status, priority, labels, meta } = fields;
    const contactId = rowId(meta?.sender);
    return {
      values: {
        conversation_global_id: this.ids.conversation(id),
        account_id: this.source.externalId,
        conversation_id: id,
        uuid,
        inbox_id,
        contact_global_id: contactId === null ? null : this.ids.contact(contactId),
        status,
        priority,
        channel: meta?.channel ?? null,
        labels,
        assignee_id: meta?.assignee?.id ?? null,
        assignee_name: meta?.assignee?.name ?? null,
        team_id: meta?.team?.id ?? null,
        team_name: meta?.team?.name ?? null,
        unread_count: fields.unread_count === null ? null : Math.trunc(fields.unread_count),
        snoozed_until: at(fields.snoozed_until),
        first_reply_at: at(fields.first_reply_created_at),
        waiting_since: at(fields.waiting_since),
        last_activity_at: at(activityOf(fields)),
        vendor_created_at: at(fields.created_at),
        vendor_updated_at: versionOf(fields),
        data: conversationData(raw),
      },
    };
  }

  /** The row is deleted where the vendor says so: it keeps such messages, with a placeholder for their text. */
  message(conversationId: number, { fields, raw }: Read<ChatwootMessage>): ConnectorRow {
    const { id, inbox_id, message_type, content_type, status, sender, source_id } = fields;
    const sentBy = withoutNoise(raw['sender'], 'last_activity_at');
    return {
      deleted: fields.content_attributes['deleted'] === true,
      values: {
        message_global_id: this.ids.message(id),
        conversation_global_id: this.ids.conversation(conversationId),
        account_id: this.source.externalId,
        conversation_id: conversationId,
        message_id: id,
        inbox_id: inbox_id ?? null,
        message_type,
        content_type,
        content: shownText(fields),
        private: fields.private,
        status,
        sender_type: sender?.type ?? null,
        sender_id: sender?.id ?? null,
        sender_name: sender?.name ?? null,
        source_id,
        sent_at: at(fields.created_at),
        // Attachments have their own table.
        data: { ...withoutNoise(raw, 'attachments', 'sender'), ...(sentBy ? { sender: sentBy } : {}) },
      },
    };
  }

  attachment(conversationId: number, messageId: number, { fields, raw }: Read<Attachment>): ConnectorRow {
    return {
      values: {
        attachment_global_id: this.ids.attachment(fields.id),
        message_global_id: this.ids.message(messageId),
        conversation_global_id: this.ids.conversation(conversationId),
        attachment_id: fields.id,
        file_type: fields.file_type,
        file_size: fields.file_size === null ? null : Math.trunc(fields.file_size),
        data_url: fields.data_url,
        data: { ...raw },
      },
    };
  }
}

/** Without its messages and its contact, which have rows of their own. */
function conversationData(raw: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const meta = withoutNoise(raw['meta'], 'sender', 'contact');
  const assignee = withoutNoise(meta?.['assignee']);
  return {
    ...withoutNoise(raw, 'messages', 'last_non_activity_message', 'meta'),
    ...(meta ? { meta: { ...meta, ...(assignee ? { assignee } : {}) } } : {}),
  };
}
