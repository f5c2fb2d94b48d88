import { sha256 } from '../common/stable-hash.js';
import type { Sql } from '../database/index.js';
import type { Actor, HeardType } from '../kag-events/index.js';
import type { RecordTables } from '../source-records/index.js';

/** What a person said of an event, with the words that it was heard in. */
export interface JudgedText {
  text: string;
  actor: Actor;
  language: string | null;
  event_type: HeardType;
  right: boolean;
  instead: HeardType | null;
}

/** What a project's people judged. */
export interface JudgedTexts {
  texts: JudgedText[];
  /** Verdicts of which the words are gone, or others than those that were judged. */
  left_out: number;
}

type Row = Omit<JudgedText, 'text'> & { text: string | null; text_hash: string | null };

/**
 * All that people of all projects said of events in messages, in a fixed order, with the words as the messages have
 * them now: feedback keeps none of its own. What people added themselves is what they say of another event. One
 * statement.
 */
export async function judgedTexts(sql: Sql, records: RecordTables): Promise<JudgedTexts> {
  const rows = await sql.query<Row>(
    `SELECT m.text, said.text_hash, e.actor, said.language, e.event_type, said.is_right AS right, said.instead
     FROM kag_event_feedback said
     JOIN kag_event_log e ON e.project_id = said.project_id AND e.id = said.event_id
     JOIN projects p ON p.id = said.project_id AND p.removed_at IS NULL
     LEFT JOIN ${records.messages()} m ON m.project_id = e.project_id AND m.id = e.source_message_id AND m.deleted_at IS NULL
     WHERE e.source_message_id IS NOT NULL AND e.payload_json ->> 'by_person' IS NULL
       AND said.judged_by NOT LIKE 'model:%'
     ORDER BY said.text_hash, e.project_id, e.id`,
  );
  const texts = rows.flatMap(({ text, text_hash, ...said }) =>
    text !== null && sha256(text) === text_hash ? [{ text, ...said }] : [],
  );
  return { texts, left_out: rows.length - texts.length };
}
