import type { ConversationStatus, FileType, MessageType, Priority } from './records.js';

/** What the world's mutations accept. Whatever is left out gets the value a fresh Chatwoot row would have. */
export interface NewContact {
  name: string;
  email?: string | null;
  phone_number?: string | null;
  identifier?: string | null;
  blocked?: boolean;
  additional_attributes?: Record<string, unknown>;
  custom_attributes?: Record<string, unknown>;
  /** Unix seconds; default now. */
  createdAt?: number;
}

export interface NewConversation {
  contactId: number;
  /** Default: the first inbox. */
  inboxId?: number;
  status?: ConversationStatus;
  priority?: Priority | null;
  labels?: string[];
  assigneeId?: number | null;
  teamId?: number | null;
  snoozedUntil?: string | null;
  additional_attributes?: Record<string, unknown>;
  custom_attributes?: Record<string, unknown>;
  createdAt?: number;
}

export interface NewAttachment {
  file_type: FileType;
  name?: string;
  file_size?: number | null;
  width?: number;
  height?: number;
  coordinates_lat?: number;
  coordinates_long?: number;
}

export type Direction = 'incoming' | 'outgoing' | 'activity' | 'template';

export interface NewMessage {
  conversationId: number;
  /** Either this or `message_type`; default incoming. */
  direction?: Direction;
  message_type?: MessageType;
  content: string | null;
  private?: boolean;
  content_type?: string;
  content_attributes?: Record<string, unknown>;
  status?: 'sent' | 'delivered' | 'read' | 'failed';
  source_id?: string | null;
  attachments?: NewAttachment[];
  /** Agent who wrote an outgoing message; default the conversation's assignee, else the first agent. */
  agentId?: number;
  /** Unix seconds; default now. */
  createdAt?: number;
}

const TYPES: Record<Direction, MessageType> = { incoming: 0, outgoing: 1, activity: 2, template: 3 };

export const messageTypeOf = (message: NewMessage): MessageType =>
  message.message_type ?? TYPES[message.direction ?? 'incoming'];
