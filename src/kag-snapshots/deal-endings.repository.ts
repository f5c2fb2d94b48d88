import { Injectable } from '@nestjs/common';
import { saysEnding } from '../common/ending-words.js';
import { Database, type Sql } from '../database/index.js';
import type { EvidenceRef } from '../kag-events/index.js';

/** A day on which a deal came to a stage in which it is lost, frozen or left. */
export interface DealEnding {
  project_id: string;
  /** UTC day, YYYY-MM-DD. */
  day: string;
  evidence_refs: EvidenceRef[];
}

/** How deals ended, by all that the log knows. */
@Injectable()
export class DealEndingsRepository {
  constructor(private readonly database: Database) {}

  /** The endings of these projects' deals, oldest first, by project; none of projects without. One statement. */
  async of(projectIds: readonly string[], db: Sql = this.database): Promise<Map<string, DealEnding[]>> {
    const rows = await db.query<DealEnding & { to: string }>(
      `SELECT project_id, to_char(e.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, payload_json ->> 'to' AS to,
         evidence_refs
       FROM kag_event_log e
       WHERE project_id = ANY ($1::uuid[]) AND event_type = 'deal_stage_changed' AND payload_json ->> 'to' IS NOT NULL
       ORDER BY project_id, e.occurred_at, e.id`,
      [projectIds],
    );
    const endings = rows.filter(({ to }) => saysEnding(to)).map(({ to: _to, ...ending }) => ending);
    return Map.groupBy(endings, ({ project_id }) => project_id);
  }
}
