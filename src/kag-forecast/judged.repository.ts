import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import { BINS, type Judged } from './domain/accuracy.js';
import { type Contest, JUDGED_DAYS } from './domain/champion.js';
import { type Horizon, type ModelName, MODELS } from './domain/forecast.js';
import { ACTED, REFRACTORY } from './domain/hazard/training-rows.js';
import type { RiskType } from './domain/risks.js';
import { plusDays } from './domain/week.js';

/** A model's forecasts of a risk and horizon that are over, by what they said. */
export interface JudgedForecasts extends Judged {
  model: ModelName;
  risk_type: RiskType;
  horizon_days: Horizon;
  log_loss: number;
}

/** What models said in the past, held against the onsets that then came. */
@Injectable()
export class JudgedRepository {
  constructor(private readonly database: Database) {}

  /**
   * The forecasts that the models made of an account scope's projects in the 90 days before `today`, the last of each UTC
   * day, as far as their horizon was over by then. They are held against the onsets that were known by then. Judged are
   * days on which the risk was not there, nor in the week after it, nobody saw to it, and each day of the horizon has a
   * snapshot: where nobody looked, nothing was seen to happen. One statement.
   */
  async of(scopeId: string, today: string): Promise<JudgedForecasts[]> {
    return this.database.query<JudgedForecasts>(JUDGED, [scopeId, plusDays(today, -JUDGED_DAYS), today, MODELS]);
  }

  /** How the models did in these days. Two statements. */
  async contest(scopeId: string, today: string): Promise<Contest> {
    const judged = await this.of(scopeId, today);
    const [row] = await this.database.query<{ onsets: number }>(
      `SELECT count(*)::int AS onsets FROM risk_onsets o JOIN projects p ON p.id = o.project_id
       WHERE p.account_scope_id = $1 AND o.began > $2::date AND o.known < $3::date`,
      [scopeId, plusDays(today, -JUDGED_DAYS), today],
    );
    const lossOf = (model: ModelName) => {
      const own = judged.filter((one) => one.model === model);
      const count = own.reduce((sum, { forecasts }) => sum + forecasts, 0);
      return count === 0 ? null : own.reduce((sum, { log_loss }) => sum + log_loss, 0) / count;
    };
    const log_loss = Object.fromEntries(MODELS.map((model) => [model, lossOf(model)])) as Contest['log_loss'];
    return { onsets: row?.onsets ?? 0, log_loss };
  }
}

/** No forecast is punished for more certainty than this. */
const SURE = '1e-6';

const JUDGED = `
  WITH made AS MATERIALIZED (
    SELECT DISTINCT ON (h.project_id, h.risk_type, h.model, d.day) h.project_id, h.risk_type, h.model, d.day, h.p7, h.p14, h.p30
    FROM projects p
    JOIN kag_risk_forecast_history h ON h.project_id = p.id
    CROSS JOIN LATERAL (SELECT (h.generated_at AT TIME ZONE 'UTC')::date AS day) AS d
    WHERE p.account_scope_id = $1 AND h.model = ANY ($4::text[]) AND h.publishable
      AND h.generated_at >= $2::date::timestamp AT TIME ZONE 'UTC' AND h.generated_at < $3::date::timestamp AT TIME ZONE 'UTC'
    ORDER BY h.project_id, h.risk_type, h.model, d.day, h.generated_at DESC),
  numbered AS MATERIALIZED (
    SELECT s.project_id, s.snapshot_date AS day, row_number() OVER (PARTITION BY s.project_id ORDER BY s.snapshot_date) AS nth
    FROM projects p JOIN project_snapshots s ON s.project_id = p.id
    WHERE p.account_scope_id = $1 AND s.snapshot_date >= $2::date AND s.snapshot_date < $3::date),
  days AS MATERIALIZED (
    SELECT m.project_id, m.risk_type, m.day, n.nth,
      (SELECT min(o.began) FROM risk_onsets o WHERE o.project_id = m.project_id AND o.risk_type = m.risk_type
         AND o.began > m.day AND o.known < $3::date) AS next,
      (SELECT min(r.reported_on) FROM risk_reports r WHERE r.project_id = m.project_id AND r.risk_type = m.risk_type
         AND r.resolution IN ('happened', 'prevented') AND r.reported_on >= m.day - ${ACTED}) AS acted
    FROM (SELECT DISTINCT project_id, risk_type, day FROM made) AS m
    JOIN numbered n ON n.project_id = m.project_id AND n.day = m.day
    WHERE NOT EXISTS (SELECT FROM risk_onsets o WHERE o.project_id = m.project_id AND o.risk_type = m.risk_type
      AND o.began <= m.day AND (o.ended IS NULL OR m.day < o.ended + ${REFRACTORY}))),
  ends AS (
    SELECT d.*, h.horizon, coalesce(d.next <= d.day + h.horizon, false) AS came
    FROM days d CROSS JOIN (VALUES (7), (14), (30)) AS h (horizon)
    JOIN numbered last ON last.project_id = d.project_id AND last.day = d.day + h.horizon AND last.nth = d.nth + h.horizon
    WHERE coalesce(d.acted > d.day + h.horizon, true))
  SELECT m.model, m.risk_type, e.horizon AS horizon_days, b.bin, count(*)::int AS forecasts, sum(c.p) AS said,
    count(*) FILTER (WHERE e.came)::int AS came, sum((c.p - e.came::int) ^ 2) AS squares,
    sum(-ln(least(1 - ${SURE}, greatest(${SURE}, CASE WHEN e.came THEN c.p ELSE 1 - c.p END))))::float8 AS log_loss
  FROM ends e
  JOIN made m ON m.project_id = e.project_id AND m.risk_type = e.risk_type AND m.day = e.day
  CROSS JOIN LATERAL (SELECT CASE e.horizon WHEN 7 THEN m.p7 WHEN 14 THEN m.p14 ELSE m.p30 END AS p) AS c
  CROSS JOIN LATERAL (SELECT least(${BINS} - 1, floor(c.p * ${BINS}))::int AS bin) AS b
  GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`;
