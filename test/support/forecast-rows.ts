import type { Sql } from '../../src/database/index.js';
import type { EvidenceRef } from '../../src/kag-events/index.js';
import { snapshotJson } from './case-rows.js';
import type { DayMeasureKey } from '../../src/kag-snapshots/index.js';

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
  severity?: number;
  evidence_refs?: EvidenceRef[];
}

/** Adds an onset that began on this day. */
export async function addOnset(
  sql: Sql,
  projectId: string,
  began: string,
  { risk_type = 'client_risk', known = began, ended = null, severity = 4, evidence_refs = [] }: OnsetValues = {},
): Promise<void> {
  await sql.run(
    `INSERT INTO risk_onsets (project_id, risk_type, began, known, ended, source, severity, evidence_refs)
     VALUES ($1, $2, $3, $4, $5, 'rule', $6, $7)`,
    [projectId, risk_type, began, known, ended, severity, JSON.stringify(evidence_refs)],
  );
}

/** Keeps days of a project, from this one on, with what was measured on each. */
export async function addMeasures(
  sql: Sql,
  projectId: string,
  from: string,
  measures: readonly Partial<Record<DayMeasureKey, number>>[],
): Promise<void> {
  const { signals, scores, aggregates } = snapshotJson();
  await sql.run(
    `INSERT INTO project_snapshots (project_id, snapshot_date, as_of, signals_json, scores_json, aggregates_json,
       evidence_refs, publishable, measures_json)
     SELECT $1, $2::date + (n - 1)::int, $2::date + n::int, $4::jsonb, $5::jsonb, $6::jsonb, '[]', true, m
     FROM jsonb_array_elements($3::jsonb) WITH ORDINALITY AS days (m, n)
     ON CONFLICT (project_id, snapshot_date) DO UPDATE SET measures_json = excluded.measures_json`,
    [projectId, from, JSON.stringify(measures), signals, scores, aggregates],
  );
}
