import type { Sql } from '../../database/index.js';
import type { SearchFacts } from './domain/facts.js';

/** What a project has to search. */
export class SearchFactsRepository {
  constructor(private readonly sql: Sql) {}

  /** One statement. */
  async read(projectId: string): Promise<SearchFacts> {
    const [row] = await this.sql.query<SearchFacts>(
      `SELECT c.*, w.embedding_error AS waiting_error, w.embedding_next_attempt_at AS next_attempt_at, r.embedding_error AS rejection,
         (SELECT model FROM embedding_generations WHERE project_id = $1 AND status = 'serving') AS serving_model,
         (SELECT model FROM embedding_generations WHERE project_id = $1 AND status = 'building' ORDER BY created_at DESC LIMIT 1) AS building_model
       FROM (SELECT count(*) FILTER (WHERE embedding_status = 'pending')::int AS pending,
               count(*) FILTER (WHERE embedding_status = 'processing')::int AS processing,
               count(*) FILTER (WHERE embedding_status = 'ready')::int AS ready,
               count(*) FILTER (WHERE embedding_status = 'failed')::int AS failed
             FROM rag_chunks WHERE project_id = $1 AND deleted_at IS NULL) c
       LEFT JOIN LATERAL (SELECT embedding_error, embedding_next_attempt_at FROM rag_chunks
         WHERE project_id = $1 AND embedding_status = 'pending' AND deleted_at IS NULL AND embedding_error IS NOT NULL LIMIT 1) w ON true
       LEFT JOIN LATERAL (SELECT embedding_error FROM rag_chunks
         WHERE project_id = $1 AND embedding_status = 'failed' AND deleted_at IS NULL LIMIT 1) r ON true`,
      [projectId],
    );
    if (!row) throw new Error('counting gives a row');
    return row;
  }
}
