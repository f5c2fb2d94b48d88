import type { Sql } from '../../src/database/index.js';

export interface PastForecastValues {
  risk_type?: string;
  p7?: number;
  p14?: number;
  p30?: number;
  publishable?: boolean;
  model?: string;
}

/** Adds a forecast to the project's history as if it had been made at that time. */
export async function addForecast(
  sql: Sql,
  projectId: string,
  generatedAt: string,
  {
    risk_type = 'client_risk',
    p7 = 0.2,
    p14 = 0.4,
    p30 = 0.6,
    publishable = true,
    model = 'hazard-v1',
  }: PastForecastValues,
): Promise<void> {
  await sql.run(
    `INSERT INTO kag_risk_forecast_history (project_id, risk_type, p7, p14, p30, publishable, model, generated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [projectId, risk_type, p7, p14, p30, publishable, model, generatedAt],
  );
}

export interface OnsetValues {
  risk_type?: string;
  known?: string;
  ended?: string | null;
}

/** Adds an onset that began on this day. */
export async function addOnset(
  sql: Sql,
  projectId: string,
  began: string,
  { risk_type = 'client_risk', known = began, ended = null }: OnsetValues = {},
): Promise<void> {
  await sql.run(
    `INSERT INTO risk_onsets (project_id, risk_type, began, known, ended, source, severity, evidence_refs)
     VALUES ($1, $2, $3, $4, $5, 'rule', 4, '[]')`,
    [projectId, risk_type, began, known, ended],
  );
}
