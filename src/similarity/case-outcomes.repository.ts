import { Injectable } from '@nestjs/common';
import { Database, itemsByProject, type Held } from '../database/index.js';
import type { EvidenceRef } from '../kag-events/index.js';
import type { OutcomeType } from '../kag-snapshots/index.js';
import { FOLLOW_DAYS, type WindowEnd } from './domain/what-followed.js';

/** A risk that came about in a project in the days after a window. */
export interface SeenOutcome {
  outcome_type: OutcomeType;
  severity: number;
  /** The day on which it began, `YYYY-MM-DD`. */
  occurred_on: string;
  evidence_refs: EvidenceRef[];
}

export interface KnownCase {
  name: string;
  /** Oldest first. */
  outcomes_seen: SeenOutcome[];
}

/** What is known of the projects that are shown as cases. */
@Injectable()
export class CaseOutcomesRepository {
  constructor(private readonly database: Database) {}

  /** In the order of the windows; null for a project that is no more. One statement for all of them. */
  async of(windows: readonly WindowEnd[]): Promise<(KnownCase | null)[]> {
    if (windows.length === 0) return [];
    return itemsByProject(this.database, windows, (asked, held) => this.by(asked, held));
  }

  private async by(windows: readonly WindowEnd[], held: Held): Promise<(KnownCase | null)[]> {
    const rows = await this.database.query<KnownCase & { n: number }>(
      `SELECT w.n::int AS n, p.name, seen.outcomes AS outcomes_seen
       FROM unnest($1::uuid[], $2::date[]) WITH ORDINALITY AS w (project_id, window_end, n)
       JOIN projects p ON p.id = w.project_id
       CROSS JOIN LATERAL (
         SELECT coalesce(jsonb_agg(jsonb_build_object('outcome_type', risk_type, 'severity', severity, 'occurred_on', began,
           'evidence_refs', evidence_refs) ORDER BY began, severity DESC, risk_type), '[]') AS outcomes
         FROM risk_onsets
         WHERE project_id = p.id AND began > w.window_end AND began <= w.window_end + ${FOLLOW_DAYS}
           ${held('project_id', '$1')}
       ) AS seen`,
      [windows.map(({ project_id }) => project_id), windows.map(({ window_end }) => window_end)],
    );
    const known: (KnownCase | null)[] = windows.map(() => null);
    for (const { n, ...one } of rows) known[n - 1] = one;
    return known;
  }
}
