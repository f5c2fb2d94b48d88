import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '../database/index.js';
import type { EmbeddingGeneration } from './generation.entity.js';

/** Rows that one statement of a change of generation rewrites: short enough for others to get in between. */
const BATCH = 2000;

/** What decides how a query is answered. */
export type ActiveGeneration = Pick<EmbeddingGeneration, 'model' | 'dim' | 'status' | 'index_name'>;

@Injectable()
export class GenerationsRepository {
  constructor(private readonly database: Database) {}

  /** The project's generations in use: the serving one first, then those being built, the newest first. */
  async active(projectId: string): Promise<ActiveGeneration[]> {
    return activeOf(this.database, projectId);
  }

  /**
   * Notes that the project is to be embedded by this model: it serves at once where nothing does, else it is built
   * beside the one that serves.
   * @returns the active generations after that
   */
  async want(projectId: string, model: string, dim: number): Promise<ActiveGeneration[]> {
    return this.database.transaction(async (tx) => {
      // The project's row, not a generation's: there may be none to lock yet.
      await tx.query('SELECT FROM projects WHERE id = $1 FOR NO KEY UPDATE', [projectId]);
      await tx.run(
        `INSERT INTO embedding_generations AS g (project_id, model, dim, status, serving_since)
         SELECT $1, $2, $3, CASE WHEN served THEN 'building' ELSE 'serving' END, CASE WHEN served THEN NULL ELSE now() END
         FROM (SELECT EXISTS (SELECT FROM embedding_generations WHERE project_id = $1 AND status = 'serving') AS served)
         ON CONFLICT (project_id, model) DO UPDATE
           SET status = excluded.status, created_at = excluded.created_at, serving_since = excluded.serving_since,
             retired_at = NULL
           WHERE g.status = 'retired'`,
        [projectId, model, dim],
      );
      return activeOf(tx, projectId);
    });
  }

  /**
   * Makes the next chunks wait for the wanted model, their vectors of the serving one kept aside; those that have one
   * of the wanted model aside (the configuration was changed and changed back) get it again.
   * @returns how many chunks it moved; 0 when there is nothing left to move
   */
  async align(projectId: string, wanted: string, serving: string): Promise<number> {
    const { affected } = await this.database.run(
      `UPDATE rag_chunks c SET
         embedding = CASE WHEN c.previous_model = $2 THEN c.previous_embedding END,
         embedding_model = CASE WHEN c.previous_model = $2 THEN c.previous_model END,
         embedding_status = CASE WHEN c.previous_model = $2 THEN 'ready' ELSE 'pending' END,
         embedding_attempts = 0, embedding_alone = 0, embedding_error = NULL, embedding_next_attempt_at = NULL,
         embedding_claimed_by = NULL, embedding_claimed_at = NULL,
         previous_embedding = CASE WHEN $3 <> $2 AND c.embedding_model = $3 THEN c.embedding
                                   WHEN $3 <> $2 AND c.previous_model = $3 THEN c.previous_embedding END,
         previous_model = CASE WHEN $3 <> $2 AND (c.embedding_model = $3 AND c.embedding IS NOT NULL OR c.previous_model = $3) THEN $3 END
       FROM (SELECT id FROM rag_chunks
             WHERE project_id = $1 AND deleted_at IS NULL
               AND (embedding_model <> $2 OR (previous_model = $2 AND embedding_model IS DISTINCT FROM $2))
             ORDER BY source_kind, source_id, chunk_index LIMIT ${BATCH} FOR UPDATE) next
       WHERE c.project_id = $1 AND c.id = next.id`,
      [projectId, wanted, serving],
    );
    return affected;
  }

  /** Lets the wanted generation serve if no live chunk waits for it any more; returns whether it serves now. */
  async promote(projectId: string, wanted: string): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      await tx.query('SELECT FROM projects WHERE id = $1 FOR NO KEY UPDATE', [projectId]);
      const [waiting] = await tx.query(
        `SELECT 1 FROM rag_chunks WHERE project_id = $1 AND deleted_at IS NULL
           AND (embedding_status IN ('pending', 'processing') OR embedding_model IS DISTINCT FROM $2) LIMIT 1`,
        [projectId, wanted],
      );
      if (waiting) return false;
      await this.retireOthers(projectId, [wanted], tx);
      await tx.run(
        `UPDATE embedding_generations SET status = 'serving', serving_since = now()
         WHERE project_id = $1 AND model = $2 AND status = 'building'`,
        [projectId, wanted],
      );
      return true;
    });
  }

  /** Retires all generations of the project but these. */
  async retireOthers(projectId: string, kept: readonly string[], sql: Sql = this.database): Promise<void> {
    await sql.run(
      `UPDATE embedding_generations SET status = 'retired', retired_at = now(), index_name = NULL
       WHERE project_id = $1 AND model <> ALL ($2::text[]) AND status <> 'retired'`,
      [projectId, kept],
    );
  }

  /** Forgets the next vectors kept aside, when no generation needs them any more; returns how many. */
  async dropPrevious(projectId: string): Promise<number> {
    const { affected } = await this.database.run(
      `UPDATE rag_chunks SET previous_embedding = NULL, previous_model = NULL
       WHERE project_id = $1 AND id IN
         (SELECT id FROM rag_chunks WHERE project_id = $1 AND previous_model IS NOT NULL LIMIT ${BATCH})`,
      [projectId],
    );
    return affected;
  }

  /** Says which approximate index search may rely on, if any. */
  async noteIndex(projectId: string, model: string, indexName: string | null): Promise<void> {
    await this.database.run(
      `UPDATE embedding_generations SET index_name = $3 WHERE project_id = $1 AND model = $2 AND index_name IS DISTINCT FROM $3`,
      [projectId, model, indexName],
    );
  }
}

const activeOf = (sql: Sql, projectId: string) =>
  sql.query<ActiveGeneration>(
    `SELECT model, dim, status, index_name FROM embedding_generations
     WHERE project_id = $1 AND status <> 'retired' ORDER BY (status = 'serving') DESC, created_at DESC`,
    [projectId],
  );
