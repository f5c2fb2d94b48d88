import { Injectable } from '@nestjs/common';
import type { Locale } from '../common/locale.js';
import { hasLeaving } from '../connectors/index.js';
import { Database, toJsonb, type Sql, type Tx } from '../database/index.js';
import type { Decided, Replaced } from './domain/decided.js';
import type { Status } from './domain/lifecycle.js';
import type { Recommendation } from './recommendation.entity.js';

/** The recommendations that a request is about: one project's, or those of all projects of account scopes. */
export interface RecommendationReach {
  account_scope_ids: readonly string[];
  /** null: all projects of the scopes. */
  project_id: string | null;
}

export interface RecommendationFilter {
  status?: Status | undefined;
  include_hidden: boolean;
}

/** A recommendation with what its project says of itself. */
export type ReachedRecommendation = Omit<Recommendation, 'peak_strength' | 'false_alarm_on'> & {
  account_scope_id: string;
  project_name: string;
  project_locale: Locale | null;
  project_time_zone: string | null;
};
export type Key = Pick<Recommendation, 'project_id' | 'id'>;

/** What is to hold of a recommendation, and what that replaces; null: nothing that could be taken back. */
export type RecommendationChange = Key & Decided & { replaced: Replaced | null };

const DECIDED = `status text, snoozed_until date, resolution text, resolution_note text, assignee text, due_date date,
  acknowledged_at timestamptz, completed_at timestamptz, dismissed_at timestamptz, settled_strength float8, replaced jsonb`;
const NAMES = DECIDED.split(',').map((column) => column.trim().split(' ')[0]);

/** $1 and $2 are a reach. */
export const REACHED = `p.account_scope_id = ANY ($1::uuid[]) AND ($2::uuid IS NULL OR p.id = $2) AND NOT ${hasLeaving('p.id')}`;
const SHOWN = `r.project_id, p.account_scope_id, p.name AS project_name, p.locale AS project_locale, p.time_zone AS project_time_zone, r.id, r.category, r.cause, r.priority,
  to_char(r.due_date, 'YYYY-MM-DD') AS due_date, r.owner_role, r.assignee, r.status,
  to_char(r.snoozed_until, 'YYYY-MM-DD') AS snoozed_until, r.resolution, r.resolution_note, r.settled_strength, r.replaced, r.reopened_at, r.reopened_reason,
  r.figures, r.strength, r.evidence_refs, r.links, r.suggested_template_key, r.phrasing, r.signal_snapshot,
  r.forecast_snapshot, r.helpful_feedback, r.feedback_note, r.evidence_count, r.evidence_quality_score,
  r.evidence_gate_status, r.evidence_gate_reason, r.shown_count, r.first_shown_at, r.last_shown_at, r.acknowledged_at,
  r.completed_at, r.dismissed_at, r.episode_started_at, r.condition_gone_since, r.episode_ended_at, r.created_at, r.updated_at`;

/** Recommendations as people reach them. */
@Injectable()
export class ReachedRecommendationsRepository {
  constructor(private readonly database: Database) {}

  /** The newest first, after the one that `after` names. */
  async list(
    reach: RecommendationReach,
    filter: RecommendationFilter,
    limit: number,
    after: Key | null,
  ): Promise<ReachedRecommendation[]> {
    // A walk of each project's index, of a page at most: the cost is the page's and not the history's.
    return this.database.query<ReachedRecommendation>(
      `SELECT ${SHOWN} FROM projects p CROSS JOIN LATERAL (
         SELECT * FROM recommendations_v2
         WHERE project_id = p.id AND ($3::text IS NULL OR status = $3) AND ($4 OR evidence_gate_status = 'shown')
           AND ($5::uuid IS NULL OR (created_at, id) <
             (SELECT l.created_at, l.id FROM recommendations_v2 l JOIN projects lp ON lp.id = l.project_id
             WHERE lp.account_scope_id = ANY ($1::uuid[]) AND l.project_id = $5 AND l.id = $6))
         ORDER BY created_at DESC, id DESC LIMIT $7) r
       WHERE ${REACHED} ORDER BY r.created_at DESC, r.id DESC LIMIT $7`,
      [
        reach.account_scope_ids,
        reach.project_id,
        filter.status ?? null,
        filter.include_hidden,
        after?.project_id ?? null,
        after?.id ?? null,
        limit,
      ],
    );
  }

