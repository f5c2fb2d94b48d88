import { Injectable } from '@nestjs/common';
import { DAY_MS } from '../common/time-units.js';
import { Database } from '../database/index.js';
import { LOST_DAYS, type DealMove } from './domain/lost-deal.js';

/** To which stages deals came of late. */
@Injectable()
export class DealMovesRepository {
  constructor(private readonly database: Database) {}

  /** The moves of these projects' deals within the days in which a lost one counts, the newest first. One statement. */
  async of(projectIds: readonly string[], now: Date): Promise<Map<string, DealMove[]>> {
    const rows = await this.database.query<DealMove & { project_id: string }>(
      `SELECT project_id, payload_json ->> 'deal_id' AS deal_id, payload_json ->> 'deal_name' AS deal_name,
         payload_json ->> 'to' AS "to", to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS "on", evidence_refs
       FROM kag_event_log e
       WHERE project_id = ANY ($1::uuid[]) AND event_type = 'deal_stage_changed' AND e.occurred_at > $2 AND e.occurred_at <= $3
         AND payload_json ->> 'to' IS NOT NULL
       ORDER BY e.occurred_at DESC, id DESC`,
      [projectIds, new Date(now.getTime() - LOST_DAYS * DAY_MS), now],
    );
    return Map.groupBy(rows, ({ project_id }) => project_id);
  }
}
