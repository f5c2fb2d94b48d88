import { Injectable } from '@nestjs/common';
import { Database, toJsonb, type Sql, type Tx } from '../database/index.js';
import type { Actor } from './event.js';
import { eventConditions, type EventFilter } from './event-filter.js';
import { JUDGED, type JudgedEvent } from './judged-event.js';
import type { NewEvent } from './new-event.js';
import type { ProcessEventType } from './process-event.js';

/** An event as the log takes it, of whichever kind. */
type Appended = Omit<NewEvent, 'event_type'> & {
  project_id: string;
  event_type: NewEvent['event_type'] | ProcessEventType;
};

/** An event that is about another one: it has the time, source and evidence of that one, and leaves the log with it. */
export interface Beside {
  event_id: string;
  event_type: string;
  /** Null: who did the other one. */
  actor: Actor | null;
  payload: Record<string, unknown>;
  dedupe_key: string;
}

/** How many events of a kind were new; `process` is null for those about a client's project. */
export interface Added {
  event_type: string;
  process: string | null;
  events: number;
}

/** The advisory lock of a project's log, from its `id`. */
export const LOG_LOCK = `hashtextextended('kag_event_log ' || id, 0)`;

@Injectable()
export class EventLogRepository {
  constructor(private readonly database: Database) {}

  /**
   * Says that this transaction is about to add to these projects' logs. Ids are given before a commit shows them: a
   * reader that has waited for all who said so has seen every id below the newest (`DomainEventsRepository.settle`).
   */
  async announce(tx: Tx, projectIds: readonly string[]): Promise<void> {
    await tx.query(
      `SELECT pg_advisory_xact_lock_shared(key) FROM (SELECT ${LOG_LOCK} AS key FROM unnest($1::uuid[]) AS id ORDER BY 1) keys`,
      [projectIds],
    );
  }

  /**
   * Appends what is not there yet, and is wanted now (see `instead_of_refused`), in the order given, in one statement,
   * of however many projects; returns how many were new of each kind.
   */
  async append(sql: Sql, events: readonly Appended[]): Promise<Added[]> {
    if (events.length === 0) return [];
    const inPlace = events.filter((event) => event.instead_of_refused);
    return sql.query<Added>(
      `WITH refused AS (
         SELECT e.project_id, e.dedupe_key, said.text_hash
         FROM kag_event_log e JOIN kag_event_feedback said ON said.project_id = e.project_id AND said.event_id = e.id
         WHERE e.project_id = ANY ($2::uuid[]) AND e.dedupe_key = ANY ($3::text[]) AND NOT said.is_right),
       added AS (
         INSERT INTO kag_event_log (project_id, event_type, occurred_at, actor, source, source_ref, source_url,
           source_message_id, source_linear_issue_id, source_attio_record_id, payload_json, evidence_refs, dedupe_key)
         SELECT e.project_id, e.event_type, e.occurred_at, e.actor, e.source, e.source_ref, e.source_url,
           e.source_message_id, e.source_linear_issue_id, e.source_attio_record_id, e.payload, e.evidence, e.dedupe_key
         FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (project_id uuid, event_type text, occurred_at timestamptz,
           actor text, source text, source_ref text, source_url text, source_message_id text,
           source_linear_issue_id text, source_attio_record_id text, payload jsonb, evidence jsonb, dedupe_key text,
           instead_of_refused jsonb)
         ) WITH ORDINALITY AS e
         WHERE e.instead_of_refused IS NULL OR EXISTS (
           SELECT FROM refused r
           WHERE r.project_id = e.project_id AND r.dedupe_key = e.instead_of_refused ->> 'dedupe_key'
             AND r.text_hash IS DISTINCT FROM e.instead_of_refused ->> 'text_hash')
         ORDER BY e.ordinality
         ON CONFLICT (project_id, dedupe_key) DO NOTHING
         RETURNING event_type, payload_json ->> 'process' AS process)
       SELECT event_type, process, count(*)::int AS events FROM added GROUP BY event_type, process`,
      [toJsonb(events), inPlace.map((e) => e.project_id), inPlace.map((e) => e.instead_of_refused?.dedupe_key)],
    );
  }

  /** Appends events beside others of a project; returns their ids. One statement. */
  async appendBeside(tx: Tx, projectId: string, events: readonly Beside[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `INSERT INTO kag_event_log (project_id, event_type, occurred_at, actor, source, source_ref, source_url,
         source_message_id, source_linear_issue_id, source_attio_record_id, payload_json, evidence_refs, dedupe_key)
       SELECT e.project_id, n.event_type, e.occurred_at, coalesce(n.actor, e.actor), e.source, e.source_ref, e.source_url,
         e.source_message_id, e.source_linear_issue_id, e.source_attio_record_id, n.payload, e.evidence_refs, n.dedupe_key
       FROM jsonb_to_recordset($2::jsonb) AS n (event_id bigint, event_type text, actor text, payload jsonb, dedupe_key text)
       JOIN kag_event_log e ON e.project_id = $1 AND e.id = n.event_id
       RETURNING id`,
      [projectId, toJsonb(events)],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * The newest events first; `afterId` is the last one already shown (its own time is read here, to the microsecond).
   */
  async list(projectId: string, filter: EventFilter, limit: number, afterId: number | null): Promise<JudgedEvent[]> {
    const parameters: unknown[] = [projectId, afterId, limit];
    const conditions = eventConditions(filter, parameters);
    return this.database.query<JudgedEvent>(
      `${JUDGED}
       WHERE ${['e.project_id = $1', ...conditions].join(' AND ')}
         AND ($2::bigint IS NULL
              OR (e.occurred_at, e.id) < (SELECT last.occurred_at, last.id FROM kag_event_log last WHERE last.project_id = $1 AND last.id = $2))
       ORDER BY e.occurred_at DESC, e.id DESC
       LIMIT $3`,
      parameters,
    );
  }
}
