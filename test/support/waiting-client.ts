import type { Sql } from '../../src/database/index.js';
import { messageRef } from './readings.js';

const DAY_MS = 86_400_000;

/** The team wrote to the project's client twice, the last time five and a half days ago, without an answer. */
export async function letClientWait(sql: Sql, projectId: string): Promise<void> {
  for (const days of [6, 5.5])
    await sql.run(
      `INSERT INTO kag_event_log (project_id, event_type, occurred_at, actor, source, payload_json, evidence_refs, dedupe_key)
       VALUES ($1, 'message_sent', $2, 'team', 'chatwoot', '{"sender": "team", "conversation_id": "c1"}', $3, gen_random_uuid()::text)`,
      [projectId, new Date(Date.now() - days * DAY_MS), JSON.stringify([messageRef(`m${days}`)])],
    );
}
