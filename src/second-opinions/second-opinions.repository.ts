import { Injectable } from '@nestjs/common';
import { Database, toJsonb, type Sql, type Tx } from '../database/index.js';
import type { Correction, HeardType } from '../kag-events/index.js';
import { RecordTables } from '../source-records/index.js';

/** A message that was not looked at in this version. */
export interface Unheard {
  event_id: string;
  actor: 'client' | 'team';
  occurred_at: Date;
  /** The message, as its events name it. */
  source_ref: string;
  conversation_id: string | null;
  text: string;
}

/** What became of a message that was looked at. */
export interface Opinion {
  event_id: string;
  text_hash: string | null;
  asked: readonly HeardType[];
  says: readonly HeardType[];
  model: string | null;
}

/** An event that a message has given. */
export interface Given {
  id: string;
  event_type: HeardType;
  dedupe_key: string;
}

@Injectable()
export class SecondOpinionsRepository {
  constructor(
    private readonly database: Database,
    private readonly records: RecordTables,
  ) {}

  /** The newest messages since a time that people wrote and that this version has not looked at. */
  async unheard(projectId: string, version: string, since: Date, most: number): Promise<Unheard[]> {
    return this.database.query<Unheard>(
      `SELECT e.id AS event_id, e.actor, e.occurred_at, e.source_ref, e.payload_json ->> 'conversation_id' AS conversation_id, m.text
       FROM kag_event_log e
       JOIN ${this.records.messages()} m ON m.project_id = e.project_id AND m.id = e.source_message_id AND m.deleted_at IS NULL
       WHERE e.project_id = $1 AND e.event_type = 'message_sent' AND e.occurred_at >= $3
         AND e.actor IN ('client', 'team') AND e.payload_json ->> 'automatic' = 'false' AND m.text <> ''
         AND NOT EXISTS (SELECT FROM kag_second_opinions o
                         WHERE o.project_id = e.project_id AND o.event_id = e.id AND o.version = $2)
       ORDER BY e.occurred_at DESC, e.id DESC LIMIT $4`,
      [projectId, version, since, most],
    );
  }

  /** What was said of these texts in this version, by their hashes. */
  async known(projectId: string, version: string, hashes: readonly string[]): Promise<Map<string, HeardType[]>> {
    const rows = await this.database.query<{ text_hash: string; says: HeardType[] }>(
      `SELECT DISTINCT text_hash, says FROM kag_second_opinions
       WHERE project_id = $1 AND version = $2 AND text_hash = ANY ($3)`,
      [projectId, version, hashes],
    );
    return new Map(rows.map(({ text_hash, says }) => [text_hash, says]));
  }

  /** How many texts the project has asked about since a time. */
  async askedSince(projectId: string, since: Date): Promise<number> {
    const [row] = await this.database.query<{ asked: number }>(
      `SELECT count(*)::int AS asked FROM kag_second_opinions
       WHERE project_id = $1 AND model IS NOT NULL AND looked_at >= $2`,
      [projectId, since],
    );
    return row?.asked ?? 0;
  }

  async keep(sql: Sql, projectId: string, version: string, opinions: readonly Opinion[]): Promise<void> {
    await sql.query(
      `INSERT INTO kag_second_opinions (project_id, event_id, version, text_hash, asked, says, model)
       SELECT $1, o.event_id, $2, o.text_hash, o.asked, o.says, o.model
       FROM jsonb_to_recordset($3::jsonb) AS o (event_id bigint, text_hash text, asked text[], says text[], model text)
       JOIN kag_event_log e ON e.project_id = $1 AND e.id = o.event_id
       ON CONFLICT (project_id, event_id) DO UPDATE SET version = excluded.version, text_hash = excluded.text_hash,
         asked = excluded.asked, says = excluded.says, model = excluded.model, looked_at = excluded.looked_at`,
      [projectId, version, toJsonb(opinions)],
    );
  }

  /** The events of these names that are in the log. */
  async given(sql: Sql, projectId: string, keys: readonly string[]): Promise<Map<string, Given>> {
    const rows = await sql.query<Given>(
      `SELECT id, event_type, dedupe_key FROM kag_event_log WHERE project_id = $1 AND dedupe_key = ANY ($2)`,
      [projectId, keys],
    );
    return new Map(rows.map((row) => [row.dedupe_key, row]));
  }

  /**
   * Takes events back in the name of a model, also those that a model gave back, but for those of which a person has
   * said something, or which a person has added; returns which.
   */
  async takeBack(tx: Tx, projectId: string, eventIds: readonly string[], by: string): Promise<Correction[]> {
    return tx.query<Correction>(
      `WITH said AS (
         INSERT INTO kag_event_feedback AS f (project_id, event_id, is_right, judged_by)
         SELECT e.project_id, e.id, false, $3 FROM kag_event_log e
         WHERE e.project_id = $1 AND e.id = ANY ($2::bigint[]) AND e.payload_json ->> 'by_person' IS NULL
         ON CONFLICT (project_id, event_id) DO UPDATE SET is_right = excluded.is_right, judged_by = excluded.judged_by,
           judged_at = excluded.judged_at, revision = f.revision + 1
           WHERE f.is_right AND f.judged_by LIKE 'model:%'
         RETURNING event_id, revision)
       SELECT said.event_id, e.event_type, false AS holds, said.revision
       FROM said JOIN kag_event_log e ON e.project_id = $1 AND e.id = said.event_id`,
      [projectId, eventIds, by],
    );
  }

  /**
   * Gives events back in the name of a model that were taken back in the name of one; returns which. What a person has
   * taken back stays so, and so does what edited words have given anew since, under a key of their own.
   */
  async giveBack(tx: Tx, projectId: string, eventIds: readonly string[], by: string): Promise<Correction[]> {
    return tx.query<Correction>(
      `UPDATE kag_event_feedback f
       SET is_right = true, judged_by = $3, judged_at = now(), revision = f.revision + 1
       FROM kag_event_log e
       WHERE f.project_id = $1 AND f.event_id = ANY ($2::bigint[]) AND NOT f.is_right AND f.judged_by LIKE 'model:%'
         AND e.project_id = f.project_id AND e.id = f.event_id
         AND NOT EXISTS (SELECT FROM kag_event_log anew
                         WHERE anew.project_id = e.project_id AND anew.event_type = e.event_type
                           AND anew.occurred_at = e.occurred_at AND anew.source_ref = e.source_ref AND anew.id <> e.id)
       RETURNING f.event_id, e.event_type, true AS holds, f.revision`,
      [projectId, eventIds, by],
    );
  }
}
