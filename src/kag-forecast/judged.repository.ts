import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import { BINS, type JudgedCell } from './domain/accuracy.js';
import { type Contest, JUDGED_DAYS } from './domain/champion.js';
import { type ModelName, MODELS } from './domain/forecast.js';
import { ACTED, REFRACTORY } from './domain/hazard/training-rows.js';
import { RISK_TYPES } from './domain/risks.js';
import { plusDays } from './domain/week.js';

/** A model's forecasts of a risk and horizon that are over, by what they said. */
export interface JudgedForecasts extends JudgedCell {
  model: ModelName;
  log_loss: number;
}

/** What models said in the past, held against the onsets that then came. */
@Injectable()
export class JudgedRepository {
  constructor(private readonly database: Database) {}

  /**
   * The forecasts that the models made of an account scope's projects in the 90 days before `today`, the last of each
   * UTC day, as far as their horizon was over by then. They are held against the onsets that were known by then. Judged
   * are days on which the risk was not there, nor in the week after it, people did not see to it, and each day of the
   * horizon has a snapshot: on days without one, nothing was seen to happen. One statement.
   */
  async of(scopeId: string, today: string): Promise<JudgedForecasts[]> {
    return this.database.query<JudgedForecasts>(JUDGED, [
      scopeId,
      plusDays(today, -JUDGED_DAYS),
      today,
      MODELS,
      RISK_TYPES,
    ]);
  }

  /** How the models did by what `of` says of the same scope and day. One statement. */
  async contest(scopeId: string, today: string, judged: readonly JudgedForecasts[]): Promise<Contest> {
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

/**
 * From day to day of each project, each looked up by keys: the planner knows nothing of how many rows are made on the
 * way, and would compare all with all.
 */
const JUDGED = `
  SELECT said.model, days.risk_type, h.horizon AS horizon_days, b.bin, count(*)::int AS forecasts, sum(c.p) AS said,
    count(*) FILTER (WHERE h.came)::int AS came, sum((c.p - h.came::int) ^ 2) AS squares,
    sum(-ln(least(1 - ${SURE}, greatest(${SURE}, CASE WHEN h.came THEN c.p ELSE 1 - c.p END))))::float8 AS log_loss
  FROM (
    SELECT seen.*, risk.risk_type,
      (SELECT min(o.began) FROM risk_onsets o WHERE o.project_id = seen.project_id AND o.risk_type = risk.risk_type
         AND o.began > seen.day AND o.known < $3::date) AS next,
      (SELECT min(r.reported_on) FROM risk_reports r WHERE r.project_id = seen.project_id AND r.risk_type = risk.risk_type
         AND r.resolution IN ('happened', 'prevented') AND r.reported_on >= seen.day - ${ACTED}) AS acted
    FROM (
      SELECT s.project_id, s.snapshot_date AS day, lead(s.snapshot_date, 7) OVER ahead = s.snapshot_date + 7 AS full7,
        lead(s.snapshot_date, 14) OVER ahead = s.snapshot_date + 14 AS full14,
        lead(s.snapshot_date, 30) OVER ahead = s.snapshot_date + 30 AS full30
      FROM projects p JOIN project_snapshots s ON s.project_id = p.id
      WHERE p.account_scope_id = $1 AND s.snapshot_date >= $2::date AND s.snapshot_date < $3::date
      WINDOW ahead AS (PARTITION BY s.project_id ORDER BY s.snapshot_date)) AS seen
    CROSS JOIN unnest($5::text[]) AS risk (risk_type)
    WHERE full7 AND NOT EXISTS (SELECT FROM risk_onsets o WHERE o.project_id = seen.project_id
      AND o.risk_type = risk.risk_type AND o.began <= seen.day AND (o.ended IS NULL OR seen.day < o.ended + ${REFRACTORY}))
  ) AS days
  CROSS JOIN LATERAL (
    SELECT DISTINCT ON (f.model) f.model, f.p7, f.p14, f.p30 FROM kag_risk_forecast_history f
    WHERE f.project_id = days.project_id AND f.risk_type = days.risk_type AND f.model = ANY ($4::text[]) AND f.publishable
      AND f.generated_at >= days.day::timestamp AT TIME ZONE 'UTC'
      AND f.generated_at < (days.day + 1)::timestamp AT TIME ZONE 'UTC'
    ORDER BY f.model, f.generated_at DESC) AS said
  CROSS JOIN LATERAL (
    SELECT v.horizon, coalesce(days.next <= days.day + v.horizon, false) AS came
    FROM (VALUES (7, days.full7), (14, days.full14), (30, days.full30)) AS v (horizon, is_full)
    WHERE v.is_full AND coalesce(days.acted > days.day + v.horizon, true)) AS h
  CROSS JOIN LATERAL (SELECT CASE h.horizon WHEN 7 THEN said.p7 WHEN 14 THEN said.p14 ELSE said.p30 END AS p) AS c
  CROSS JOIN LATERAL (SELECT least(${BINS} - 1, floor(c.p * ${BINS}))::int AS bin) AS b
  GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`;
