import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import { chunkConditions, type ChunkFilter } from './chunk-filter.js';
import { FOUND_COLUMNS, type FoundChunk } from './found-chunk.js';
import type { ActiveGeneration } from './generations.repository.js';
import { toHalfvec } from './halfvec.js';

export interface VectorQuery {
  projectId: string;
  filter: ChunkFilter;
  generation: ActiveGeneration;
  vector: readonly number[];
  /** Different texts wanted. */
  wanted: number;
  /** Candidates an approximate index looks at. */
  efSearch: number;
}

/** Cosine distance: 0 for the same direction, 1 for unrelated, 2 for opposite. */
export type NearChunk = FoundChunk & { distance: number };

/** Rows asked of the approximate index for each text wanted: the same text is often there more than once. */
const OVERFETCH = 4;

@Injectable()
export class VectorSearchRepository {
  constructor(private readonly database: Database) {}

  /**
   * The nearest chunks with different texts, best first; of equal texts the latest. Approximate where the generation
   * has an index; exact where it has none, and wherever the index could not bring enough: a narrow filter or a text
   * repeated a thousand times must not cost results.
   */
  async nearest(query: VectorQuery): Promise<NearChunk[]> {
    // A conversation is a handful of rows with an index of its own; a graph of all others is a detour.
    if (query.generation.index_name !== null && query.filter.conversation === undefined) {
      const near = await this.approximate(query);
      if (near.length >= query.wanted) return near;
    }
    return this.exact(query);
  }

  /** Live chunks without a vector of the model. While one model alone is in use, their state says it, from an index. */
  async missing(projectId: string, model: string, alone: boolean): Promise<number> {
    const lacks = alone
      ? `c.embedding_status = ANY ('{pending,processing,failed}')`
      : `NOT ((c.embedding_model IS NOT DISTINCT FROM $2 AND c.embedding IS NOT NULL) OR c.previous_model IS NOT DISTINCT FROM $2)`;
    const [row] = await this.database.query<{ n: number }>(
      `SELECT count(*)::integer AS n FROM rag_chunks c WHERE c.project_id = $1 AND c.deleted_at IS NULL AND ${lacks}`,
      alone ? [projectId] : [projectId, model],
    );
    return row?.n ?? 0;
  }

  /**
   * Compares every chunk of the project. `embedding` stands without the cast to its dimension here, so that the planner
   * can't take the approximate index for it. While a new generation is built, the serving one's vectors are aside.
   */
  private exact({ projectId, filter, generation, vector, wanted }: VectorQuery): Promise<NearChunk[]> {
    const parameters: unknown[] = [toHalfvec(vector), generation.model, wanted];
    const where = chunkConditions(projectId, filter, parameters);
    return this.database.query<NearChunk>(
      `WITH near AS MATERIALIZED (
         SELECT c.id, c.text_hash, c.occurred_at,
           CASE WHEN c.embedding_model = $2 THEN c.embedding ELSE c.previous_embedding END <=> $1::halfvec AS distance
         FROM rag_chunks c
         WHERE ${where} AND ((c.embedding_model = $2 AND c.embedding IS NOT NULL) OR c.previous_model = $2)
       ), different AS (
         -- Letters by their codes: a language's order is several times slower, and no order is asked for.
         SELECT DISTINCT ON (text_hash COLLATE "C") id, distance FROM near ORDER BY text_hash COLLATE "C", occurred_at DESC, id
       ), best AS (
         SELECT id, distance FROM different ORDER BY distance, id LIMIT $3
       )
       SELECT ${FOUND_COLUMNS}, b.distance FROM best b JOIN rag_chunks c ON c.project_id = $4 AND c.id = b.id
       ORDER BY b.distance, c.id`,
      parameters,
    );
  }

  private async approximate({
    projectId,
    filter,
    generation,
    vector,
    wanted,
    efSearch,
  }: VectorQuery): Promise<NearChunk[]> {
    const dim = Number(generation.dim);
    const parameters: unknown[] = [toHalfvec(vector), generation.model, wanted * OVERFETCH];
    const where = chunkConditions(projectId, filter, parameters);
    const rows = await this.database.reading(async (tx) => {
      await tx.query(
        `SELECT set_config('hnsw.ef_search', $1, true), set_config('hnsw.iterative_scan', 'strict_order', true)`,
        [String(Math.min(1000, Math.max(efSearch, wanted * OVERFETCH)))],
      );
      return tx.query<NearChunk>(
        `SELECT ${FOUND_COLUMNS}, c.embedding::halfvec(${dim}) <=> $1::halfvec(${dim}) AS distance
         FROM rag_chunks c WHERE ${where} AND c.embedding_model = $2
         ORDER BY c.embedding::halfvec(${dim}) <=> $1::halfvec(${dim}) LIMIT $3`,
        parameters,
      );
    });
    const seen = new Set<string>();
    return rows.filter(({ text_hash }) => !seen.has(text_hash) && seen.add(text_hash)).slice(0, wanted);
  }
}
