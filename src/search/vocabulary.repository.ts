import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';

/** Chunks whose words are read, and words kept: what people write about repeats itself. */
const CHUNKS = 5_000;
const WORDS = 100_000;

/** The words of a project's texts. */
@Injectable()
export class VocabularyRepository {
  constructor(private readonly database: Database) {}

  /** Those of the words that no live chunk has, in any form. */
  async unknown(projectId: string, words: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ word: string }>(
      `SELECT word FROM unnest($2::text[]) word
       WHERE NOT EXISTS (SELECT FROM rag_chunks_in_reach c WHERE c.project_id = $1 AND c.deleted_at IS NULL
         AND c.tsv @@ (plainto_tsquery('simple', word) || plainto_tsquery('english', word) || plainto_tsquery('russian', word)))`,
      [projectId, words],
    );
    return rows.map(({ word }) => word);
  }

  /** Words of letters, of the project's latest chunks, as they are written: people do not write stems. */
  async all(projectId: string): Promise<string[]> {
    const rows = await this.database.query<{ word: string }>(
      `SELECT DISTINCT word FROM (
         SELECT text FROM rag_chunks_in_reach WHERE project_id = $1 AND deleted_at IS NULL
         ORDER BY occurred_at DESC LIMIT ${CHUNKS}) latest, unnest(tsvector_to_array(to_tsvector('simple', text))) word
       WHERE char_length(word) BETWEEN 4 AND 30 AND word !~ '[0-9@./_:-]' LIMIT ${WORDS}`,
      [projectId],
    );
    return rows.map(({ word }) => word);
  }
}
