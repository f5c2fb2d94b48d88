import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import type { Judged } from './domain/accuracy.js';

@Injectable()
export class AccuracyRepository {
  constructor(private readonly database: Database) {}

  /**
   * Every publishable forecast of the project by this model whose horizon is over, the last of each UTC day: whether an
   * outcome of its type came within the horizon, on a day after it was made. A forecast counts only if each day of its
   * horizon has a snapshot: where nobody looked, nothing was seen to happen.
   */
  async judged(projectId: string, model: string, now: Date): Promise<Judged[]> {
    return this.database.query<Judged>(
      `WITH made AS (
         SELECT DISTINCT ON (risk_type, day) risk_type, day, p7, p14, p30
         FROM (SELECT *, (generated_at AT TIME ZONE 'UTC')::date AS day FROM kag_risk_forecast_history
               WHERE project_id = $1 AND model = $2 AND publishable) h
         ORDER BY risk_type, day, generated_at DESC)
       SELECT made.risk_type, ends.horizon_days, ends.probability,
         EXISTS (SELECT FROM past_case_outcomes o WHERE o.project_id = $1 AND o.outcome_type = made.risk_type
                 AND o.occurred_on > made.day AND o.occurred_on <= made.day + ends.horizon_days) AS happened
       FROM made CROSS JOIN LATERAL (VALUES (7, made.p7), (14, made.p14), (30, made.p30)) AS ends (horizon_days, probability)
       WHERE made.day + ends.horizon_days < ($3::timestamptz AT TIME ZONE 'UTC')::date
         AND ends.horizon_days = (SELECT count(*) FROM project_snapshots s WHERE s.project_id = $1
                                  AND s.snapshot_date > made.day AND s.snapshot_date <= made.day + ends.horizon_days)
       ORDER BY made.day, made.risk_type, ends.horizon_days`,
      [projectId, model, now],
    );
  }
}
