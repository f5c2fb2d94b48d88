import { Injectable } from '@nestjs/common';
import type { Locale } from '../common/locale.js';
import type { Sql, Tx } from '../database/index.js';
import { type HeardType, JUDGED, type JudgedEvent } from '../kag-events/index.js';
import { RecordTables } from '../source-records/index.js';

/** What is kept of a verdict. */
export interface StoredVerdict {
  right: boolean;
  instead: HeardType | null;
  added_event_id: string | null;
  text_hash: string | null;
  language: Locale | null;
}

/** What people say of a project's events. */
@Injectable()
export class EventFeedbackRepository {
  constructor(private readonly records: RecordTables) {}

  /** The event with what was said of it; null: the project has none of this id. */
  async find(sql: Sql, projectId: string, id: string): Promise<JudgedEvent | null> {
    const [found] = await sql.query<JudgedEvent>(`${JUDGED} WHERE e.project_id = $1 AND e.id = $2`, [projectId, id]);
    return found ?? null;
  }

  /** The same by what names it once and for all. */
  async byKey(sql: Sql, projectId: string, dedupeKey: string): Promise<JudgedEvent | null> {
    const [found] = await sql.query<JudgedEvent>(`${JUDGED} WHERE e.project_id = $1 AND e.dedupe_key = $2`, [
      projectId,
      dedupeKey,
    ]);
    return found ?? null;
  }

  /** The words that the event was heard in, as they are now; null: they are in no message, or gone. */
  async words(sql: Sql, { project_id, source_message_id }: JudgedEvent): Promise<string | null> {
    if (source_message_id === null) return null;
    const [found] = await sql.query<{ text: string | null }>(
      `SELECT text FROM ${this.records.messages()} m WHERE m.project_id = $1 AND m.id = $2 AND m.deleted_at IS NULL`,
      [project_id, source_message_id],
    );
    return found?.text ?? null;
  }

  /** Keeps what is said of an event in place of what was said before; returns how often that has changed. */
  async put(tx: Tx, event: Pick<JudgedEvent, 'project_id' | 'id'>, said: StoredVerdict, by: string): Promise<number> {
    const [row] = await tx.query<{ revision: number }>(
      `INSERT INTO kag_event_feedback AS f
         (project_id, event_id, is_right, instead, added_event_id, text_hash, language, judged_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (project_id, event_id) DO UPDATE SET is_right = excluded.is_right, instead = excluded.instead,
         added_event_id = excluded.added_event_id, text_hash = excluded.text_hash, language = excluded.language,
         judged_by = excluded.judged_by, judged_at = excluded.judged_at, revision = f.revision + 1
       RETURNING revision`,
      [event.project_id, event.id, said.right, said.instead, said.added_event_id, said.text_hash, said.language, by],
    );
    return row?.revision ?? 1;
  }
}
