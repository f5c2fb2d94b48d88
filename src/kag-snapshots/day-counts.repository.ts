import { Injectable } from '@nestjs/common';
import { Database, itemsByProject, type Held } from '../database/index.js';
import { counts } from '../kag-events/index.js';
import { type ConnectorName, CONNECTORS } from '../projects/index.js';
import { RecordTables } from '../source-records/index.js';
import type { DayCounts } from './domain/snapshot.js';
import { dayParameters, WANTED, type ProjectDay } from './project-day.js';

type EventCounts = Pick<DayCounts, 'events_7d' | 'events_14d' | 'events_30d' | 'events_by_source_14d'>;
type IssueCounts = Pick<DayCounts, 'open_issues' | 'overdue_issues'>;
type Pipeline = Pick<DayCounts, 'pipeline_amount' | 'pipeline_count'>;

/** Counts of many projects' days, each kind in one statement for any number of them. */
@Injectable()
export class DayCountsRepository {
  constructor(
    private readonly database: Database,
    private readonly records: RecordTables,
  ) {}

  /** The counts of every day, in the order of the days. */
  async of(days: readonly ProjectDay[]): Promise<DayCounts[]> {
    return itemsByProject(this.database, days, async (asked, held) => {
      const parameters = dayParameters(asked);
      const events = await this.database.query<EventCounts>(eventsBy(held), parameters);
      const issues = await this.database.query<IssueCounts>(issuesOf(this.records.issues(), held), parameters);
      const deals = await this.database.query<Pipeline>(dealsOf(this.records.deals(), held), parameters);
      return asked.map((_day, i) => ({ ...events[i], ...issues[i], ...deals[i] }) as DayCounts);
    });
  }
}

const eventsOf = (name: ConnectorName): string =>
  `coalesce(sum(i.events) FILTER (WHERE i.edge >= w.as_of - interval '336 hours' AND i.source = '${name}'), 0)`;

/**
 * Windows overlap, so each event is read once, into the interval between two neighbouring edges of its project's
 * windows (binary search in their array), and a window adds up its intervals. An interval begins after its edge and has
 * its end: the array holds the first microsecond after each edge, which is as fine as timestamps are. Hours, since a
 * "day" of PostgreSQL's depends on the session's time zone.
 */
const eventsBy = (held: Held): string => `
  WITH ${WANTED},
  edges AS (
    SELECT DISTINCT w.project_id, w.as_of - make_interval(hours => 24 * days) AS edge
    FROM wanted w CROSS JOIN unnest(ARRAY[0, 7, 14, 30]) AS days),
  spans AS MATERIALIZED (
    SELECT project_id, array_agg(edge ORDER BY edge) AS edges, min(edge) AS first, max(edge) AS last,
      array_agg(edge + interval '1 microsecond' ORDER BY edge) AS starts
    FROM edges GROUP BY project_id),
  intervals AS MATERIALIZED (
    SELECT s.project_id, s.edges[e.nth] AS edge, e.source, e.events
    FROM spans s CROSS JOIN LATERAL (
      SELECT width_bucket(l.occurred_at, s.starts) AS nth, l.source, count(*) AS events
      FROM kag_event_log l
      WHERE l.project_id = s.project_id AND l.occurred_at > s.first AND l.occurred_at <= s.last
        AND ${counts('l')} ${held('l.project_id', '$1')}
      GROUP BY 1, 2) AS e)
  SELECT
    coalesce(sum(i.events) FILTER (WHERE i.edge >= w.as_of - interval '168 hours'), 0)::int AS events_7d,
    coalesce(sum(i.events) FILTER (WHERE i.edge >= w.as_of - interval '336 hours'), 0)::int AS events_14d,
    coalesce(sum(i.events), 0)::int AS events_30d,
    jsonb_build_object(${CONNECTORS.map((name) => `'${name}', ${eventsOf(name)}`).join()}) AS events_by_source_14d
  FROM wanted w
  LEFT JOIN intervals i ON i.project_id = w.project_id AND i.edge >= w.as_of - interval '720 hours' AND i.edge < w.as_of
  GROUP BY w.n ORDER BY w.n`;

/**
 * The rows of a project are read once for all its days. An archived issue is marked as deleted, yet was there until
 * then.
 */
const issuesOf = (issues: string, held: Held): string => `
  WITH ${WANTED},
  issues AS MATERIALIZED (
    SELECT project_id, opened_at, closed_at, due_date COLLATE "C" AS due_date
    FROM ${issues} found
    WHERE project_id IN (SELECT project_id FROM wanted) AND (deleted_at IS NULL OR archived)
      ${held('project_id', '$1')})
  SELECT count(i.opened_at)::int AS open_issues, (count(*) FILTER (WHERE i.due_date < w.day))::int AS overdue_issues
  FROM wanted w
  LEFT JOIN issues i ON i.project_id = w.project_id AND i.opened_at <= w.as_of
    AND (i.closed_at IS NULL OR i.closed_at > w.as_of)
  GROUP BY w.n ORDER BY w.n`;

/** In order of the amounts, since a sum of doubles depends on the order in which they come. */
const dealsOf = (deals: string, held: Held): string => `
  WITH ${WANTED},
  deals AS MATERIALIZED (
    SELECT project_id, opened_at, amount,
      CASE WHEN status = 'open' THEN 'infinity' ELSE coalesce(closed_at, '-infinity') END AS closed_at
    FROM ${deals} found
    WHERE project_id IN (SELECT project_id FROM wanted) AND deleted_at IS NULL ${held('project_id', '$1')})
  SELECT coalesce(sum(d.amount ORDER BY d.amount), 0)::float8 AS pipeline_amount, count(d.opened_at)::int AS pipeline_count
  FROM wanted w
  LEFT JOIN deals d ON d.project_id = w.project_id AND d.opened_at <= w.as_of AND d.closed_at > w.as_of
  GROUP BY w.n ORDER BY w.n`;