  /** Counts that these were shown; returns how many of them there are. */
  async markShown(sql: Sql, reach: RecommendationReach, ids: readonly string[], now: Date): Promise<number> {
    // Locked in the order in which refreshes lock: else the two could wait for each other for ever.
    const { affected } = await sql.run(
      `WITH seen AS (
         SELECT r.project_id, r.id FROM recommendations_v2 r JOIN projects p ON p.id = r.project_id
         WHERE ${REACHED} AND r.id = ANY ($3::uuid[]) ORDER BY r.project_id, r.category, r.id FOR UPDATE OF r)
       UPDATE recommendations_v2 r
       SET shown_count = r.shown_count + 1, first_shown_at = coalesce(r.first_shown_at, $4), last_shown_at = $4
       FROM seen WHERE r.project_id = seen.project_id AND r.id = seen.id`,
      [reach.account_scope_ids, reach.project_id, ids, now],
    );
    return affected;
  }

  /** Those of the recommendations that are within reach. */
  async find(reach: RecommendationReach, ids: readonly string[]): Promise<ReachedRecommendation[]> {
    return this.database.query<ReachedRecommendation>(
      `SELECT ${SHOWN} FROM recommendations_v2 r JOIN projects p ON p.id = r.project_id WHERE ${REACHED} AND r.id = ANY ($3::uuid[])`,
      [reach.account_scope_ids, reach.project_id, ids],
    );
  }

  /** The same, by id; other transactions wait with changes of them until `tx` ends. */
  async lock(tx: Tx, reach: RecommendationReach, ids: readonly string[]): Promise<Map<string, ReachedRecommendation>> {
    // Locked in the order in which refreshes lock, as above.
    const rows = await tx.query<ReachedRecommendation>(
      `SELECT ${SHOWN} FROM recommendations_v2 r JOIN projects p ON p.id = r.project_id
       WHERE ${REACHED} AND r.id = ANY ($3::uuid[]) ORDER BY r.project_id, r.category, r.id FOR UPDATE OF r`,
      [reach.account_scope_ids, reach.project_id, ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /**
   * Puts what people decide in place of what they had decided, and keeps the day of a false alarm until they say
   * something else. One statement.
   */
  async decide(tx: Tx, changes: readonly RecommendationChange[], now: Date): Promise<void> {
    if (changes.length === 0) return;
    await tx.run(
      `UPDATE recommendations_v2 r SET ${NAMES.map((name) => `${name} = n.${name}`).join(', ')}, updated_at = $2,
         false_alarm_on = CASE WHEN n.resolution IS NOT DISTINCT FROM r.resolution THEN r.false_alarm_on
           WHEN n.resolution = 'false_alarm'
           THEN (coalesce(n.completed_at, n.dismissed_at, $2::timestamptz) AT TIME ZONE 'UTC')::date END
       FROM jsonb_to_recordset($1::jsonb) AS n (project_id uuid, id uuid, ${DECIDED})
       WHERE r.project_id = n.project_id AND r.id = n.id`,
      [toJsonb(changes), now],
    );
  }

  /** Puts a person's word in place of the one before. */
  async setFeedback(tx: Tx, { project_id, id }: Key, helpful: boolean, note: string | null, now: Date): Promise<void> {
    await tx.run(
      `UPDATE recommendations_v2 SET helpful_feedback = $3, feedback_note = $4, updated_at = $5 WHERE project_id = $1 AND id = $2`,
      [project_id, id, helpful, note, now],
    );
  }
}
