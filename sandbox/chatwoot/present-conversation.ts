import { presentContact } from './present-contact.js';
import { presentLastMessage, presentMessage } from './present-message.js';
import { ACTIVITY, type ConversationRow, INCOMING, type MessageRow } from './records.js';
import type { ChatwootWorld } from './world.js';

/** WhatsApp closes its reply window this long after the client's last message. */
const WHATSAPP_WINDOW_SECONDS = 24 * 3600;

/** Chatwoot stops counting unread messages here. */
const UNREAD_CEILING = 10;

/** @returns a conversation row: 0 for a missing date, no key for a missing assignee or team */
export function presentConversation(world: ChatwootWorld, row: ConversationRow): Record<string, unknown> {
  const messages = world.tables.messagesOf(row.id);
  const last = messages.at(-1);
  const spoken = messages.findLast((message) => message.message_type !== ACTIVITY);
  return {
    id: row.id,
    uuid: row.uuid,
    account_id: world.accountId,
    inbox_id: row.inbox_id,
    status: row.status,
    priority: row.priority,
    muted: false,
    can_reply: canReply(world, row, messages),
    labels: row.labels,
    snoozed_until: row.snoozed_until,
    additional_attributes: row.additional_attributes,
    custom_attributes: row.custom_attributes,
    created_at: row.created_at,
    updated_at: row.updated_at,
    timestamp: row.last_activity_at,
    last_activity_at: row.last_activity_at,
    first_reply_created_at: row.first_reply_created_at ?? 0,
    waiting_since: row.waiting_since ?? 0,
    agent_last_seen_at: row.agent_last_seen_at ?? 0,
    assignee_last_seen_at: row.assignee_last_seen_at ?? 0,
    contact_last_seen_at: row.contact_last_seen_at ?? 0,
    unread_count: unreadCount(world, row),
    sla_policy_id: null,
    messages: last ? [presentLastMessage(world, last)] : [],
    last_non_activity_message: spoken ? presentMessage(world, spoken) : null,
    meta: metaOf(world, row),
  };
}

export function unreadCount(world: ChatwootWorld, row: ConversationRow): number {
  const seen = row.agent_last_seen_at ?? 0;
  let unread = 0;
  const messages = world.tables.messagesOf(row.id);
  for (let i = messages.length - 1; i >= 0 && unread < UNREAD_CEILING; i--) {
    const message = messages[i];
    if (!message || message.created_at <= seen) break;
    if (message.message_type === INCOMING) unread += 1;
  }
  return unread;
}

function canReply(world: ChatwootWorld, row: ConversationRow, messages: readonly MessageRow[]): boolean {
  if (world.tables.inbox(row.inbox_id).channel_type !== 'Channel::Whatsapp') return true;
  const heard = messages.findLast((message) => message.message_type === INCOMING)?.created_at ?? 0;
  return world.now() / 1000 - heard < WHATSAPP_WINDOW_SECONDS;
}

function metaOf(world: ChatwootWorld, row: ConversationRow): Record<string, unknown> {
  const { agents, teams } = world.tables;
  const assignee = agents.find((agent) => agent.id === row.assignee_id);
  const team = teams.find((each) => each.id === row.team_id);
  return {
    sender: presentContact(world.tables.contact(row.contact_id)),
    channel: world.tables.inbox(row.inbox_id).channel_type,
    ...(assignee ? { assignee, assignee_type: 'User' } : {}),
    ...(team ? { team } : {}),
    hmac_verified: false,
  };
}
