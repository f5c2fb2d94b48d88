import { uuidOf } from '../random.js';
import type { AgentRow, ContactRow, InboxRow } from './records.js';
import type { ChatwootWorld } from './world.js';

/** @returns the contact as lists, searches and `meta.sender` give it: no last_activity_at key when there was none */
export function presentContact(contact: ContactRow): Record<string, unknown> {
  const { last_activity_at, created_at, ...rest } = contact;
  return {
    ...rest,
    thumbnail: '',
    availability_status: 'offline',
    ...(last_activity_at === null ? {} : { last_activity_at }),
    created_at,
  };
}

/** @returns the same with the inboxes the contact has written through, which the list adds unless told not to */
export function presentContactWithInboxes(world: ChatwootWorld, contact: ContactRow): Record<string, unknown> {
  const used = new Set<number>();
  for (const conversation of world.tables.conversations.values()) {
    if (conversation.contact_id === contact.id) used.add(conversation.inbox_id);
  }
  const contact_inboxes = [...used].map((id) => ({
    source_id: uuidOf(`contact-inbox-${contact.id}-${id}`),
    inbox: world.tables.inbox(id),
  }));
  return { ...presentContact(contact), contact_inboxes };
}

/** @returns the contact as the sender of a message: typed, and without its dates */
export function presentContactSender(contact: ContactRow): Record<string, unknown> {
  const { last_activity_at: _seen, created_at: _since, ...rest } = contact;
  return { ...rest, thumbnail: '', type: 'contact' };
}

export function presentAgentSender(agent: AgentRow): Record<string, unknown> {
  const { id, name } = agent;
  return { id, name, available_name: name, avatar_url: '', thumbnail: '', type: 'user', availability_status: 'online' };
}

export function presentInbox(inbox: InboxRow): Record<string, unknown> {
  return {
    id: inbox.id,
    name: inbox.name,
    channel_id: inbox.id,
    channel_type: inbox.channel_type,
    avatar_url: '',
    greeting_enabled: false,
    greeting_message: null,
    working_hours_enabled: false,
    timezone: 'UTC',
    enable_auto_assignment: true,
    csat_survey_enabled: false,
    allow_messages_after_resolved: true,
    lock_to_single_conversation: false,
    phone_number: inbox.channel_type === 'Channel::Whatsapp' ? '+12025550100' : null,
    provider: inbox.channel_type === 'Channel::Whatsapp' ? 'whatsapp_cloud' : null,
  };
}
