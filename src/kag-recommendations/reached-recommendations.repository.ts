import { Injectable } from '@nestjs/common';
import type { Locale } from '../common/locale.js';
import { hasLeaving } from '../connectors/index.js';
import { Database, type Sql, type Tx } from '../database/index.js';
import type { Resolution, Status } from './domain/lifecycle.js';
import type { Recommendation } from './recommendation.entity.js';

/** The recommendations that a request is about: one project's, or those of all projects of its account scope. */
export interface Reach {
  account_scope_id: string;
  /** null: all projects of the scope. */
  project_id: string | null;
}

export interface RecommendationFilter {
  status?: Status | undefined;
  include_hidden: boolean;
}

/** A recommendation with what its project says of itself. */
export type Reached = Omit<Recommendation, 'peak_strength' | 'settled_strength'> & {
  project_name: string;
  project_locale: Locale | null;
  project_time_zone: string | null;
};
type Key = Pick<Recommendation, 'project_id' | 'id'>;

/** What a person makes of it. */
export interface Move {
  status: Status;
  /** For one that is snoozed. */
  until: string | null;
  /** For one that is done or dismissed. */
  resolution: Resolution | null;
  note: string | null;
}

const REACHED = `p.account_scope_id = $1 AND ($2::uuid IS NULL OR p.id = $2) AND NOT ${hasLeaving('p.id')}`;
const SHOWN = `r.project_id, p.name AS project_name, p.locale AS project_locale, p.time_zone AS project_time_zone, r.id, r.category, r.cause, r.priority,
  to_char(r.due_date, 'YYYY-MM-DD') AS due_date, r.owner_role, r.assignee, r.status,
  to_char(r.snoozed_until, 'YYYY-MM-DD') AS snoozed_until, r.resolution, r.resolution_note, r.reopened_at, r.reopened_reason,
  r.figures, r.strength, r.evidence_refs, r.links, r.suggested_template_key, r.phrasing, r.signal_snapshot,
  r.forecast_snapshot, r.helpful_feedback, r.feedback_note, r.evidence_count, r.evidence_quality_score,
  r.evidence_gate_status, r.evidence_gate_reason, r.shown_count, r.first_shown_at, r.last_shown_at, r.acknowledged_at,
  r.completed_at, r.dismissed_at, r.episode_started_at, r.condition_gone_since, r.episode_ended_at, r.created_at, r.updated_at`;

/** Recommendations as people reach them. */
@Injectable()
export class ReachedRecommendationsRepository {
  constructor(private readonly database: Database) {}

  /** The newest first, after the one that `after` names. */
  async list(reach: Reach, filter: RecommendationFilter, limit: number, after: Key | null): Promise<Reached[]> {
    // A walk of each project's index, of a page at most: the cost is the page's and not the history's.
    return this.database.query<Reached>(
      `SELECT ${SHOWN} FROM projects p CROSS JOIN LATERAL (
         SELECT * FROM recommendations_v2
         WHERE project_id = p.id AND ($3::text IS NULL OR status = $3) AND ($4 OR evidence_gate_status = 'shown')
           AND ($5::uuid IS NULL OR (created_at, id) <
             (SELECT l.created_at, l.id FROM recommendations_v2 l JOIN projects lp ON lp.id = l.project_id
             WHERE lp.account_scope_id = $1 AND l.project_id = $5 AND l.id = $6))
         ORDER BY created_at DESC, id DESC LIMIT $7) r
       WHERE ${REACHED} ORDER BY r.created_at DESC, r.id DESC LIMIT $7`,
      [
        reach.account_scope_id,
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
  async markShown(sql: Sql, reach: Reach, ids: readonly string[], now: Date): Promise<number> {
    // Locked in the order in which refreshes lock: else the two could wait for each other for ever.
    const { affected } = await sql.run(
      `WITH seen AS (
         SELECT r.project_id, r.id FROM recommendations_v2 r JOIN projects p ON p.id = r.project_id
         WHERE ${REACHED} AND r.id = ANY ($3::uuid[]) ORDER BY r.project_id, r.category, r.id FOR UPDATE OF r)
       UPDATE recommendations_v2 r
       SET shown_count = r.shown_count + 1, first_shown_at = coalesce(r.first_shown_at, $4), last_shown_at = $4
       FROM seen WHERE r.project_id = seen.project_id AND r.id = seen.id`,
      [reach.account_scope_id, reach.project_id, ids, now],
    );
    return affected;
  }

  /** The recommendation, which nobody else changes until `tx` ends; null when it is out of reach. */
  async lock(tx: Tx, reach: Reach, id: string): Promise<Reached | null> {
    const [row] = await tx.query<Reached>(
      `SELECT ${SHOWN} FROM recommendations_v2 r JOIN projects p ON p.id = r.project_id
       WHERE ${REACHED} AND r.id = $3 FOR UPDATE OF r`,
      [reach.account_scope_id, reach.project_id, id],
    );
    return row ?? null;
  }

  /**
   * Moves it to a status that a person chose, with the time of each. How strong it is then is kept of one that is put away,
   * and is what it has to get worse than; one that is taken up again is neither done nor dismissed nor snoozed.
   */
  async setStatus(
    tx: Tx,
    { project_id, id }: Key,
    { status, until, resolution, note }: Move,
    now: Date,
  ): Promise<void> {
    await tx.run(
      `UPDATE recommendations_v2 SET status = $3::text, updated_at = $4::timestamptz,
         acknowledged_at = CASE WHEN $3::text = 'acknowledged' THEN $4::timestamptz ELSE acknowledged_at END,
         completed_at = CASE WHEN $3::text = 'done' THEN $4::timestamptz END,
         dismissed_at = CASE WHEN $3::text = 'dismissed' THEN $4::timestamptz END,
         settled_strength = CASE WHEN $3::text <> 'acknowledged' THEN strength END,
         snoozed_until = $5::date, resolution = $6, resolution_note = $7
       WHERE project_id = $1 AND id = $2`,
      [project_id, id, status, now, until, resolution, note],
    );
  }

  /** Says who does it and until when; what is undefined stays. */
  async assign(
    tx: Tx,
    { project_id, id, assignee, due_date }: Reached,
    wanted: { assignee?: string | null | undefined; due_date?: string | undefined },
    now: Date,
  ): Promise<void> {
    const who = wanted.assignee === undefined ? assignee : wanted.assignee;
    await tx.run(
      `UPDATE recommendations_v2 SET assignee = $3, due_date = $4::date, updated_at = $5 WHERE project_id = $1 AND id = $2`,
      [project_id, id, who, wanted.due_date ?? due_date, now],
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
