import { Injectable } from '@nestjs/common';
import { Database, toJsonb } from '../../database/index.js';
import type { EvidenceRef } from '../../kag-events/index.js';
import type { Phrasing, Wording } from '../domain/phrasing/wording.js';
import type { Category } from '../domain/recommendation.js';

/** A recommendation in the rules' words, and how it is worded so far. */
export interface Unphrased extends Wording {
  project_id: string;
  id: string;
  category: Category;
  evidence_refs: EvidenceRef[];
  phrasing: Phrasing | null;
}

@Injectable()
export class PhrasingsRepository {
  constructor(private readonly database: Database) {}

  /** The project's most urgent recommendations that people see and have not finished with. */
  async mostUrgent(projectId: string, most: number): Promise<Unphrased[]> {
    return this.database.query<Unphrased>(
      `SELECT project_id, id, category, title, rationale, why_now, suggested_template, evidence_refs, phrasing
       FROM recommendations_v2
       WHERE project_id = $1 AND episode_ended_at IS NULL AND condition_gone_since IS NULL
         AND evidence_gate_status = 'shown' AND status IN ('new', 'acknowledged')
       ORDER BY priority DESC, created_at DESC, category LIMIT $2`,
      [projectId, most],
    );
  }

  /** Keeps a phrasing, if the rules still say what it was made of. */
  async keep(of: Unphrased, phrasing: Phrasing): Promise<void> {
    await this.database.run(
      `UPDATE recommendations_v2 SET phrasing = $3::jsonb
       WHERE project_id = $1 AND id = $2 AND (title, rationale, why_now, suggested_template) = ($4, $5, $6, $7)`,
      [of.project_id, of.id, toJsonb(phrasing), of.title, of.rationale, of.why_now, of.suggested_template],
    );
  }
}
