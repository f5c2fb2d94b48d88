import type { WorldSnapshot } from '../sandbox/sandbox.js';

type Query = <T>(text: string, parameters?: unknown[]) => Promise<T[]>;

const MIN_EMBED_CHARS = 30;
const SHOWN = 10;

/**
 * How one project's tables differ from the Chatwoot they were read from: rows missing, extra or not equal, messages
 * without their one event, and texts that are or are not in search against what they should be. Empty: no difference.
 */
export async function sourceDifferences(
  query: Query,
  projectId: string,
  source: WorldSnapshot,
  account = 1,
): Promise<string[]> {
  const inProject = <T>(text: string) => query<T>(text, [projectId]);
  const messages = source.messages.map((message) => ({
    id: `cwmsg:${account}:${message.id}`,
    conversation: `cw:${account}:${message.conversation_id}`,
    content: message.content,
    type: message.message_type,
    private: message.private,
    deleted: message.content_attributes['deleted'] === true,
  }));
  const differences = [
    ...compare(
      'message',
      messages.map((message) => [
        message.id,
        [message.conversation, message.content, message.type, message.private, message.deleted],
      ]),
      (
        await inProject<{
          id: string;
          conversation: string;
          content: string | null;
          type: number;
          private: boolean;
          deleted: boolean;
          live: boolean;
        }>(
          `SELECT message_global_id AS id, conversation_global_id AS conversation, content, message_type AS type, private, deleted_at IS NOT NULL AS deleted
           FROM cw_messages WHERE project_id = $1 AND (deleted_at IS NULL OR data -> 'content_attributes' ->> 'deleted' = 'true')`,
        )
      ).map((row) => [row.id, [row.conversation, row.content, row.type, row.private, row.deleted]]),
    ),
    ...compare(
      'conversation',
      source.conversations.map((row) => [`cw:${account}:${row.id}`, [row.status, row.inbox_id]]),
      (
        await inProject<{ id: string; status: string; inbox: string }>(
          `SELECT conversation_global_id AS id, status, inbox_id AS inbox FROM cw_conversations WHERE project_id = $1 AND deleted_at IS NULL`,
        )
      ).map((row) => [row.id, [row.status, Number(row.inbox)]]),
    ),
    ...compare(
      'contact',
      source.contacts.map((row) => [`cwc:${account}:${row.id}`, [row.name ?? null, row.email ?? null]]),
      (
        await inProject<{ id: string; name: string | null; email: string | null }>(
          `SELECT contact_global_id AS id, name, email FROM cw_contacts WHERE project_id = $1 AND deleted_at IS NULL`,
        )
      ).map((row) => [row.id, [row.name, row.email]]),
    ),
    ...compare(
      'attachment',
      source.attachments.map((row) => [String(row.id), []]),
      (
        await inProject<{ id: string }>(
          `SELECT attachment_id AS id FROM cw_attachments_raw WHERE project_id = $1 AND deleted_at IS NULL`,
        )
      ).map((row) => [String(row.id), []]),
    ),
  ];

  const spoken = messages.filter((message) => !message.private && message.type !== 2);
  const events = await inProject<{ id: string; times: number }>(
    `SELECT source_message_id AS id, count(*)::int AS times FROM kag_event_log WHERE project_id = $1 AND event_type = 'message_sent' GROUP BY 1`,
  );
  const known = new Map(events.map((event) => [event.id, event.times]));
  // A message that was deleted before it was ever seen was never sent, as far as anybody here knows.
  differences.push(
    ...spoken
      .filter((message) => !message.deleted && !known.has(message.id))
      .map((message) => `message ${message.id} has no event`),
  );
  differences.push(
    ...events.filter((event) => event.times > 1).map((event) => `message ${event.id} has ${event.times} events`),
  );

  const searchable = spoken.filter(
    (message) =>
      !message.deleted &&
      (message.content ?? '').normalize('NFC').replace(/\s+/g, ' ').trim().length >= MIN_EMBED_CHARS,
  );
  const chunks = await inProject<{ id: string; times: number }>(
    `SELECT source_id AS id, count(*) FILTER (WHERE chunk_index = 0)::int AS times FROM rag_chunks WHERE project_id = $1 AND deleted_at IS NULL GROUP BY 1`,
  );
  differences.push(
    ...compare(
      'searchable message',
      searchable.map((message) => [message.id, [1]]),
      chunks.map((row) => [row.id, [row.times]]),
    ),
  );
  return differences.length <= SHOWN
    ? differences
    : [...differences.slice(0, SHOWN), `… ${differences.length - SHOWN} more`];
}

type Rows = [id: string, values: unknown[]][];

function compare(what: string, wanted: Rows, stored: Rows): string[] {
  const have = new Map(stored);
  const want = new Map(wanted);
  return [
    ...wanted.flatMap(([id, values]) => {
      const is = have.get(id);
      if (!is) return [`${what} ${id} is missing`];
      return JSON.stringify(is) === JSON.stringify(values)
        ? []
        : [`${what} ${id} is ${JSON.stringify(is)}, at the source ${JSON.stringify(values)}`];
    }),
    ...stored.filter(([id]) => !want.has(id)).map(([id]) => `${what} ${id} is not at the source`),
  ];
}
