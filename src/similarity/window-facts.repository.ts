import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import type { SeenPair } from './domain/signature.js';

/** What a project is called, where its parts are planned, and how far its latest deal is. */
export interface Circumstances {
  name: string;
  source_names: string[];
  deal: { title: string | null; status: string } | null;
}

/** What signatures are made of beside snapshots, for many projects at once: a statement each, however many there are. */
@Injectable()
export class WindowFactsRepository {
  constructor(private readonly database: Database) {}

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

  /** By project. The latest deal is the one whose stage changed last; texts are told apart alike on every server. */
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
         ORDER BY stage_since COLLATE "C" DESC NULLS LAST, vendor_created_at DESC, record_id COLLATE "C" LIMIT 1
       ) AS d ON true
       WHERE p.id = ANY ($1::uuid[])`,
      [projectIds],
    );
    return new Map(rows.map(({ project_id, ...circumstances }) => [project_id, circumstances]));
  }
}
