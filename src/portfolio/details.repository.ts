import { Injectable } from '@nestjs/common';
import { SYNC_HOLDER } from '../connectors/index.js';
import type { Sql } from '../database/index.js';
import { runIsOver } from '../jobs/index.js';
import type { Basis, ByHorizon, Driver, ForecastStatus, RiskType } from '../kag-forecast/index.js';
import type { OpenRecommendation } from '../kag-recommendations/index.js';
import { POINT_SCORES, type Point } from './domain/series.js';
import { OPEN } from './open-advice.js';

export interface StoredRisk {
  project_id: string;
  risk_type: RiskType;
  status: ForecastStatus;
  since: string | null;
  p7: number | null;
  p14: number | null;
  p30: number | null;
  base_rate: ByHorizon;
  basis: Basis;
  drivers: Driver[];
}

export interface StoredAdvice extends OpenRecommendation {
  project_id: string;
  id: string;
  priority: number;
  due_date: string;
  owner_role: string;
  assignee: string | null;
  status: string;
}

/** How a connector of a project stands. */
export interface StoredFreshness {
  project_id: string;
  connector: string;
  status: string;
  stale: boolean;
  last_success_at: Date | null;
}

const VALUES = POINT_SCORES.map((type) => `round((scores_json -> '${type}' ->> 'value')::numeric, 1)`).join(', ');

/** The details of projects, each kind of all of them in one statement. */
@Injectable()
export class DetailsRepository {
  /** The projects' days from this one on that have evidence. */
  async points(sql: Sql, projectIds: readonly string[], from: string): Promise<Map<string, Point[]>> {
    const rows = await sql.query<{ project_id: string; points: Point[] }>(
      `SELECT project_id, json_agg(json_build_array(snapshot_date - $2::date, ${VALUES}) ORDER BY snapshot_date) AS points
       FROM project_snapshots WHERE project_id = ANY ($1::uuid[]) AND snapshot_date >= $2::date AND publishable
       GROUP BY project_id`,
      [projectIds, from],
    );
    return new Map(rows.map(({ project_id, points }) => [project_id, points]));
  }

  /** Forecasts that may be shown. */
  async risks(sql: Sql, projectIds: readonly string[]): Promise<Map<string, StoredRisk[]>> {
    const rows = await sql.query<StoredRisk>(
      `SELECT project_id, risk_type, status, to_char(since, 'YYYY-MM-DD') AS since, p7, p14, p30, base_rate, basis, drivers
       FROM kag_risk_forecasts WHERE project_id = ANY ($1::uuid[]) AND publishable`,
      [projectIds],
    );
    return Map.groupBy(rows, ({ project_id }) => project_id);
  }

  /** Recommendations that are open. */
  async advice(sql: Sql, projectIds: readonly string[]): Promise<Map<string, StoredAdvice[]>> {
    const rows = await sql.query<StoredAdvice>(
      `SELECT project_id, id, category, cause, priority, to_char(due_date, 'YYYY-MM-DD') AS due_date, owner_role, assignee,
         status, figures, reopened_reason, suggested_template_key, phrasing
       FROM recommendations_v2 WHERE project_id = ANY ($1::uuid[]) AND ${OPEN}`,
      [projectIds],
    );
    return Map.groupBy(rows, ({ project_id }) => project_id);
  }

  /** Connectors that something was read by, or tried to; `stale`: marked running for 15 min with no live run. */
  async freshness(sql: Sql, projectIds: readonly string[]): Promise<Map<string, StoredFreshness[]>> {
    const isOver = await runIsOver(sql, SYNC_HOLDER, projectIds);
    const rows = await sql.query<StoredFreshness>(
      `SELECT s.project_id, s.connector, s.status, s.last_success_at,
         s.status = 'running' AND s.updated_at < now() - interval '15 minutes' AND ${isOver} AS stale
       FROM connector_sync_state s WHERE s.project_id = ANY ($1::uuid[]) ORDER BY s.project_id, s.connector`,
      [projectIds],
    );
    return Map.groupBy(rows, ({ project_id }) => project_id);
  }
}
