import { sourceTable } from '../kit/source-table.js';

/** Inboxes by name and channel; what may be a secret was left at the vendor. */
export const CW_INBOXES = sourceTable('cw_inboxes_raw', {
  key: { inbox_global_id: 'text' },
  columns: { account_id: 'text', inbox_id: 'bigint', name: 'text?', channel_type: 'text?', data: 'jsonb' },
});

/** A client of the account, resolved or not. */
export const CW_CONTACTS = sourceTable('cw_contacts', {
  key: { contact_global_id: 'text' },
  columns: {
    account_id: 'text',
    contact_id: 'bigint',
    name: 'text?',
    email: 'text?',
    phone_number: 'text?',
    identifier: 'text?',
    blocked: 'boolean',
    last_activity_at: 'timestamptz?',
    vendor_created_at: 'timestamptz?',
    data: 'jsonb',
  },
  indexes: ['ix_cw_contacts_listed'],
});

/** A conversation as its list shows it. Its messages are in as far as `vendor_updated_at` says. */
export const CW_CONVERSATIONS = sourceTable('cw_conversations', {
  key: { conversation_global_id: 'text' },
  columns: {
    account_id: 'text',
    conversation_id: 'bigint',
    uuid: 'text?',
    inbox_id: 'bigint',
    contact_global_id: 'text?',
    status: 'text',
    priority: 'text?',
    channel: 'text?',
    labels: 'jsonb',
    assignee_id: 'bigint?',
    assignee_name: 'text?',
    team_id: 'bigint?',
    team_name: 'text?',
    unread_count: 'integer?',
    snoozed_until: 'timestamptz?',
    first_reply_at: 'timestamptz?',
    waiting_since: 'timestamptz?',
    last_activity_at: 'timestamptz',
    vendor_created_at: 'timestamptz?',
    // Unix seconds as they come: a timestamp would round the fraction, and every comparison would see a change.
    vendor_updated_at: 'double precision',
    data: 'jsonb',
  },
  indexes: ['ix_cw_conversations_listed', 'ix_cw_conversations_contact'],
});

/** A message, note or activity line; deleted ones stay, marked. */
export const CW_MESSAGES = sourceTable('cw_messages', {
  key: { message_global_id: 'text' },
  columns: {
    conversation_global_id: 'text',
    account_id: 'text',
    conversation_id: 'bigint',
    message_id: 'bigint',
    inbox_id: 'bigint?',
    message_type: 'integer',
    content_type: 'text?',
    content: 'text?',
    private: 'boolean',
    status: 'text?',
    sender_type: 'text?',
    sender_id: 'bigint?',
    sender_name: 'text?',
    source_id: 'text?',
    sent_at: 'timestamptz',
    data: 'jsonb',
  },
  indexes: ['ix_cw_messages_conversation', 'ix_cw_messages_listed'],
  partOf: { table: CW_CONVERSATIONS, name: 'fk_cw_messages_conversation' },
});

/** A file of a message, by its address at the vendor. */
export const CW_ATTACHMENTS = sourceTable('cw_attachments_raw', {
  key: { attachment_global_id: 'text' },
  columns: {
    message_global_id: 'text',
    conversation_global_id: 'text',
    attachment_id: 'bigint',
    file_type: 'text?',
    file_size: 'bigint?',
    data_url: 'text?',
    data: 'jsonb',
  },
  indexes: ['ix_cw_attachments_raw_message', 'ix_cw_attachments_raw_conversation'],
  partOf: { table: CW_MESSAGES, name: 'fk_cw_attachments_raw_message' },
});

/** In an order in which references hold: conversations before their messages, messages before their attachments. */
export const CHATWOOT_TABLES = [CW_INBOXES, CW_CONTACTS, CW_CONVERSATIONS, CW_MESSAGES, CW_ATTACHMENTS] as const;
