import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import { FOUND_COLUMNS, type FoundChunk } from './found-chunk.js';

/** What was said before and after a chunk's source in its conversation; null at its ends. */
export interface Neighbours {
  before: FoundChunk | null;
  after: FoundChunk | null;
}

/** The searchable texts on both sides of one, in its conversation. */
@Injectable()
export class NeighboursRepository {
  constructor(private readonly database: Database) {}

  /** By chunk; those of no conversation are not in the map. */
  async of(projectId: string, ids: readonly string[]): Promise<Map<string, Neighbours>> {
    const side = (compared: string, order: string) => `LATERAL (
      SELECT ${FOUND_COLUMNS} FROM rag_chunks c
      WHERE c.project_id = $1 AND c.conversation_global_id = found.conversation_global_id AND c.deleted_at IS NULL
        AND (c.occurred_at, c.source_id) ${compared} (found.occurred_at, found.source_id)
      ORDER BY c.occurred_at ${order}, c.source_id ${order}, c.chunk_index ${order} LIMIT 1)`;
    const rows = await this.database.query<FoundChunk & { of_id: string; side: 'before' | 'after' | null }>(
      `SELECT found.id AS of_id, near.* FROM rag_chunks found LEFT JOIN LATERAL (
         SELECT 'before' AS side, b.* FROM ${side('<', 'DESC')} b
         UNION ALL
         SELECT 'after' AS side, a.* FROM ${side('>', 'ASC')} a
       ) near ON true
       WHERE found.project_id = $1 AND found.id = ANY ($2::uuid[]) AND found.conversation_global_id IS NOT NULL`,
      [projectId, ids],
    );
    const neighbours = new Map<string, Neighbours>();
    for (const { of_id, side: which, ...chunk } of rows) {
      const known = neighbours.get(of_id) ?? { before: null, after: null };
      if (which !== null) known[which] = chunk;
      neighbours.set(of_id, known);
    }
    return neighbours;
  }
}
