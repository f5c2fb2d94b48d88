import type { TableSpec } from '../core/contract.js';

export const CW_INBOXES: TableSpec = {
  table: 'cw_inboxes_raw',
  key: ['inbox_global_id'],
  columns: {
    inbox_global_id: 'text',
    account_id: 'text',
    inbox_id: 'bigint',
    name: 'text',
    channel_type: 'text',
    data: 'jsonb',
  },
};

export const CW_CONTACTS: TableSpec = {
  table: 'cw_contacts',
  key: ['contact_global_id'],
  columns: {
    contact_global_id: 'text',
    account_id: 'text',
    contact_id: 'bigint',
    name: 'text',
    email: 'text',
    phone_number: 'text',
    identifier: 'text',
    blocked: 'boolean',
    last_activity_at: 'timestamptz',
    vendor_created_at: 'timestamptz',
    data: 'jsonb',
  },
};

export const CW_CONVERSATIONS: TableSpec = {
  table: 'cw_conversations',
  key: ['conversation_global_id'],
  columns: {
    conversation_global_id: 'text',
    account_id: 'text',
    conversation_id: 'bigint',
    uuid: 'text',
    inbox_id: 'bigint',
    contact_global_id: 'text',
    status: 'text',
    priority: 'text',
    channel: 'text',
    labels: 'jsonb',
    assignee_id: 'bigint',
    assignee_name: 'text',
    team_id: 'bigint',
    team_name: 'text',
    unread_count: 'integer',
    snoozed_until: 'timestamptz',
    first_reply_at: 'timestamptz',
    waiting_since: 'timestamptz',
    last_activity_at: 'timestamptz',
    vendor_created_at: 'timestamptz',
    // Unix seconds as they come: a timestamp would round the fraction, and every comparison would see a change.
    vendor_updated_at: 'double precision',
    data: 'jsonb',
  },
};

export const CW_MESSAGES: TableSpec = {
  table: 'cw_messages',
  key: ['message_global_id'],
  columns: {
    message_global_id: 'text',
    conversation_global_id: 'text',
    account_id: 'text',
    conversation_id: 'bigint',
    message_id: 'bigint',
    inbox_id: 'bigint',
    message_type: 'integer',
    content_type: 'text',
    content: 'text',
    private: 'boolean',
    status: 'text',
    sender_type: 'text',
    sender_id: 'bigint',
    sender_name: 'text',
    source_id: 'text',
    sent_at: 'timestamptz',
    data: 'jsonb',
  },
};

export const CW_ATTACHMENTS: TableSpec = {
  table: 'cw_attachments_raw',
  key: ['attachment_global_id'],
  columns: {
    attachment_global_id: 'text',
    message_global_id: 'text',
    conversation_global_id: 'text',
    attachment_id: 'bigint',
    file_type: 'text',
    file_size: 'bigint',
    data_url: 'text',
    data: 'jsonb',
  },
};

/** In an order in which references hold: conversations before their messages, messages before their attachments. */
export const CHATWOOT_TABLES: readonly TableSpec[] = [
  CW_INBOXES,
  CW_CONTACTS,
  CW_CONVERSATIONS,
  CW_MESSAGES,
  CW_ATTACHMENTS,
];
