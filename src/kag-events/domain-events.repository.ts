import { Injectable } from '@nestjs/common';
import { byProject, type Held, type Sql, type Tx } from '../database/index.js';
import { counts } from './correction.js';
import type { EvidenceRef } from './event.js';
import { LOG_LOCK } from './event-log.repository.js';

/** Where to go on reading a project's log: after this time and id, up to the newest id that counts. */
export interface ReadFrom {
  project_id: string;
  /** As the database writes it, to the microsecond; null: from the beginning. */
  after_at: string | null;
  /** Of events at that very time, those with a higher id; null: none of them. */
  after_id: string | null;
  newest_id: string;
}

/** What a client or the team did, as it is read for folding. */
export interface ReadEvent {
  project_id: string;
  id: string;
  event_type: string;
  occurred_at: Date;
  /** `occurred_at` as the database writes it. */
  position: string;
  actor: 'client' | 'team';
  source_url: string | null;
  payload_json: Record<string, unknown>;
  evidence_refs: EvidenceRef[];
}

/**
 * Reads what clients and teams did, in the order in which it happened. The system's own notes are left out, and so is
 * what a person has taken back.
 */
@Injectable()
export class DomainEventsRepository {
  /** Waits until transactions that add to these projects' logs have ended; until `tx` ends, new ones wait. */
  async settle(tx: Tx, projectIds: readonly string[]): Promise<void> {
    await tx.query(
      `SELECT pg_advisory_xact_lock(key) FROM (SELECT ${LOG_LOCK} AS key FROM unnest($1::uuid[]) AS id ORDER BY 1) keys`,
      [projectIds],
    );
  }

  /** The next events of each project, `most` of each, up to `until`; ordered by project and (occurred_at, id). */
  async next(sql: Sql, from: readonly ReadFrom[], until: Date, most: number): Promise<ReadEvent[]> {
    const places = new Map(from.map((one) => [one.project_id, one]));
    return byProject(sql, [...places.keys()], (ids, held) =>
      this.nextOf(
        sql,
        ids.map((id) => places.get(id) as ReadFrom),
        until,
        most,
        held,
      ),
    );
  }

  private nextOf(sql: Sql, from: readonly ReadFrom[], until: Date, most: number, held: Held): Promise<ReadEvent[]> {
    return sql.query<ReadEvent>(
      // The type says less than the actor, but it is what the index leaves the processes' events out by.
      `SELECT e.* FROM unnest($1::uuid[], $2::text[], $3::bigint[], $4::bigint[]) AS k (project_id, after_at, after_id, newest_id)
       CROSS JOIN LATERAL (
         SELECT l.project_id, l.id, l.event_type, l.occurred_at, l.occurred_at::text AS position, l.actor, l.source_url,
           l.payload_json, l.evidence_refs
         FROM kag_event_log l
         WHERE l.project_id = k.project_id
           AND (l.occurred_at, l.id) > (coalesce(k.after_at::timestamptz, '-infinity'), coalesce(k.after_id, 9223372036854775807))
           AND l.occurred_at <= $5 AND l.id <= k.newest_id AND l.actor <> 'system' AND ${counts('l')}
           ${held('l.project_id', '$1')}
         ORDER BY l.occurred_at, l.id LIMIT $6) e
       ORDER BY e.project_id, e.occurred_at, e.id`,
      [
        from.map((one) => one.project_id),
        from.map((one) => one.after_at),
        from.map((one) => one.after_id),
        from.map((one) => one.newest_id),
        until,
        most,
      ],
    );
  }
}
