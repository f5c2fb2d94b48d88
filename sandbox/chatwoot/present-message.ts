import { presentAgentSender, presentContactSender } from './present-contact.js';
import type { AttachmentRow, MessageRow } from './records.js';
import type { ChatwootWorld } from './world.js';

/** @returns a message as the messages endpoint gives it: no `sender` or `attachments` key when there is none */
export function presentMessage(world: ChatwootWorld, message: MessageRow): Record<string, unknown> {
  const sender = senderOf(world, message);
  const files = world.tables.attachmentsOf(message.id);
  return {
    id: message.id,
    content: message.content,
    inbox_id: message.inbox_id,
    conversation_id: message.conversation_id,
    message_type: message.message_type,
    content_type: message.content_type,
    status: message.status,
    content_attributes: message.content_attributes,
    created_at: message.created_at,
    private: message.private,
    source_id: message.source_id,
    ...(sender ? { sender } : {}),
    ...(files.length > 0 ? { attachments: files.map((file) => presentAttachment(world, file)) } : {}),
  };
}

/** @returns the realtime shape of a message, which is what the `messages` of a conversation row hold */
export function presentLastMessage(world: ChatwootWorld, message: MessageRow): Record<string, unknown> {
  const conversation = world.tables.conversation(message.conversation_id);
  return {
    ...presentMessage(world, message),
    account_id: world.accountId,
    updated_at: new Date(message.updated_at * 1000).toISOString(),
    sender_type: message.sender_type === 'contact' ? 'Contact' : message.sender_type === 'user' ? 'User' : null,
    sender_id: message.sender_id,
    processed_message_content: message.content,
    conversation: {
      assignee_id: conversation.assignee_id,
      unread_count: 0,
      last_activity_at: conversation.last_activity_at,
      contact_inbox: { source_id: conversation.source_id },
    },
  };
}

function senderOf(world: ChatwootWorld, message: MessageRow): Record<string, unknown> | undefined {
  if (message.sender_type === 'contact') {
    const contact = world.tables.contacts.get(message.sender_id ?? 0);
    return contact && presentContactSender(contact);
  }
  const agent = world.tables.agents.find((each) => each.id === message.sender_id);
  return message.sender_type === 'user' && agent ? presentAgentSender(agent) : undefined;
}

function presentAttachment(world: ChatwootWorld, file: AttachmentRow): Record<string, unknown> {
  const base = { id: file.id, message_id: file.message_id, file_type: file.file_type, account_id: world.accountId };
  if (file.file_type === 'location') {
    const { coordinates_lat, coordinates_long, fallback_title, data_url } = file;
    return { ...base, coordinates_lat, coordinates_long, fallback_title, data_url };
  }
  const { extension, data_url, thumb_url, file_size, width, height } = file;
  if (file_size === null) return { ...base, fallback_title: file.fallback_title, data_url };
  return { ...base, extension, data_url, thumb_url, file_size, ...(width === null ? {} : { width, height }) };
}
