import { Injectable } from '@nestjs/common';
import { Database, toJsonb, type Tx } from '../database/index.js';
import type { EvidenceRef } from '../kag-events/index.js';
import type { OutcomeType } from './domain/outcome-types.js';
import type { Outcome } from './domain/outcomes.js';
import type { ProjectDay } from './project-day.js';

export interface DatedOutcome extends Outcome {
  project_id: string;
  /** UTC day, YYYY-MM-DD. */
  occurred_on: string;
}

/** An outcome as it is stored. */
export type StoredOutcome = DatedOutcome & { source: 'snapshot'; computed_at: Date };

/** Where a list of outcomes goes on: after this one. */
export type OutcomePosition = Pick<StoredOutcome, 'occurred_on' | 'outcome_type'>;

const COLUMNS = `project_id, to_char(occurred_on, 'YYYY-MM-DD') AS occurred_on, outcome_type, severity, reason,
  evidence_refs, source, computed_at`;

@Injectable()
export class OutcomesRepository {
  constructor(private readonly database: Database) {}

  /** Makes these the outcomes of these days: others that the days had are gone, equal ones stay. Two statements. */
  async replace(tx: Tx, days: readonly ProjectDay[], outcomes: readonly DatedOutcome[]): Promise<void> {
    await tx.run(
      `DELETE FROM past_case_outcomes o USING unnest($1::uuid[], $2::date[]) AS d (project_id, day)
       WHERE o.project_id = d.project_id AND o.occurred_on = d.day
         AND NOT (o.project_id, o.occurred_on, o.outcome_type) IN (SELECT * FROM unnest($3::uuid[], $4::date[], $5::text[]))`,
      [
        days.map((one) => one.project_id),
        days.map((one) => one.day),
        outcomes.map((one) => one.project_id),
        outcomes.map((one) => one.occurred_on),
        outcomes.map((one) => one.outcome_type),
      ],
    );
    if (outcomes.length === 0) return;
    await tx.run(
      `INSERT INTO past_case_outcomes AS o (project_id, occurred_on, outcome_type, severity, reason, evidence_refs)
       SELECT r.* FROM jsonb_to_recordset($1::jsonb) AS r (project_id uuid, occurred_on date, outcome_type text,
         severity integer, reason jsonb, evidence_refs jsonb)
       ORDER BY r.project_id, r.occurred_on, r.outcome_type
       ON CONFLICT (project_id, occurred_on, outcome_type) DO UPDATE SET severity = excluded.severity, reason = excluded.reason,
         evidence_refs = excluded.evidence_refs, computed_at = excluded.computed_at
       WHERE (o.severity, o.reason, o.evidence_refs) IS DISTINCT FROM (excluded.severity, excluded.reason, excluded.evidence_refs)`,
      [toJsonb(outcomes)],
    );
  }

  /** The evidence of each of these risks on the day on which it began, in their order; null without. One statement. */
  async evidenceOf(
    tx: Tx,
    onsets: readonly { project_id: string; risk_type: OutcomeType; began: string }[],
  ): Promise<(EvidenceRef[] | null)[]> {
    const rows = await tx.query<{ evidence_refs: EvidenceRef[] | null }>(
      `SELECT o.evidence_refs
       FROM unnest($1::uuid[], $2::text[], $3::date[]) WITH ORDINALITY AS w (project_id, risk_type, began, n)
       LEFT JOIN past_case_outcomes o
         ON o.project_id = w.project_id AND o.outcome_type = w.risk_type AND o.occurred_on = w.began
       ORDER BY w.n`,
      [onsets.map((one) => one.project_id), onsets.map((one) => one.risk_type), onsets.map((one) => one.began)],
    );
    return rows.map(({ evidence_refs }) => evidence_refs);
  }

  /** A project's outcomes, newest first. */
  async list(
    projectId: string,
    type: OutcomeType | undefined,
    limit: number,
    after: OutcomePosition | null,
  ): Promise<StoredOutcome[]> {
    return this.database.query(
      `SELECT ${COLUMNS} FROM past_case_outcomes o
       WHERE project_id = $1
         AND ($2::text IS NULL OR outcome_type = $2)
         AND ($3::date IS NULL OR (o.occurred_on, o.outcome_type) < ($3, $4))
       ORDER BY o.occurred_on DESC, o.outcome_type DESC LIMIT $5`,
      [projectId, type ?? null, after?.occurred_on ?? null, after?.outcome_type ?? null, limit],
    );
  }

  /** The projects' outcomes from this day on, each project's newest first. One statement. */
  async outcomesOf(projectIds: readonly string[], day: string): Promise<StoredOutcome[]> {
    return this.database.query(
      `SELECT ${COLUMNS} FROM past_case_outcomes o
       WHERE project_id = ANY ($1::uuid[]) AND o.occurred_on >= $2
       ORDER BY project_id, o.occurred_on DESC, o.outcome_type`,
      [projectIds, day],
    );
  }
}
