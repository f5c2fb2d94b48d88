import { Injectable } from '@nestjs/common';
import { Database, toJsonb, type Sql, type Tx } from '../database/index.js';
import type { ByHorizon, Forecasts, ModelName } from './domain/forecast.js';
import type { RiskType } from './domain/risks.js';
import type { RiskForecast } from './forecast.entity.js';

/** What a model said of a project's risk. */
export interface ModelForecast extends ByHorizon {
  project_id: string;
  risk_type: RiskType;
  model: ModelName;
  /** Whether what was served of the day was shown. */
  publishable: boolean;
}

/** The same of a past day, as of its end. */
export type SaidThen = ModelForecast & { generated_at: string };

const SAID = `project_id uuid, risk_type text, model text, p7 float8, p14 float8, p30 float8, publishable boolean`;

@Injectable()
export class ForecastsRepository {
  constructor(private readonly database: Database) {}

  /**
   * Puts forecasts in place of the projects' present ones, and what each model said into the history. What was said on
   * the same UTC day already is not written again. Two statements.
   */
  async store(
    tx: Tx,
    forecasts: ReadonlyMap<string, Forecasts>,
    said: readonly ModelForecast[],
    generatedAt: Date,
  ): Promise<void> {
    const rows = [...forecasts].flatMap(([project_id, all]) =>
      Object.values(all).map((forecast) => ({ project_id, ...forecast })),
    );
    if (rows.length === 0) return;
    await tx.run(
      `INSERT INTO kag_risk_forecasts AS f (project_id, risk_type, status, since, p7, p14, p30, "interval", base_rate, basis,
         onsets_seen, drivers, model, evidence_refs, publishable, generated_at)
       SELECT n.*, $2::timestamptz FROM jsonb_to_recordset($1::jsonb) AS n (project_id uuid, risk_type text, status text,
         since date, p7 float8, p14 float8, p30 float8, "interval" jsonb, base_rate jsonb, basis text, onsets_seen integer,
         drivers jsonb, model text, evidence_refs jsonb, publishable boolean)
       ON CONFLICT (project_id, risk_type) DO UPDATE SET status = excluded.status, since = excluded.since, p7 = excluded.p7,
         p14 = excluded.p14, p30 = excluded.p30, "interval" = excluded."interval", base_rate = excluded.base_rate,
         basis = excluded.basis, onsets_seen = excluded.onsets_seen, drivers = excluded.drivers, model = excluded.model,
         evidence_refs = excluded.evidence_refs, publishable = excluded.publishable, generated_at = excluded.generated_at
       WHERE f.generated_at <= excluded.generated_at
         AND ((f.status, f.since, f.p7, f.p14, f.p30, f."interval", f.base_rate, f.basis, f.onsets_seen, f.drivers, f.model,
             f.evidence_refs, f.publishable) IS DISTINCT FROM (excluded.status, excluded.since, excluded.p7, excluded.p14,
             excluded.p30, excluded."interval", excluded.base_rate, excluded.basis, excluded.onsets_seen, excluded.drivers,
             excluded.model, excluded.evidence_refs, excluded.publishable)
           OR f.generated_at < date_trunc('day', excluded.generated_at, 'UTC'))`,
      [toJsonb(rows), generatedAt],
    );
    await tx.run(
      `INSERT INTO kag_risk_forecast_history (project_id, risk_type, model, p7, p14, p30, publishable, generated_at)
       SELECT n.*, $2::timestamptz FROM jsonb_to_recordset($1::jsonb) AS n (${SAID})
       WHERE NOT EXISTS (
         SELECT FROM (
           SELECT h.p7, h.p14, h.p30, h.publishable FROM kag_risk_forecast_history h
           WHERE h.project_id = n.project_id AND h.risk_type = n.risk_type AND h.model = n.model
             AND h.generated_at >= date_trunc('day', $2::timestamptz, 'UTC') AND h.generated_at <= $2::timestamptz
           ORDER BY h.generated_at DESC LIMIT 1) AS last
         WHERE (last.p7, last.p14, last.p30, last.publishable) = (n.p7, n.p14, n.p30, n.publishable))
       ON CONFLICT (project_id, risk_type, generated_at, model) DO NOTHING`,
      [toJsonb(said), generatedAt],
    );
  }

  /**
   * Keeps what is said of past days, in place of what was said of them in the same way before. A day that was forecast
   * when it was there keeps what was forecast then. One statement.
   */
  async storePast(said: readonly SaidThen[], db: Sql = this.database): Promise<void> {
    if (said.length === 0) return;
    await db.run(
      `INSERT INTO kag_risk_forecast_history AS h (project_id, risk_type, model, p7, p14, p30, publishable, generated_at)
       SELECT n.* FROM jsonb_to_recordset($1::jsonb) AS n (${SAID}, generated_at timestamptz)
       WHERE NOT EXISTS (SELECT FROM kag_risk_forecast_history live
         WHERE live.project_id = n.project_id AND live.risk_type = n.risk_type AND live.model = n.model
           AND live.generated_at >= date_trunc('day', n.generated_at, 'UTC') AND live.generated_at < n.generated_at)
       ORDER BY n.project_id, n.risk_type, n.generated_at, n.model
       ON CONFLICT (project_id, risk_type, generated_at, model) DO UPDATE SET p7 = excluded.p7, p14 = excluded.p14,
         p30 = excluded.p30, publishable = excluded.publishable
       WHERE (h.p7, h.p14, h.p30, h.publishable) IS DISTINCT FROM
         (excluded.p7, excluded.p14, excluded.p30, excluded.publishable)`,
      [toJsonb(said)],
    );
  }

  /** The projects' present forecasts; those without evidence only when asked for. */
  async list(projectIds: readonly string[], unpublished: boolean): Promise<RiskForecast[]> {
    return this.database.query(
      `SELECT project_id, risk_type, status, to_char(since, 'YYYY-MM-DD') AS since, p7, p14, p30, "interval", base_rate, basis, onsets_seen,
         drivers, model, evidence_refs, publishable, generated_at
       FROM kag_risk_forecasts WHERE project_id = ANY ($1::uuid[]) AND (publishable OR $2)`,
      [projectIds, unpublished],
    );
  }
}
