import type { GaugeDefinitions } from '../metrics/index.js';

/** Of the recommendations that people see now: those of open episodes with enough evidence. */
export function defineRecommendationGauges(gauges: GaugeDefinitions): void {
  const seen = `recommendations_v2 WHERE episode_ended_at IS NULL AND evidence_gate_status = 'shown'`;
  const oldestNew = `extract(epoch FROM now() - min(coalesce(reopened_at, created_at)) FILTER (WHERE status = 'new'))::float8`;
  gauges.define({
    labels: ['status'],
    sql: `SELECT status, count(r.status)::int AS recommendations
          FROM unnest(ARRAY['new', 'acknowledged', 'snoozed', 'done', 'dismissed']) AS status LEFT JOIN (SELECT status FROM ${seen}) r USING (status)
          GROUP BY status`,
    perProject: `SELECT project_id AS project, status, count(*)::int AS recommendations FROM ${seen} GROUP BY project_id, status`,
    gauges: [
      {
        name: 'kag_recommendations',
        help: 'Recommendations that are shown and hold now, by status',
        column: 'recommendations',
      },
    ],
  });
  gauges.define({
    labels: [],
    sql: `SELECT coalesce(avg((status = 'new')::int), 0)::float8 AS new_ratio FROM ${seen}`,
    gauges: [
      {
        name: 'kag_recommendations_new_ratio',
        help: 'Part of the shown recommendations that nobody has touched',
        column: 'new_ratio',
      },
    ],
  });
  gauges.define({
    labels: [],
    sql: `SELECT coalesce(${oldestNew}, 0) AS oldest FROM ${seen}`,
    perProject: `SELECT project_id AS project, ${oldestNew} AS oldest FROM ${seen} GROUP BY project_id`,
    gauges: [
      {
        name: 'kag_recommendations_oldest_new_seconds',
        help: 'Age of the oldest shown recommendation that nobody has touched; 0 without any',
        column: 'oldest',
      },
    ],
  });
}
