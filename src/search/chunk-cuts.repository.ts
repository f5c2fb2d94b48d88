import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../database/index.js';
import type { Cut } from './chunks.repository.js';
import type { Sender, SourceKind } from './source-text.js';

/** Where a walk over a project's sources stands. */
export interface SourcePlace {
  source_kind: string;
  source_id: string;
}

/** A source as its chunks show it. */
export interface CutSource {
  source_kind: SourceKind;
  source_id: string;
  message_global_id: string | null;
  conversation_global_id: string | null;
  sender: Sender | null;
  source_url: string | null;
  occurred_at: Date;
  /** Its chunks in order, and the exact terms of the first one. */
  texts: string[];
  exact_terms: string[];
}

/** How a project's texts are cut, and its sources to be cut once more. */
@Injectable()
export class ChunkCutsRepository {
  constructor(private readonly database: Database) {}

  /** Null where it was never noted: the texts are of a release before, or there are none. */
  async of(projectId: string): Promise<Cut | null> {
    const [cut] = await this.database.query<Cut>(`SELECT chunk_size, rules FROM chunk_cuts WHERE project_id = $1`, [
      projectId,
    ]);
    return cut ?? null;
  }

  async note(projectId: string, { chunk_size, rules }: Cut): Promise<void> {
    await this.database.run(
      `INSERT INTO chunk_cuts (project_id, chunk_size, rules) VALUES ($1, $2, $3)
       ON CONFLICT (project_id) DO UPDATE SET chunk_size = EXCLUDED.chunk_size, rules = EXCLUDED.rules`,
      [projectId, chunk_size, rules],
    );
  }

  /**
   * The next sources after a place, their chunks locked in the writer's order: all of them, or those that another
   * length may cut otherwise, which have several chunks or one that is longer.
   */
  async next(
    tx: Tx,
    projectId: string,
    after: SourcePlace,
    which: { all: boolean; longerThan: number; limit: number },
  ): Promise<CutSource[]> {
    const rows = await tx.query<Omit<CutSource, 'texts'> & { text: string; chunk_index: number }>(
      `WITH next AS (
         SELECT DISTINCT source_kind, source_id FROM rag_chunks
         WHERE project_id = $1 AND deleted_at IS NULL AND (source_kind, source_id) > ($2, $3)
           AND ($4 OR chunk_index > 0 OR char_length(text) > $5)
         ORDER BY source_kind, source_id LIMIT $6
       )
       SELECT c.source_kind, c.source_id, c.chunk_index, c.message_global_id, c.conversation_global_id, c.sender, c.source_url,
         c.occurred_at, c.text, c.exact_terms
       FROM rag_chunks c JOIN next USING (source_kind, source_id) WHERE c.project_id = $1 AND c.deleted_at IS NULL
       ORDER BY c.source_kind, c.source_id, c.chunk_index FOR UPDATE OF c`,
      [projectId, after.source_kind, after.source_id, which.all, which.longerThan, which.limit],
    );
    const sources = new Map<string, CutSource>();
    for (const { text, chunk_index: _, ...source } of rows) {
      const key = `${source.source_kind} ${source.source_id}`;
      const known = sources.get(key);
      if (known) known.texts.push(text);
      else sources.set(key, { ...source, texts: [text] });
    }
    return [...sources.values()];
  }
}
