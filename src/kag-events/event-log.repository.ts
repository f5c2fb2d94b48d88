import { Injectable } from '@nestjs/common';
import { Database, toJsonb, type Sql } from '../database/index.js';
import type { NewEvent } from './event.js';
import type { LoggedEvent } from './event-log.entity.js';

export interface EventFilter {
  type?: string | undefined;
  source?: string | undefined;
  process?: string | undefined;
  since?: Date | undefined;
}

@Injectable()
export class EventLogRepository {
  constructor(private readonly database: Database) {}

  /** Appends what is not there yet, in the order given, in one statement; returns how many were new. */
  async append(sql: Sql, projectId: string, events: readonly NewEvent[]): Promise<number> {
    if (events.length === 0) return 0;
    const { affected } = await sql.run(
      `INSERT INTO kag_event_log (project_id, event_type, occurred_at, actor, source, source_ref, source_url,
         source_message_id, source_linear_issue_id, source_attio_record_id, payload_json, evidence_refs, dedupe_key)
       SELECT $1, e.event_type, e.occurred_at, e.actor, e.source, e.source_ref, e.source_url, e.source_message_id,
         e.source_linear_issue_id, e.source_attio_record_id, e.payload, e.evidence, e.dedupe_key
       FROM ROWS FROM (jsonb_to_recordset($2::jsonb) AS (event_type text, occurred_at timestamptz, actor text,
         source text, source_ref text, source_url text, source_message_id text, source_linear_issue_id text,
         source_attio_record_id text, payload jsonb, evidence jsonb, dedupe_key text)) WITH ORDINALITY AS e
       ORDER BY e.ordinality
       ON CONFLICT (project_id, dedupe_key) DO NOTHING`,
      [projectId, toJsonb(events)],
    );
    return affected;
  }

  /** The newest events first; `afterId` is the last one already shown (its own time is read here, to the microsecond). */
  async list(projectId: string, filter: EventFilter, limit: number, afterId: number | null): Promise<LoggedEvent[]> {
    return this.database.query<LoggedEvent>(
      `SELECT * FROM kag_event_log
       WHERE project_id = $1
         AND ($2::text IS NULL OR event_type = $2)
         AND ($3::text IS NULL OR source = $3)
         AND ($4::text IS NULL OR payload_json ->> 'process' = $4)
         AND ($5::timestamptz IS NULL OR occurred_at >= $5)
         AND ($6::bigint IS NULL
              OR (occurred_at, id) < (SELECT last.occurred_at, last.id FROM kag_event_log last WHERE last.project_id = $1 AND last.id = $6))
       ORDER BY occurred_at DESC, id DESC
       LIMIT $7`,
      [
        projectId,
        filter.type ?? null,
        filter.source ?? null,
        filter.process ?? null,
        filter.since ?? null,
        afterId,
        limit,
      ],
    );
  }
}
