import { Injectable } from '@nestjs/common';
import { toJsonb, type Tx } from '../database/index.js';
import type { Content } from './domain/compose.js';
import type { OpenEpisode } from './domain/episodes.js';
import type { Status } from './domain/lifecycle.js';

/** An open episode of one of several projects. */
export type LockedEpisode = OpenEpisode & { project_id: string };
export type NewContent = Content & { project_id: string };

/** What a refresh reads and writes: a constant number of statements, however many projects and recommendations. */
@Injectable()
export class RecommendationsRepository {
  /** The episodes of these projects that are not over. Nobody else moves them until `tx` ends. */
  async lockOpen(tx: Tx, projectIds: readonly string[]): Promise<LockedEpisode[]> {
    // In one order for all, so that refreshes that meet wait for each other and never in a circle.
    return tx.query<LockedEpisode>(
      `SELECT project_id, id, category, status, condition_gone_since FROM recommendations_v2
       WHERE project_id = ANY ($1::uuid[]) AND episode_ended_at IS NULL ORDER BY project_id, category FOR UPDATE`,
      [projectIds],
    );
  }

  /** Ends episodes, each with the status that its recommendation has then. */
  async end(tx: Tx, ended: readonly { project_id: string; id: string; status: Status }[], now: Date): Promise<void> {
    if (ended.length === 0) return;
    await tx.run(
      `UPDATE recommendations_v2 r SET status = n.status, episode_ended_at = $2, updated_at = $2
       FROM jsonb_to_recordset($1::jsonb) AS n (project_id uuid, id uuid, status text)
       WHERE r.project_id = n.project_id AND r.id = n.id`,
      [toJsonb(ended), now],
    );
  }

  /** Notes that the conditions of these do not hold from now on. */
  async pause(tx: Tx, paused: readonly { project_id: string; id: string }[], now: Date): Promise<void> {
    if (paused.length === 0) return;
    await tx.run(
      `UPDATE recommendations_v2 r SET condition_gone_since = $2, updated_at = $2
       FROM jsonb_to_recordset($1::jsonb) AS n (project_id uuid, id uuid) WHERE r.project_id = n.project_id AND r.id = n.id`,
      [toJsonb(paused), now],
    );
  }

  /**
   * Puts what is said now in place of what was said; status, due date and all that people did stay. A phrasing goes with
   * the words that it was made of.
   */
  async goOn(tx: Tx, going: readonly (NewContent & { id: string })[], now: Date): Promise<void> {
    if (going.length === 0) return;
    await tx.run(
      `UPDATE recommendations_v2 r SET priority = n.priority, owner_role = n.owner_role, title = n.title,
         rationale = n.rationale, why_now = n.why_now, expected_impact = n.expected_impact, evidence_refs = n.evidence_refs,
         links = n.links, suggested_template_key = n.suggested_template_key, suggested_template = n.suggested_template,
         signal_snapshot = n.signal_snapshot, forecast_snapshot = n.forecast_snapshot, evidence_count = n.evidence_count,
         evidence_quality_score = n.evidence_quality_score, evidence_gate_status = n.evidence_gate_status,
         evidence_gate_reason = n.evidence_gate_reason, condition_gone_since = NULL, updated_at = $2,
         phrasing = CASE WHEN (r.title, r.rationale, r.why_now, r.suggested_template)
           = (n.title, n.rationale, n.why_now, n.suggested_template) THEN r.phrasing END
       FROM jsonb_to_recordset($1::jsonb) AS n (project_id uuid, id uuid, priority int, owner_role text, title text,
         rationale text, why_now text, expected_impact text, evidence_refs jsonb, links jsonb, suggested_template_key text,
         suggested_template text, signal_snapshot jsonb, forecast_snapshot jsonb, evidence_count int,
         evidence_quality_score float8, evidence_gate_status text, evidence_gate_reason text)
       WHERE r.project_id = n.project_id AND r.id = n.id`,
      [toJsonb(going), now],
    );
  }

  /** Begins episodes, but for those that another refresh has begun; returns the new ones' projects. */
  async begin(tx: Tx, begun: readonly NewContent[], now: Date): Promise<{ project_id: string }[]> {
    if (begun.length === 0) return [];
    return tx.query<{ project_id: string }>(
      `INSERT INTO recommendations_v2 (project_id, category, priority, due_date, owner_role, title, rationale, why_now,
         expected_impact, evidence_refs, links, suggested_template_key, suggested_template, signal_snapshot,
         forecast_snapshot, evidence_count, evidence_quality_score, evidence_gate_status, evidence_gate_reason,
         episode_started_at, created_at, updated_at)
       SELECT n.*, $2::timestamptz, $2::timestamptz, $2::timestamptz
       FROM jsonb_to_recordset($1::jsonb) AS n (project_id uuid, category text, priority int, due_date date, owner_role text,
         title text, rationale text, why_now text, expected_impact text, evidence_refs jsonb, links jsonb,
         suggested_template_key text, suggested_template text, signal_snapshot jsonb, forecast_snapshot jsonb,
         evidence_count int, evidence_quality_score float8, evidence_gate_status text, evidence_gate_reason text)
       ORDER BY n.project_id, n.category
       ON CONFLICT (project_id, category) WHERE episode_ended_at IS NULL DO NOTHING
       RETURNING project_id`,
      [toJsonb(begun), now],
    );
  }
}
