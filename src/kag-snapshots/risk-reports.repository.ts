import { Injectable } from '@nestjs/common';
import { Database, toJsonb, type Sql, type Tx } from '../database/index.js';
import type { RiskReport } from './domain/risk-report.js';

/** What people said of risks. The next refresh of a project's onsets takes it in. */
@Injectable()
export class RiskReportsRepository {
  constructor(private readonly database: Database) {}

  /** Keeps each report in place of what was said of its recommendation before. One statement. */
  async put(tx: Tx, ...reports: readonly RiskReport[]): Promise<void> {
    if (reports.length === 0) return;
    await tx.run(
      `INSERT INTO risk_reports (project_id, recommendation_id, risk_type, reported_on, resolution, note, reported_by)
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS n (project_id uuid, recommendation_id uuid, risk_type text,
         reported_on date, resolution text, note text, reported_by uuid)
       ON CONFLICT (project_id, recommendation_id) DO UPDATE SET risk_type = excluded.risk_type,
         reported_on = excluded.reported_on, resolution = excluded.resolution, note = excluded.note,
         reported_by = excluded.reported_by, created_at = excluded.created_at`,
      [toJsonb(reports)],
    );
  }

  /** Takes back what was said of these recommendations. One statement. */
  async remove(tx: Tx, ...keys: readonly Pick<RiskReport, 'project_id' | 'recommendation_id'>[]): Promise<void> {
    if (keys.length === 0) return;
    await tx.run(
      `DELETE FROM risk_reports r USING jsonb_to_recordset($1::jsonb) AS n (project_id uuid, recommendation_id uuid)
       WHERE r.project_id = n.project_id AND r.recommendation_id = n.recommendation_id`,
      [toJsonb(keys)],
    );
  }

  /** What was said of these projects' risks, oldest first, by project; none of projects without. One statement. */
  async of(projectIds: readonly string[], db: Sql = this.database): Promise<Map<string, RiskReport[]>> {
    const rows = await db.query<RiskReport>(
      `SELECT project_id, recommendation_id, risk_type, to_char(reported_on, 'YYYY-MM-DD') AS reported_on, resolution,
         note, reported_by
       FROM risk_reports r WHERE project_id = ANY ($1::uuid[])
       ORDER BY project_id, r.reported_on, recommendation_id`,
      [projectIds],
    );
    return Map.groupBy(rows, ({ project_id }) => project_id);
  }
}
