import { Injectable } from '@nestjs/common';
import { Database, type Sql, type Tx } from '../database/index.js';
import type { RiskReport } from './domain/risk-report.js';

/** What people said of risks. The next refresh of a project's onsets takes it in. */
@Injectable()
export class RiskReportsRepository {
  constructor(private readonly database: Database) {}

  /** Keeps the report in place of what was said of its recommendation before. */
  async put(tx: Tx, report: RiskReport): Promise<void> {
    const { project_id, recommendation_id, risk_type, reported_on, resolution, note, reported_by } = report;
    await tx.run(
      `INSERT INTO risk_reports (project_id, recommendation_id, risk_type, reported_on, resolution, note, reported_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (project_id, recommendation_id) DO UPDATE SET risk_type = excluded.risk_type,
         reported_on = excluded.reported_on, resolution = excluded.resolution, note = excluded.note,
         reported_by = excluded.reported_by, created_at = now()`,
      [project_id, recommendation_id, risk_type, reported_on, resolution, note, reported_by],
    );
  }

  /** Takes back what was said of a recommendation. */
  async remove(tx: Tx, { project_id, recommendation_id }: Pick<RiskReport, 'project_id' | 'recommendation_id'>) {
    await tx.run(`DELETE FROM risk_reports WHERE project_id = $1 AND recommendation_id = $2`, [
      project_id,
      recommendation_id,
    ]);
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
