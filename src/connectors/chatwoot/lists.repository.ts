import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';

/** What people look at: rows that are still at the source, newest activity first. */
@Injectable()
export class ChatwootListsRepository {
  constructor(private readonly database: Database) {}

  /** Contacts whose name, e-mail, phone or identifier contains `search`, after the one with the id `afterId`. */
  async contacts(projectId: string, search: string | null, limit: number, afterId: string | null) {
    return this.database.query<{ contact_global_id: string }>(
      `SELECT contact_global_id, name, email, phone_number, identifier, blocked, last_activity_at, vendor_created_at AS created_at
       FROM cw_contacts c
       WHERE project_id = $1 AND deleted_at IS NULL
         AND ($2::text IS NULL OR concat_ws(' ', name, email, phone_number, identifier) ILIKE $2)
         AND ($3::text IS NULL OR EXISTS (
           SELECT FROM cw_contacts l WHERE l.project_id = $1 AND l.contact_global_id = $3
             AND CASE WHEN l.last_activity_at IS NULL THEN c.last_activity_at IS NULL AND c.contact_global_id < l.contact_global_id
                 ELSE c.last_activity_at IS NULL OR (c.last_activity_at, c.contact_global_id) < (l.last_activity_at, l.contact_global_id) END))
       ORDER BY last_activity_at DESC NULLS LAST, contact_global_id DESC LIMIT $4`,
      [projectId, search === null ? null : `%${search.replace(/[\\%_]/g, '\\$&')}%`, afterId, limit],
    );
  }

  async conversations(projectId: string, limit: number, afterId: string | null) {
    return this.database.query<{ conversation_global_id: string }>(
      `SELECT conversation_global_id, status, priority, channel, labels, inbox_id, contact_global_id, assignee_name, team_name, unread_count,
         waiting_since, first_reply_at, last_activity_at, vendor_created_at AS created_at
       FROM cw_conversations
       WHERE project_id = $1 AND deleted_at IS NULL
         AND ($2::text IS NULL OR (last_activity_at, conversation_global_id) < (
           SELECT l.last_activity_at, l.conversation_global_id FROM cw_conversations l WHERE l.project_id = $1 AND l.conversation_global_id = $2))
       ORDER BY last_activity_at DESC, conversation_global_id DESC LIMIT $3`,
      [projectId, afterId, limit],
    );
  }

  /** Messages, newest first, of one conversation or of all. */
  async messages(projectId: string, conversationId: string | null, limit: number, afterId: string | null) {
    return this.database.query<{ message_global_id: string }>(
      `SELECT message_global_id, conversation_global_id, message_type, content_type, content, private, status, sender_type, sender_name, sent_at
       FROM cw_messages
       WHERE project_id = $1 AND deleted_at IS NULL
         AND ($2::text IS NULL OR conversation_global_id = $2)
         AND ($3::text IS NULL OR (sent_at, message_id) < (
           SELECT l.sent_at, l.message_id FROM cw_messages l WHERE l.project_id = $1 AND l.message_global_id = $3))
       ORDER BY sent_at DESC, message_id DESC LIMIT $4`,
      [projectId, conversationId, afterId, limit],
    );
  }
}
