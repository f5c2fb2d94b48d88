import { Injectable } from '@nestjs/common';
import { Database, toJsonb, type Sql, type Tx } from '../database/index.js';
import type { EvidenceRef } from '../kag-events/index.js';
import type { Onset } from './domain/onsets/onset.js';
import { OUTCOME_TYPES, type OutcomeType } from './domain/outcome-types.js';

/** An onset of a project's risk. */
export interface ProjectOnset extends Onset {
  project_id: string;
  risk_type: OutcomeType;
  /** Of the day on which it began. */
  evidence_refs: EvidenceRef[];
}

/** An onset as it is stored. */
export type StoredOnset = ProjectOnset & { computed_at: Date };

/** A project's onsets of each risk, oldest first. */
export type OnsetsByRisk = Record<OutcomeType, Onset[]>;

/** Where a list of onsets goes on: after this one. */
export type OnsetPosition = Pick<ProjectOnset, 'began' | 'risk_type'>;

const FIGURES = `project_id, risk_type, to_char(began, 'YYYY-MM-DD') AS began, to_char(known, 'YYYY-MM-DD') AS known,
  to_char(ended, 'YYYY-MM-DD') AS ended, source, severity`;

@Injectable()
export class OnsetsRepository {
  constructor(private readonly database: Database) {}

  /** The onsets of these projects, each of which has an entry. One statement. */
  async of(projectIds: readonly string[], db: Sql = this.database): Promise<Map<string, OnsetsByRisk>> {
    const rows = await db.query<Omit<ProjectOnset, 'evidence_refs'>>(
      `SELECT ${FIGURES} FROM risk_onsets o WHERE project_id = ANY ($1::uuid[]) ORDER BY project_id, o.began, risk_type`,
      [projectIds],
    );
    const onsets = new Map(projectIds.map((id) => [id, noOnsets()]));
    for (const { project_id, risk_type, ...onset } of rows) onsets.get(project_id)?.[risk_type].push(onset);
    return onsets;
  }

  /** Those of these projects' onsets that go on, with their evidence, by project. One statement. */
  async openOf(projectIds: readonly string[]): Promise<Map<string, ProjectOnset[]>> {
    const rows = await this.database.query<ProjectOnset>(
      `SELECT ${FIGURES}, evidence_refs FROM risk_onsets o
       WHERE project_id = ANY ($1::uuid[]) AND o.ended IS NULL ORDER BY project_id, o.began, risk_type`,
      [projectIds],
    );
    return Map.groupBy(rows, ({ project_id }) => project_id);
  }

  /** A project's onsets, newest first. */
  async list(
    projectId: string,
    risk: OutcomeType | undefined,
    limit: number,
    after: OnsetPosition | null,
  ): Promise<StoredOnset[]> {
    return this.database.query(
      `SELECT ${FIGURES}, evidence_refs, computed_at FROM risk_onsets o
       WHERE project_id = $1
         AND ($2::text IS NULL OR risk_type = $2)
         AND ($3::date IS NULL OR (o.began, o.risk_type) < ($3, $4))
       ORDER BY o.began DESC, o.risk_type DESC LIMIT $5`,
      [projectId, risk ?? null, after?.began ?? null, after?.risk_type ?? null, limit],
    );
  }

  /**
   * The days on which these projects were over by this day; null: they go on, also where an end is planned. Nothing
   * else computes their onsets until the transaction ends.
   */
  async lockEnds(tx: Tx, projectIds: readonly string[], day: string): Promise<Map<string, string | null>> {
    const rows = await tx.query<{ id: string; ended_on: string | null }>(
      `SELECT id, CASE WHEN ended_on <= $2::date THEN to_char(ended_on, 'YYYY-MM-DD') END AS ended_on FROM projects
       WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE`,
      [projectIds, day],
    );
    return new Map(rows.map(({ id, ended_on }) => [id, ended_on]));
  }

  /**
   * Makes these the onsets of these projects, and touches only what differs. Two statements; returns the rows touched.
   */
  async replace(tx: Tx, projectIds: readonly string[], onsets: readonly ProjectOnset[]): Promise<number> {
    const given = `jsonb_to_recordset($1::jsonb) AS r (project_id uuid, risk_type text, began date, known date, ended date,
      source text, severity integer, evidence_refs jsonb)`;
    const sent = toJsonb(onsets);
    const gone = await tx.run(
      `DELETE FROM risk_onsets o WHERE o.project_id = ANY ($2::uuid[])
         AND NOT (o.project_id, o.risk_type, o.began) IN (SELECT r.project_id, r.risk_type, r.began FROM ${given})`,
      [sent, projectIds],
    );
    if (onsets.length === 0) return gone.affected;
    const put = await tx.run(
      // In order, so that two runs over the same projects wait for each other instead of locking each other out.
      `INSERT INTO risk_onsets AS o (project_id, risk_type, began, known, ended, source, severity, evidence_refs)
       SELECT r.* FROM ${given} ORDER BY r.project_id, r.risk_type, r.began
       ON CONFLICT (project_id, risk_type, began) DO UPDATE SET known = excluded.known, ended = excluded.ended,
         source = excluded.source, severity = excluded.severity, evidence_refs = excluded.evidence_refs,
         computed_at = excluded.computed_at
       WHERE (o.known, o.ended, o.source, o.severity, o.evidence_refs)
         IS DISTINCT FROM (excluded.known, excluded.ended, excluded.source, excluded.severity, excluded.evidence_refs)`,
      [sent],
    );
    return gone.affected + put.affected;
  }
}

const noOnsets = (): OnsetsByRisk =>
  Object.fromEntries(OUTCOME_TYPES.map((risk) => [risk, []])) as unknown as OnsetsByRisk;
