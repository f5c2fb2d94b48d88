import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import type { SeenPair } from './domain/signature.js';
import type { SnapshotNumbers } from './domain/vector.js';

/** What a project is called, where its parts are planned, and how far its latest deal is. */
export interface Circumstances {
  name: string;
  source_names: string[];
  deal: { title: string | null; status: string } | null;
}

/** What signatures are made of, read for many projects at once: a statement each, however many there are. */
@Injectable()
export class WindowFactsRepository {
  constructor(private readonly database: Database) {}

  /** The numbers of the snapshots of the `days` days up to `today`, in order of the days, by project. */
  async snapshots(projectIds: readonly string[], today: string, days: number): Promise<Map<string, SnapshotNumbers[]>> {
    const rows = await this.database.query<SnapshotNumbers & { project_id: string }>(
      `SELECT s.project_id, s.snapshot_date::text AS day,
         (g.waiting_on_client_days ->> 'value')::float8 AS waiting, (g.blockers_age ->> 'value')::float8 AS blockers,
         (g.stage_overdue ->> 'value')::float8 AS stage, (g.scope_creep_rate ->> 'value')::float8 AS scope,
         (g.budget_burn_rate ->> 'value')::float8 AS burn, (g.margin_risk ->> 'value')::float8 AS margin,
         (g.activity_drop ->> 'value')::float8 AS activity, (g.sentiment_trend ->> 'value')::float8 AS sentiment,
         (c.risk ->> 'value')::float8 AS risk, (c.project_health ->> 'value')::float8 AS health,
         a.events_7d, a.pipeline_amount
       FROM project_snapshots s
       CROSS JOIN LATERAL jsonb_to_record(s.signals_json) AS g(waiting_on_client_days jsonb, blockers_age jsonb,
         stage_overdue jsonb, scope_creep_rate jsonb, budget_burn_rate jsonb, margin_risk jsonb, activity_drop jsonb,
         sentiment_trend jsonb)
       CROSS JOIN LATERAL jsonb_to_record(s.scores_json) AS c(risk jsonb, project_health jsonb)
       CROSS JOIN LATERAL jsonb_to_record(s.aggregates_json) AS a(events_7d float8, pipeline_amount float8)
       WHERE s.project_id = ANY ($1::uuid[]) AND s.snapshot_date > $2::date - $3::int AND s.snapshot_date <= $2::date
       ORDER BY s.project_id, s.snapshot_date`,
      [projectIds, today, days],
    );
    return Map.groupBy(rows, ({ project_id }) => project_id);
  }

  /** The pairs of consecutive domain events of the `days` days up to `now`, each once, by project. */
  async pairs(projectIds: readonly string[], now: Date, days: number): Promise<Map<string, SeenPair[]>> {
    const rows = await this.database.query<SeenPair & { project_id: string }>(
      // A project at a time, since its events lie in its index in the order that is asked for.
      `SELECT p.id AS project_id, e.pair, max(e.began_at) AS began_at
       FROM unnest($1::uuid[]) AS p(id)
       CROSS JOIN LATERAL (
         SELECT lag(event_type) OVER in_order || '>' || event_type AS pair, lag(occurred_at) OVER in_order AS began_at
         FROM kag_event_log
         WHERE project_id = p.id AND occurred_at > $2::timestamptz - make_interval(hours => 24 * $3::int)
           AND occurred_at <= $2 AND event_type NOT LIKE 'process\\_%'
         WINDOW in_order AS (ORDER BY occurred_at, id)
       ) AS e
       WHERE e.pair IS NOT NULL
       GROUP BY p.id, e.pair`,
      [projectIds, now, days],
    );
    return Map.groupBy(rows, ({ project_id }) => project_id);
  }

  /** By project. The latest deal is the one whose stage changed last. */
  async circumstances(projectIds: readonly string[]): Promise<Map<string, Circumstances>> {
    const rows = await this.database.query<Circumstances & { project_id: string }>(
      `SELECT p.id AS project_id, p.name, to_jsonb(l.names) AS source_names, d.deal
       FROM projects p
       CROSS JOIN LATERAL (
         SELECT coalesce(array_agg(name ORDER BY id), '{}') AS names FROM linear_projects_raw
         WHERE project_id = p.id AND deleted_at IS NULL AND canceled_at IS NULL
       ) AS l
       LEFT JOIN LATERAL (
         SELECT jsonb_build_object('title', stage_title, 'status', stage_status) AS deal FROM attio_opportunities_raw
         WHERE project_id = p.id AND deleted_at IS NULL
         ORDER BY stage_since DESC NULLS LAST, vendor_created_at DESC, record_id LIMIT 1
       ) AS d ON true
       WHERE p.id = ANY ($1::uuid[])`,
      [projectIds],
    );
    return new Map(rows.map(({ project_id, ...circumstances }) => [project_id, circumstances]));
  }
}
