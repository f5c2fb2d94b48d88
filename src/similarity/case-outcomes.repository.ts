import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import type { EvidenceRef } from '../kag-events/index.js';
import type { OutcomeType } from '../kag-snapshots/index.js';

const MOST_OUTCOMES = 8;

/** Something that went wrong in a project. */
export interface SeenOutcome {
  outcome_type: OutcomeType;
  severity: number;
  /** UTC day, `YYYY-MM-DD`. */
  occurred_on: string;
  evidence_refs: EvidenceRef[];
}

export interface KnownCase {
  name: string;
  /** The newest eight at most; the more severe first on a day. */
  outcomes_seen: SeenOutcome[];
}

/** What is known of the projects that are shown as cases. */
@Injectable()
export class CaseOutcomesRepository {
  constructor(private readonly database: Database) {}

  /** By project; one statement for all of them. */
  async of(projectIds: readonly string[]): Promise<Map<string, KnownCase>> {
    if (projectIds.length === 0) return new Map();
    const rows = await this.database.query<KnownCase & { project_id: string }>(
      `SELECT p.id AS project_id, p.name, seen.outcomes AS outcomes_seen
       FROM projects p
       CROSS JOIN LATERAL (
         SELECT coalesce(jsonb_agg(to_jsonb(o) ORDER BY o.occurred_on DESC, o.severity DESC, o.outcome_type), '[]') AS outcomes
         FROM (SELECT outcome_type, severity, occurred_on, evidence_refs FROM past_case_outcomes
               WHERE project_id = p.id ORDER BY occurred_on DESC, severity DESC, outcome_type LIMIT ${MOST_OUTCOMES}) AS o
       ) AS seen
       WHERE p.id = ANY ($1::uuid[])`,
      [projectIds],
    );
    return new Map(rows.map(({ project_id, name, outcomes_seen }) => [project_id, { name, outcomes_seen }]));
  }
}
