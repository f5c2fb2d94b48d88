import { Injectable } from '@nestjs/common';
import type { Locale } from '../../common/locale.js';
import { Database, toJsonb } from '../../database/index.js';
import type { EvidenceRef } from '../../kag-events/index.js';
import type { Phrasing } from '../domain/phrasing/wording.js';
import type { RecommendationFacts } from '../domain/texts/render.js';

/** A recommendation that can be put into words, and how it is worded so far. */
export interface Unphrased extends RecommendationFacts {
  project_id: string;
  id: string;
  project_locale: Locale | null;
  evidence_refs: EvidenceRef[];
  phrasing: Phrasing | null;
}

@Injectable()
export class PhrasingsRepository {
  constructor(private readonly database: Database) {}

  /** The project's most urgent recommendations that people see and have not put away. */
  async maxUrgent(projectId: string, most: number): Promise<Unphrased[]> {
    return this.database.query<Unphrased>(
      `SELECT r.project_id, r.id, p.locale AS project_locale, category, cause, figures, reopened_reason,
         suggested_template_key, evidence_refs, phrasing
       FROM recommendations_v2 r JOIN projects p ON p.id = r.project_id
       WHERE r.project_id = $1 AND episode_ended_at IS NULL AND condition_gone_since IS NULL
         AND evidence_gate_status = 'shown' AND status IN ('new', 'acknowledged')
       ORDER BY priority DESC, r.created_at DESC, category LIMIT $2`,
      [projectId, most],
    );
  }

  /** Keeps a phrasing; it is shown for as long as the rules say what it was made of. */
  async keep({ project_id, id }: Unphrased, phrasing: Phrasing): Promise<void> {
    await this.database.run(`UPDATE recommendations_v2 SET phrasing = $3::jsonb WHERE project_id = $1 AND id = $2`, [
      project_id,
      id,
      toJsonb(phrasing),
    ]);
  }
}
