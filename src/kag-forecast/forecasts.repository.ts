import { Injectable } from '@nestjs/common';
import { Database, toJsonb, type Tx } from '../database/index.js';
import type { RulesForecasts } from './domain/rules-v1.js';
import type { RiskForecast } from './forecast.entity.js';

@Injectable()
export class ForecastsRepository {
  constructor(private readonly database: Database) {}

  /** Puts forecasts in place of the projects' present ones, and into the history. Two statements, however many. */
  async store(tx: Tx, forecasts: ReadonlyMap<string, RulesForecasts>, generatedAt: Date): Promise<void> {
    const rows = [...forecasts].flatMap(([project_id, all]) =>
      Object.values(all).map((forecast) => ({ project_id, ...forecast })),
    );
    if (rows.length === 0) return;
    const sent = toJsonb(rows);
    await tx.run(
      `INSERT INTO kag_risk_forecasts (project_id, risk_type, p7, p14, p30, confidence, publishable, model,
         expected_time_to_risk_days, top_drivers, evidence_refs, generated_at)
       SELECT n.*, $2::timestamptz FROM jsonb_to_recordset($1::jsonb) AS n (project_id uuid, risk_type text, p7 float8,
         p14 float8, p30 float8, confidence float8, publishable boolean, model text, expected_time_to_risk_days float8,
         top_drivers jsonb, evidence_refs jsonb)
       ON CONFLICT (project_id, risk_type) DO UPDATE SET p7 = excluded.p7, p14 = excluded.p14, p30 = excluded.p30,
         confidence = excluded.confidence, publishable = excluded.publishable, model = excluded.model,
         expected_time_to_risk_days = excluded.expected_time_to_risk_days, top_drivers = excluded.top_drivers,
         evidence_refs = excluded.evidence_refs, generated_at = excluded.generated_at
       WHERE kag_risk_forecasts.generated_at <= excluded.generated_at`,
      [sent, generatedAt],
    );
    await tx.run(
      `INSERT INTO kag_risk_forecast_history (project_id, risk_type, p7, p14, p30, confidence, publishable, model, generated_at)
       SELECT n.*, $2::timestamptz FROM jsonb_to_recordset($1::jsonb) AS n (project_id uuid, risk_type text, p7 float8,
         p14 float8, p30 float8, confidence float8, publishable boolean, model text)
       ON CONFLICT (project_id, risk_type, generated_at) DO NOTHING`,
      [sent, generatedAt],
    );
  }

  /** The project's present forecasts; those without evidence only when asked for. */
  async list(projectId: string, unpublished: boolean): Promise<Omit<RiskForecast, 'project_id'>[]> {
    return this.database.query(
      `SELECT risk_type, p7, p14, p30, expected_time_to_risk_days, confidence, top_drivers, evidence_refs, publishable, model, generated_at
       FROM kag_risk_forecasts WHERE project_id = $1 AND (publishable OR $2)`,
      [projectId, unpublished],
    );
  }
}
