/** The rows behind the API, in the vendor's words. Times are unix seconds unless the name says otherwise. */
export type ConversationStatus = 'open' | 'resolved' | 'pending' | 'snoozed';
export type Priority = 'low' | 'medium' | 'high' | 'urgent';
export type SenderType = 'contact' | 'user' | 'agent_bot';
export type FileType = 'image' | 'video' | 'audio' | 'file' | 'location' | 'fallback' | 'contact';

export const STATUSES: readonly ConversationStatus[] = ['open', 'resolved', 'pending', 'snoozed'];

/** Numbers of `message_type`. */
export const INCOMING = 0;
export const OUTGOING = 1;
export const ACTIVITY = 2;
export const TEMPLATE = 3;
export type MessageType = 0 | 1 | 2 | 3;

export interface AgentRow {
  id: number;
  name: string;
  email: string;
}

export interface TeamRow {
  id: number;
  name: string;
}

export interface InboxRow {
  id: number;
  name: string;
  channel_type: string;
}

export interface ContactRow {
  id: number;
  name: string;
  email: string | null;
  phone_number: string | null;
  identifier: string | null;
  blocked: boolean;
  additional_attributes: Record<string, unknown>;
  custom_attributes: Record<string, unknown>;
  last_activity_at: number | null;
  created_at: number;
}

export interface ConversationRow {
  id: number;
  uuid: string;
  inbox_id: number;
  contact_id: number;
  source_id: string;
  status: ConversationStatus;
  priority: Priority | null;
  labels: string[];
  assignee_id: number | null;
  team_id: number | null;
  snoozed_until: string | null;
  additional_attributes: Record<string, unknown>;
  custom_attributes: Record<string, unknown>;
  created_at: number;
  /** With a fraction, unlike the others. */
  updated_at: number;
  last_activity_at: number;
  first_reply_created_at: number | null;
  waiting_since: number | null;
  agent_last_seen_at: number | null;
  assignee_last_seen_at: number | null;
  contact_last_seen_at: number | null;
}

export interface MessageRow {
  id: number;
  conversation_id: number;
  inbox_id: number;
  content: string | null;
  message_type: MessageType;
  content_type: string;
  status: 'sent' | 'delivered' | 'read' | 'failed';
  private: boolean;
  source_id: string | null;
  sender_type: SenderType | null;
  sender_id: number | null;
  content_attributes: Record<string, unknown>;
  created_at: number;
  updated_at: number;
}

export interface AttachmentRow {
  id: number;
  message_id: number;
  file_type: FileType;
  extension: string | null;
  data_url: string;
  thumb_url: string;
  file_size: number | null;
  width: number | null;
  height: number | null;
  coordinates_lat: number | null;
  coordinates_long: number | null;
  fallback_title: string | null;
}
