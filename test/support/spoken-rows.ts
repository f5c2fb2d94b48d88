import type { Sql } from '../../src/database/index.js';

/** A message of a conversation, with the event and the chunk that come of it. */
export interface SpokenRow {
  id: number;
  side: 'client' | 'team';
  name: string;
  content: string;
  sent_at: Date;
  conversation?: number;
  private?: boolean;
}

const CONVERSATION = 341;

/** Where Chatwoot shows the message. */
export const urlOf = ({ id, conversation = CONVERSATION }: SpokenRow): string =>
  `https://chat.example/app/accounts/1/conversations/${conversation}?messageId=${id}`;

/** Stores messages of a project as a sync would, with what follows of each in the log. */
export async function addSpoken(sql: Sql, project: string, rows: readonly SpokenRow[]): Promise<void> {
  const all = rows.map((row) => ({
    ...row,
    conversation: row.conversation ?? CONVERSATION,
    private: row.private ?? false,
    url: urlOf(row),
  }));
  await sql.run(CONVERSATIONS, [project, JSON.stringify(all)]);
  await sql.run(MESSAGES, [project, JSON.stringify(all)]);
  await sql.run(EVENTS, [project, JSON.stringify(all)]);
}

const RECORD = `jsonb_to_recordset($2::jsonb) AS r (id bigint, side text, name text, content text, sent_at timestamptz,
  conversation bigint, private boolean, url text)`;

const CONVERSATIONS = `
  INSERT INTO cw_conversations (project_id, conversation_global_id, account_id, conversation_id, inbox_id, status, labels,
    last_activity_at, vendor_updated_at, data)
  SELECT $1, 'cw:1:' || conversation, '1', conversation, 1, 'open', '[]', max(sent_at), 1, '{}' FROM ${RECORD}
  GROUP BY conversation ON CONFLICT DO NOTHING`;

const MESSAGES = `
  INSERT INTO cw_messages (project_id, message_global_id, conversation_global_id, account_id, message_id, conversation_id, inbox_id,
    message_type, content, private, sender_type, sender_id, sender_name, sent_at, data)
  SELECT $1, 'cwmsg:1:' || id, 'cw:1:' || conversation, '1', id, conversation, 1, CASE side WHEN 'client' THEN 0 ELSE 1 END, content,
    private, CASE side WHEN 'client' THEN 'contact' ELSE 'user' END, length(name), name, sent_at, '{}'
  FROM ${RECORD}`;

const EVENTS = `
  INSERT INTO kag_event_log (project_id, event_type, occurred_at, actor, source, source_ref, source_url, source_message_id,
    payload_json, evidence_refs, dedupe_key)
  SELECT $1, 'message_sent', sent_at, side, 'chatwoot', 'cwmsg:1:' || id, url, 'cwmsg:1:' || id,
    jsonb_build_object('conversation_id', 'cw:1:' || conversation, 'sender', side, 'sender_id', null, 'sentiment_score', -0.4,
      'expects_answer', true, 'automatic', false),
    jsonb_build_array(jsonb_build_object('message_id', 'cwmsg:1:' || id, 'source_table', 'cw_messages', 'source_pk', 'cwmsg:1:' || id)),
    'message_sent:' || id
  FROM ${RECORD} WHERE NOT private`;
