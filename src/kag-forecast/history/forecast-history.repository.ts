import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { KnownPoint, SeriesSpan } from '../../kag-snapshots/index.js';
import type { ModelName } from '../domain/forecast.js';
import type { RiskType } from '../domain/risks.js';

/** What was forecast of a project, as lines to draw. */
@Injectable()
export class ForecastHistoryRepository {
  constructor(private readonly database: Database) {}

  /**
   * Chances within 7, 14 and 30 days, by risk and point: of the days of a step what the model said last. What was not
   * shown then is not told now. One statement.
   */
  async points(
    projectId: string,
    { from, to, step }: SeriesSpan,
    risks: readonly RiskType[],
    model: ModelName,
  ): Promise<Map<RiskType, KnownPoint[]>> {
    const rows = await this.database.query<KnownPoint & { risk_type: RiskType }>(
      `SELECT DISTINCT ON (risk_type, steps_back) risk_type,
         ($3::date - (generated_at AT TIME ZONE 'UTC')::date) / $4::int AS steps_back,
         to_char(generated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, json_build_array(p7, p14, p30) AS values
       FROM kag_risk_forecast_history
       WHERE project_id = $1 AND risk_type = ANY ($5::text[]) AND model = $6 AND publishable
         AND generated_at >= $2::date::timestamp AT TIME ZONE 'UTC'
         AND generated_at < ($3::date + 1)::timestamp AT TIME ZONE 'UTC'
       ORDER BY risk_type, steps_back, generated_at DESC`,
      [projectId, from, to, step, risks, model],
    );
    return Map.groupBy(rows, ({ risk_type }) => risk_type);
  }
}
