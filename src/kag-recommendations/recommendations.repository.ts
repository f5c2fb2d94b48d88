import { Injectable } from '@nestjs/common';
import { byProject, toJsonb, type Tx } from '../database/index.js';
import type { Content } from './domain/compose.js';
import type { OpenEpisode } from './domain/episodes.js';
import type { ReopenedReason, Status } from './domain/lifecycle.js';
import type { Category } from './domain/recommendation.js';

/** An open episode of one of several projects. */
export type LockedEpisode = OpenEpisode & { project_id: string };
interface Key {
  project_id: string;
  id: string;
}
export type NewContent = Content & { project_id: string; due_date: string };
/** What is said now of an episode; `due_date` is for one that is opened again. */
export type NextContent = Content & Key & { reopened_reason: ReopenedReason | null; due_date: string };

/** What each refresh says of a recommendation, as columns. */
const CONTENT = `cause text, priority int, owner_role text, strength float8, figures jsonb, evidence_refs jsonb, links jsonb,
  suggested_template_key text, signal_snapshot jsonb, forecast_snapshot jsonb, evidence_count int,
  evidence_quality_score float8, evidence_gate_status text, evidence_gate_reason text`;
const NAMES = CONTENT.split(',').map((column) => column.trim().split(' ')[0]);

/** What a refresh reads and writes: a constant number of statements, however many projects and recommendations. */
@Injectable()
export class RecommendationsRepository {
  /** The episodes of these projects that are not over. Other transactions wait with changes of them until `tx` ends. */
  async lockOpen(tx: Tx, projectIds: readonly string[]): Promise<LockedEpisode[]> {
    // In one order for all, so that refreshes that meet wait for each other and never in a circle.
    return byProject(tx, projectIds, (ids) =>
      tx.query<LockedEpisode>(
        `SELECT project_id, id, category, status, resolution, to_char(snoozed_until, 'YYYY-MM-DD') AS snoozed_until,
         settled_strength, condition_gone_since
       FROM recommendations_v2
       WHERE project_id = ANY ($1::uuid[]) AND episode_ended_at IS NULL ORDER BY project_id, category FOR UPDATE`,
        [ids],
      ),
    );
  }

  /** Ends episodes, each with the status that its recommendation has then. */
  async end(tx: Tx, ended: readonly (Key & { status: Status })[], now: Date): Promise<void> {
    if (ended.length === 0) return;
    await tx.run(
      `UPDATE recommendations_v2 r SET status = n.status, episode_ended_at = $2, updated_at = $2
       FROM jsonb_to_recordset($1::jsonb) AS n (project_id uuid, id uuid, status text)
       WHERE r.project_id = n.project_id AND r.id = n.id`,
      [toJsonb(ended), now],
    );
  }

  /** Notes that the reasons of these do not hold from now on. */
  async pause(tx: Tx, paused: readonly Key[], now: Date): Promise<void> {
    if (paused.length === 0) return;
    await tx.run(
      `UPDATE recommendations_v2 r SET condition_gone_since = $2, updated_at = $2
       FROM jsonb_to_recordset($1::jsonb) AS n (project_id uuid, id uuid) WHERE r.project_id = n.project_id AND r.id = n.id`,
      [toJsonb(paused), now],
    );
  }

  /**
   * Puts what is said now in place of what was said, where that is anything else. What people did stays, unless it is
   * opened again: then it is new, and due by its new opening or later, as a person had set it.
   */
  async goOn(tx: Tx, going: readonly NextContent[], now: Date): Promise<void> {
    if (going.length === 0) return;
    const set = NAMES.map((name) => `${name} = n.${name}`).join(', ');
    await tx.run(
      `UPDATE recommendations_v2 r SET ${set}, peak_strength = greatest(r.peak_strength, n.strength),
         condition_gone_since = NULL, updated_at = $2,
         status = CASE WHEN n.reopened_reason IS NULL THEN r.status ELSE 'new' END,
         reopened_reason = coalesce(n.reopened_reason, r.reopened_reason),
         reopened_at = CASE WHEN n.reopened_reason IS NULL THEN r.reopened_at ELSE $2 END,
         due_date = CASE WHEN n.reopened_reason IS NULL THEN r.due_date ELSE greatest(r.due_date, n.due_date) END,
         snoozed_until = CASE WHEN n.reopened_reason IS NULL THEN r.snoozed_until END,
         settled_strength = CASE WHEN n.reopened_reason IS NULL THEN r.settled_strength END,
         resolution = CASE WHEN n.reopened_reason IS NULL THEN r.resolution END,
         resolution_note = CASE WHEN n.reopened_reason IS NULL THEN r.resolution_note END,
         completed_at = CASE WHEN n.reopened_reason IS NULL THEN r.completed_at END,
         dismissed_at = CASE WHEN n.reopened_reason IS NULL THEN r.dismissed_at END
       FROM jsonb_to_recordset($1::jsonb) AS n (project_id uuid, id uuid, reopened_reason text, due_date date, ${CONTENT})
       WHERE r.project_id = n.project_id AND r.id = n.id
         AND (n.reopened_reason, r.condition_gone_since, ${NAMES.map((name) => `r.${name}`).join(', ')})
           IS DISTINCT FROM (NULL::text, NULL::timestamptz, ${NAMES.map((name) => `n.${name}`).join(', ')})`,
      [toJsonb(going), now],
    );
  }

  /** Begins episodes, but for those that another refresh has begun; returns the new ones' projects. */
  async begin(tx: Tx, begun: readonly NewContent[], now: Date): Promise<{ project_id: string; category: Category }[]> {
    if (begun.length === 0) return [];
    return tx.query(
      `INSERT INTO recommendations_v2 (project_id, category, due_date, ${NAMES.join(', ')}, peak_strength,
         episode_started_at, created_at, updated_at)
       SELECT n.*, n.strength, $2::timestamptz, $2::timestamptz, $2::timestamptz
       FROM jsonb_to_recordset($1::jsonb) AS n (project_id uuid, category text, due_date date, ${CONTENT})
       ORDER BY n.project_id, n.category
       ON CONFLICT (project_id, category) WHERE episode_ended_at IS NULL DO NOTHING
       RETURNING project_id, category`,
      [toJsonb(begun), now],
    );
  }
}
