import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import type { StageChange } from './domain/outcomes.js';
import { dayParameters, WANTED, type ProjectDay } from './project-day.js';

/** To which stages deals came on a day. */
@Injectable()
export class StageChangesRepository {
  constructor(private readonly database: Database) {}

  /**
   * The changes of every day from its beginning to its moment, newest first, in the order of the days. One statement.
   */
  async of(days: readonly ProjectDay[]): Promise<StageChange[][]> {
    // A day ends with its last millisecond, and events are timed to the microsecond: none is to be lost between two
    // days.
    const rows = await this.database.query<StageChange & { n: number }>(
      `WITH ${WANTED}
       SELECT w.n::int AS n, e.payload_json ->> 'to' AS to, e.evidence_refs
       FROM wanted w
       JOIN kag_event_log e ON e.project_id = w.project_id AND e.event_type = 'deal_stage_changed'
         AND e.occurred_at >= (w.day || 'T00:00:00Z')::timestamptz
         AND e.occurred_at < w.as_of + interval '1 millisecond'
       WHERE e.payload_json ->> 'to' IS NOT NULL
       ORDER BY e.occurred_at DESC, e.id DESC`,
      dayParameters(days),
    );
    const changes: StageChange[][] = days.map(() => []);
    for (const { n, to, evidence_refs } of rows) changes[n - 1]?.push({ to, evidence_refs });
    return changes;
  }
}
