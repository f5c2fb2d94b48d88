import { uuidOf } from '../random.js';
import type { NewAttachment, NewConversation } from './mutations.js';
import type { AttachmentRow, ConversationRow, InboxRow } from './records.js';

/** @returns a conversation without a message yet; `updated_at` is left to the world's touch */
export function newConversationRow(
  id: number,
  accountId: number,
  inbox: InboxRow,
  given: NewConversation,
  now: number,
): ConversationRow {
  const createdAt = given.createdAt ?? now;
  return {
    id,
    uuid: uuidOf(`conversation-${accountId}-${id}`),
    inbox_id: inbox.id,
    contact_id: given.contactId,
    source_id: uuidOf(`contact-inbox-${given.contactId}-${inbox.id}`),
    status: given.status ?? 'open',
    priority: given.priority ?? null,
    labels: [...(given.labels ?? [])],
    assignee_id: given.assigneeId ?? null,
    team_id: given.teamId ?? null,
    snoozed_until: given.snoozedUntil ?? null,
    additional_attributes: given.additional_attributes ?? {},
    custom_attributes: given.custom_attributes ?? {},
    created_at: createdAt,
    updated_at: 0,
    last_activity_at: createdAt,
    first_reply_created_at: null,
    waiting_since: null,
    agent_last_seen_at: null,
    assignee_last_seen_at: null,
    contact_last_seen_at: null,
  };
}

/** @returns a file's row; a location has coordinates and a title instead of an address and a size */
export function newAttachmentRow(id: number, messageId: number, given: NewAttachment): AttachmentRow {
  const name = given.name ?? `${given.file_type}-${id}`;
  const url = `https://files.chatwoot.invalid/${id}/${encodeURIComponent(name)}`;
  const placed = given.file_type === 'location';
  const sized = !placed && given.file_type !== 'contact' && given.file_type !== 'fallback';
  return {
    id,
    message_id: messageId,
    file_type: given.file_type,
    extension: !placed && name.includes('.') ? (name.split('.').at(-1) ?? null) : null,
    data_url: placed ? '' : url,
    thumb_url: given.file_type === 'image' ? `${url}?variant=thumb` : '',
    file_size: sized ? (given.file_size ?? 10_240) : null,
    width: given.width ?? null,
    height: given.height ?? null,
    coordinates_lat: given.coordinates_lat ?? null,
    coordinates_long: given.coordinates_long ?? null,
    fallback_title: placed ? name : null,
  };
}
