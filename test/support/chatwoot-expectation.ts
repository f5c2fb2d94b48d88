import type { ChatwootWorld } from '../../sandbox/sandbox.js';
import type { Mirror } from './mirror.js';

const seconds = (value: unknown) => new Date(value as Date).getTime() / 1000;
const byId = <T extends { id: unknown }>(rows: T[]): T[] => rows.sort((a, b) => Number(a.id) - Number(b.id));

/** What a mirror holds that isn't marked deleted, in the vendor's words, to be compared with the world. */
export function mirrored(mirror: Mirror) {
  return {
    conversations: byId(
      mirror.living('cw_conversations').map((row) => ({
        id: row['conversation_id'],
        contact: row['contact_global_id'],
        status: row['status'],
        labels: row['labels'],
        assignee_id: row['assignee_id'],
        last_activity_at: seconds(row['last_activity_at']),
        updated_at: row['vendor_updated_at'],
      })),
    ),
    messages: byId(
      mirror.rows('cw_messages').map((row) => ({
        id: row['message_id'],
        conversation_id: row['conversation_id'],
        content: row['content'],
        message_type: row['message_type'],
        private: row['private'],
        sender_id: row['sender_id'],
        sent_at: seconds(row['sent_at']),
        deleted: row['deleted_at'] !== null,
      })),
    ),
    attachments: byId(
      mirror.living('cw_attachments_raw').map((row) => ({ id: row['attachment_id'], size: row['file_size'] })),
    ),
    contacts: byId(
      mirror.living('cw_contacts').map((row) => ({ id: row['contact_id'], name: row['name'], email: row['email'] })),
    ),
    inboxes: byId(mirror.living('cw_inboxes_raw').map((row) => ({ id: row['inbox_id'], name: row['name'] }))),
  };
}

/** The same from the world itself. A contact that no list and no conversation shows can't be known. */
export function expected(world: ChatwootWorld): ReturnType<typeof mirrored> {
  const { conversations, messages, attachments, contacts, inboxes } = world.snapshot();
  const named = new Set(conversations.map((row) => row.contact_id));
  return {
    conversations: conversations.map(
      ({ id, contact_id, status, labels, assignee_id, last_activity_at, updated_at }) => ({
        id,
        contact: `cwc:${world.accountId}:${contact_id}`,
        status,
        labels,
        assignee_id,
        last_activity_at,
        updated_at,
      }),
    ),
    messages: messages.map((row) => ({
      id: row.id,
      conversation_id: row.conversation_id,
      content: row.content,
      message_type: row.message_type,
      private: row.private,
      sender_id: row.sender_id,
      sent_at: row.created_at,
      deleted: row.content_attributes['deleted'] === true,
    })),
    attachments: attachments.map((row) => ({ id: row.id, size: row.file_size })),
    contacts: contacts
      .filter((row) => named.has(row.id) || row.email || row.phone_number || row.identifier)
      .map(({ id, name, email }) => ({ id, name, email })),
    inboxes: inboxes.map(({ id, name }) => ({ id, name })),
  };
}
