import type { Sql } from '../../database/index.js';
import { CORRECTION } from '../../kag-events/index.js';
import { RISK_OF_CATEGORY } from '../../kag-recommendations/index.js';
import type { ForecastFacts, HiddenFacts, KagFacts } from './domain/facts.js';

const WINDOWS = [7, 14, 30];
/** The window that similar cases are looked for in unless another is asked for. */
const COMPARED = 14;

type Events = Pick<KagFacts, 'events_30d' | 'newest_event_at' | 'oldest_event_at'>;
type Conclusions = Omit<KagFacts, keyof Events | 'forecasts' | 'oldest_new'> & {
  forecasts: (Omit<ForecastFacts, 'generated_at'> & { generated_at: string })[];
  hidden_recommendations: HiddenFacts[];
  oldest_new: { id: string; created_at: string }[];
};

/** What a project's signals rest on, and what has been concluded from them. */
export class KagFactsRepository {
  constructor(private readonly sql: Sql) {}

  /** Two statements. `today`: UTC day. */
  async read(projectId: string, today: string): Promise<KagFacts> {
    const events = await this.events(projectId);
    const { forecasts, oldest_new, ...conclusions } = await this.conclusions(projectId, today);
    return {
      ...events,
      ...conclusions,
      forecasts: forecasts.map((one) => ({ ...one, generated_at: new Date(one.generated_at) })),
      oldest_new: oldest_new.map((one) => ({ ...one, created_at: new Date(one.created_at) })),
    };
  }

  /**
   * The server's own notes outnumber the others by far, so the index is asked for one type after the other, whichever
   * there are, and never walked through.
   */
  private async events(projectId: string): Promise<Events> {
    const [row] = await this.sql.query<Events>(
      `WITH RECURSIVE types AS (
         SELECT min(event_type) AS type FROM kag_event_log WHERE project_id = $1
         UNION ALL
         SELECT (SELECT min(event_type) FROM kag_event_log WHERE project_id = $1 AND event_type > types.type)
         FROM types WHERE types.type IS NOT NULL)
       SELECT coalesce(sum(e.recent), 0)::int AS events_30d, max(e.newest) AS newest_event_at, min(e.oldest) AS oldest_event_at
       FROM types CROSS JOIN LATERAL (
         SELECT (SELECT count(*) FROM kag_event_log l WHERE l.project_id = $1 AND l.event_type = types.type
                   AND l.occurred_at > now() - interval '720 hours') AS recent,
           (SELECT max(occurred_at) FROM kag_event_log l WHERE l.project_id = $1 AND l.event_type = types.type) AS newest,
           (SELECT min(occurred_at) FROM kag_event_log l WHERE l.project_id = $1 AND l.event_type = types.type) AS oldest) e
       WHERE types.type NOT LIKE 'process\\_%' AND types.type <> '${CORRECTION}'`,
      [projectId],
    );
    return row ?? { events_30d: 0, newest_event_at: null, oldest_event_at: null };
  }

  private async conclusions(projectId: string, today: string): Promise<Conclusions> {
    const [row] = await this.sql.query<Conclusions>(
      `WITH others AS MATERIALIZED (
         SELECT o.id, o.name, o.id IN (SELECT s.project_id FROM case_signatures s JOIN projects x ON x.id = s.project_id WHERE s.window_days = ${COMPARED}
           AND x.account_scope_id = (SELECT account_scope_id FROM projects WHERE id = $1)) AS signed
         FROM projects o JOIN projects p ON p.account_scope_id = o.account_scope_id AND p.id <> o.id WHERE p.id = $1),
       open AS MATERIALIZED (
         SELECT id, category, status, created_at, evidence_gate_status, evidence_gate_reason, evidence_count, evidence_quality_score
         FROM recommendations_v2 WHERE project_id = $1 AND episode_ended_at IS NULL)
       SELECT
         (SELECT max(snapshot_date)::text FROM project_snapshots WHERE project_id = $1) AS newest_snapshot,
         (SELECT jsonb_agg(jsonb_build_object('window_days', w.days, 'count', (SELECT count(*) FROM project_snapshots
            WHERE project_id = $1 AND snapshot_date > $2::date - w.days AND snapshot_date <= $2::date)) ORDER BY w.days)
          FROM unnest($3::int[]) AS w (days)) AS snapshots,
         (SELECT count(*)::int FROM project_snapshots WHERE project_id = $1 AND snapshot_date > $2::date - ${COMPARED}
            AND snapshot_date <= $2::date AND NOT publishable) AS unpublishable_snapshots_14d,
         coalesce((SELECT jsonb_agg(jsonb_build_object('risk_type', risk_type, 'status', status, 'p7', p7, 'publishable', publishable,
            'evidence', jsonb_array_length(evidence_refs), 'generated_at', generated_at) ORDER BY risk_type)
          FROM kag_risk_forecasts WHERE project_id = $1), '[]') AS forecasts,
         (SELECT count(*)::int FROM open WHERE evidence_gate_status = 'shown') AS shown_recommendations,
         coalesce((SELECT jsonb_agg(jsonb_build_object('category', category, 'reason', evidence_gate_reason,
            'evidence', evidence_count, 'quality', evidence_quality_score) ORDER BY category)
          FROM open WHERE evidence_gate_status = 'hidden'), '[]') AS hidden_recommendations,
         coalesce((SELECT jsonb_agg(DISTINCT o.risk_type) FROM risk_onsets o
          WHERE o.project_id = $1 AND o.ended IS NULL AND o.source = 'rule' AND NOT EXISTS (
            SELECT FROM recommendations_v2 r JOIN jsonb_each($4::jsonb) AS m (category, risk) ON m.category = r.category
            WHERE r.project_id = $1 AND m.risk = to_jsonb(o.risk_type)
              AND (r.episode_ended_at IS NULL OR r.episode_ended_at >= o.began OR r.resolution IS NOT NULL))), '[]') AS unadvised_risks,
         coalesce((SELECT jsonb_agg(jsonb_build_object('id', id, 'created_at', created_at) ORDER BY created_at, id)
          FROM (SELECT id, created_at FROM open WHERE evidence_gate_status = 'shown' AND status = 'new'
                ORDER BY created_at, id LIMIT 5) untouched), '[]') AS oldest_new,
         coalesce((SELECT jsonb_agg(DISTINCT window_days) FROM case_signatures WHERE project_id = $1), '[]') AS signatures,
         (SELECT count(*)::int FROM others) AS others,
         (SELECT count(*)::int FROM others WHERE signed) AS others_with_signature,
         coalesce((SELECT jsonb_agg(jsonb_build_object('id', id, 'name', name) ORDER BY name)
          FROM (SELECT id, name FROM others WHERE NOT signed ORDER BY name, id LIMIT 5) without), '[]') AS others_without`,
      [projectId, today, WINDOWS, JSON.stringify(RISK_OF_CATEGORY)],
    );
    if (!row) throw new Error('counting gives a row');
    return row;
  }
}
