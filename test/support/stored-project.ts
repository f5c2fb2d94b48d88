import { randomUUID } from 'node:crypto';
import type { Database } from '../../src/database/index.js';

/**
 * A few rows of a Chatwoot account in a project as a sync leaves them: records, their texts in search, and their
 * events.
 */
export async function storeChatwoot(database: Database, projectId: string, account: string, inbox = 3): Promise<void> {
  const conversation = `cw:${account}:7${inbox}`;
  const message = `cwmsg:${account}:9${inbox}`;
  await database.run(
    `INSERT INTO cw_conversations (project_id, conversation_global_id, account_id, conversation_id, inbox_id, status, labels,
       last_activity_at, vendor_updated_at, data) VALUES ($1, $2, $3, 7, $4, 'open', '[]', now(), 1, '{}')`,
    [projectId, conversation, account, inbox],
  );
  await database.run(
    `INSERT INTO cw_messages (project_id, message_global_id, conversation_global_id, account_id, conversation_id, message_id,
       message_type, content, private, sent_at, data) VALUES ($1, $2, $3, $4, 7, 9, 0, 'An invoice of the first client', false, now(), '{}')`,
    [projectId, message, conversation, account],
  );
  await database.run(
    `INSERT INTO rag_chunks (project_id, source_kind, source_id, chunk_index, text, text_hash, tsv, occurred_at)
     VALUES ($1, 'message', $2, 0, 'An invoice of the first client', 'h', rag_tsv('An invoice of the first client'), now())`,
    [projectId, message],
  );
  await database.run(
    `INSERT INTO kag_event_log (project_id, event_type, occurred_at, actor, source, evidence_refs, dedupe_key)
     VALUES ($1, 'message_sent', now(), 'client', 'chatwoot', $3::jsonb, $2)`,
    [projectId, `message_sent:${message}`, JSON.stringify([{ source_table: 'cw_messages', source_pk: message }])],
  );
  await database.run(
    `INSERT INTO connector_sync_state (project_id, connector, status, source, cursor_ts)
     VALUES ($1, 'chatwoot', 'ok', $2::jsonb, now()) ON CONFLICT DO NOTHING`,
    [projectId, JSON.stringify({ external_id: account, filter: {}, token: 'environment' })],
  );
  await database.run(
    `INSERT INTO past_case_outcomes (project_id, occurred_on, outcome_type, severity, reason, evidence_refs)
     VALUES ($1, current_date, 'scope_risk', 1, '{}', '[]')
     ON CONFLICT DO NOTHING`,
    [projectId],
  );
}

/** An error of the project's with a payload of the vendor's. */
export const storeError = (database: Database, projectId: string) =>
  database.run(
    `INSERT INTO connector_errors (project_id, connector, operation, error_kind, error_message, dedupe_key, payload_json)
     VALUES ($1, 'chatwoot', 'record', 'bad_payload', 'odd', $2, '{"content": "An invoice of the first client"}')`,
    [projectId, randomUUID()],
  );

/** How many rows of the project there are, by table; tables without any are left out. */
export async function rowsOf(database: Database, projectId: string): Promise<Record<string, number>> {
  const tables = await database.query<{ name: string }>(
    `SELECT DISTINCT conrelid::regclass::text AS name FROM pg_constraint
     WHERE contype = 'f' AND confrelid = 'projects'::regclass AND conparentid = 0 ORDER BY 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await database.query<{ rows: number }>(
      `SELECT count(*)::int AS rows FROM ${name} WHERE project_id = $1`,
      [projectId],
    );
    if (row && row.rows > 0) counts[name] = row.rows;
  }
  return counts;
}
