import { Injectable } from '@nestjs/common';
import { byProject, Database, toJsonb, type Held, type Tx } from '../database/index.js';
import { counts } from '../kag-events/index.js';
import { RecordTables } from '../source-records/index.js';

/** Days without anything after which a project whose deals are closed is over. */
export const QUIET_DAYS = 21;

/** Since when a project was over at a moment, `YYYY-MM-DD`; null where it went on. */
export type EndAt = (projectId: string, moment: Date) => string | null;

/** When projects were over: by a person's word, or because their deals are closed and nothing happens any more. */
@Injectable()
export class ProjectEndsRepository {
  constructor(
    private readonly database: Database,
    private readonly records: RecordTables,
  ) {}

  /**
   * How these projects stood at these moments, as far as deals and log tell them today. By the rule a project is over
   * from the day on that comes three weeks after the last thing that happened, so that its days until then stay what
   * they were, and goes on when something happens again. One statement.
   */
  async at(projectIds: readonly string[], moments: readonly Date[]): Promise<EndAt> {
    const times = moments.map((moment) => moment.toISOString());
    const rows = await byProject(this.database, projectIds, (ids, held) =>
      this.database.query<{ project_id: string; as_of: Date; ended_on: string }>(endsBy(this.records.deals(), held), [
        ids,
        times,
        QUIET_DAYS,
      ]),
    );
    const ends = new Map(rows.map((row) => [`${row.project_id} ${row.as_of.getTime()}`, row.ended_on]));
    return (projectId, moment) => ends.get(`${projectId} ${moment.getTime()}`) ?? null;
  }

  /**
   * Keeps how the rule finds these projects now, where people don't say it. Writes only what differs. One statement.
   */
  async keep(tx: Tx, found: readonly { project_id: string; ended_on: string | null }[]): Promise<void> {
    await tx.run(
      // Locked in order, so that two runs over the same projects wait for each other instead of locking each other out.
      `WITH other AS (
         SELECT p.id, r.ended_on
         FROM jsonb_to_recordset($1::jsonb) AS r (project_id uuid, ended_on date) JOIN projects p ON p.id = r.project_id
         WHERE p.ended_by IS DISTINCT FROM 'person' AND p.ended_on IS DISTINCT FROM r.ended_on
         ORDER BY p.id FOR NO KEY UPDATE OF p)
       UPDATE projects p SET ended_on = other.ended_on, ended_by = CASE WHEN other.ended_on IS NOT NULL THEN 'rule' END
       FROM other WHERE p.id = other.id`,
      [toJsonb(found.map(({ project_id, ended_on }) => ({ project_id, ended_on })))],
    );
  }
}

/** A silence that the server found is nothing that happened. */
const endsBy = (deals: string, held: Held): string => `
  WITH wanted AS MATERIALIZED (
    SELECT p.id AS project_id, p.ended_on, p.ended_by, m.as_of, (m.as_of AT TIME ZONE 'UTC')::date AS day
    FROM projects p CROSS JOIN (SELECT DISTINCT unnest($2::timestamptz[]) AS as_of) AS m
    WHERE p.id = ANY ($1::uuid[])),
  closed AS MATERIALIZED (
    SELECT w.project_id, w.as_of, w.day, max(coalesce(d.closed_at, d.opened_at)) AS at
    FROM wanted w
    JOIN ${deals} d ON d.project_id = w.project_id AND d.deleted_at IS NULL AND d.opened_at <= w.as_of
      ${held('d.project_id', '$1')}
    WHERE w.ended_by IS DISTINCT FROM 'person'
    GROUP BY w.project_id, w.as_of, w.day
    HAVING bool_and(d.status <> 'open' AND coalesce(d.closed_at, '-infinity') <= w.as_of)),
  quiet AS (
    SELECT c.project_id, c.as_of, c.day, (greatest(c.at, last.occurred_at) AT TIME ZONE 'UTC')::date + $3::int AS ended_on
    FROM closed c LEFT JOIN LATERAL (
      SELECT e.occurred_at FROM kag_event_log e
      WHERE e.project_id = c.project_id AND e.occurred_at <= c.as_of
        AND e.event_type <> 'client_silent_started' AND ${counts('e')} ${held('e.project_id', '$1')}
      ORDER BY e.occurred_at DESC, e.id DESC LIMIT 1) AS last ON true)
  SELECT project_id, as_of, to_char(ended_on, 'YYYY-MM-DD') AS ended_on FROM quiet WHERE ended_on <= day
  UNION ALL
  SELECT project_id, as_of, to_char(ended_on, 'YYYY-MM-DD') FROM wanted WHERE ended_by = 'person' AND ended_on <= day`;
