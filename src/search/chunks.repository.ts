import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../database/index.js';
import type { EmbeddingStatus, Sender, SourceKind } from './source-text.js';

/** A chunk as the writer wants it to be. */
export interface ChunkRow {
  source_kind: SourceKind;
  source_id: string;
  chunk_index: number;
  message_global_id: string | null;
  conversation_global_id: string | null;
  sender: Sender | null;
  text: string;
  text_hash: string;
  /** The text as its words are read; null: as it is. */
  words: string | null;
  exact_terms: string[];
  source_url: string | null;
  /** ISO 8601. */
  occurred_at: string;
}

/** For what length of chunks and by which rules texts are cut. */
export interface Cut {
  chunk_size: number;
  rules: number;
}

/** How many chunks a source has now. */
export interface SourceExtent {
  source_kind: SourceKind;
  source_id: string;
  chunks: number;
}

/** Live chunks by the state of their embedding. */
export type ChunkCounts = Record<EmbeddingStatus, number>;

/** All that a writer may change about a chunk, as one SQL row; its hash stands for its text. */
const described = (row: string) =>
  `(${['text_hash', 'message_global_id', 'conversation_global_id', 'sender', 'exact_terms', 'source_url', 'occurred_at']
    .map((column) => `${row}.${column}`)
    .join(', ')})`;

const TEXT_CHANGED = 'c.text_hash <> EXCLUDED.text_hash';

@Injectable()
export class ChunksRepository {
  constructor(private readonly database: Database) {}

  /**
   * Inserts or updates; a row that is as wanted already is not touched. A changed text loses its embeddings, since a
   * vector of other words would be found for them. A chunk that comes back from deletion keeps its vector: the next run
   * finds it there. A project's first texts note how they were cut.
   * @returns the number of rows made or changed
   */
  async put(tx: Tx, projectId: string, rows: readonly ChunkRow[], cut: Cut, rewrite = false): Promise<number> {
    const { affected } = await tx.run(
      `WITH noted AS (
         INSERT INTO chunk_cuts (project_id, chunk_size, rules)
         SELECT $1, $3, $4 WHERE NOT EXISTS (SELECT FROM rag_chunks WHERE project_id = $1) ON CONFLICT DO NOTHING
       )
       INSERT INTO rag_chunks AS c (project_id, source_kind, source_id, chunk_index, message_global_id,
         conversation_global_id, sender, text, text_hash, tsv, exact_terms, source_url, occurred_at)
       SELECT $1, r.source_kind, r.source_id, r.chunk_index, r.message_global_id, r.conversation_global_id, r.sender,
         r.text, r.text_hash, rag_tsv(coalesce(r.words, r.text)), r.exact_terms, r.source_url, r.occurred_at
       FROM jsonb_to_recordset($2::jsonb) AS r(source_kind text, source_id text, chunk_index integer,
         message_global_id text, conversation_global_id text, sender text, text text, text_hash text, words text,
         exact_terms text[], source_url text, occurred_at timestamptz)
       -- Asked here already, so that reading a text's words costs nothing where nothing changed.
       WHERE NOT EXISTS (SELECT FROM rag_chunks c
         WHERE (c.project_id, c.source_kind, c.source_id, c.chunk_index) = ($1, r.source_kind, r.source_id, r.chunk_index)
           AND c.deleted_at IS NULL ${rewrite ? 'AND r.words IS NULL' : ''} AND ${described('c')} IS NOT DISTINCT FROM ${described('r')})
       -- One order for everybody: two syncs that write the same sources wait for each other instead of locking up.
       ORDER BY r.source_kind, r.source_id, r.chunk_index
       ON CONFLICT (project_id, source_kind, source_id, chunk_index) DO UPDATE SET
         message_global_id = EXCLUDED.message_global_id,
         conversation_global_id = EXCLUDED.conversation_global_id,
         sender = EXCLUDED.sender,
         text = EXCLUDED.text,
         text_hash = EXCLUDED.text_hash,
         tsv = EXCLUDED.tsv,
         exact_terms = EXCLUDED.exact_terms,
         source_url = EXCLUDED.source_url,
         occurred_at = EXCLUDED.occurred_at,
         updated_at = excluded.updated_at,
         deleted_at = NULL,
         embedding = CASE WHEN ${TEXT_CHANGED} THEN NULL ELSE c.embedding END,
         embedding_model = CASE WHEN ${TEXT_CHANGED} THEN NULL ELSE c.embedding_model END,
         embedded_at = CASE WHEN ${TEXT_CHANGED} THEN NULL ELSE c.embedded_at END,
         previous_embedding = CASE WHEN ${TEXT_CHANGED} THEN NULL ELSE c.previous_embedding END,
         previous_model = CASE WHEN ${TEXT_CHANGED} THEN NULL ELSE c.previous_model END,
         embedding_status = CASE WHEN ${TEXT_CHANGED} OR c.deleted_at IS NOT NULL THEN 'pending' ELSE c.embedding_status END,
         embedding_attempts = CASE WHEN ${TEXT_CHANGED} THEN 0 ELSE c.embedding_attempts END,
         embedding_alone = CASE WHEN ${TEXT_CHANGED} THEN 0 ELSE c.embedding_alone END,
         embedding_error = CASE WHEN ${TEXT_CHANGED} THEN NULL ELSE c.embedding_error END,
         embedding_next_attempt_at = CASE WHEN ${TEXT_CHANGED} THEN NULL ELSE c.embedding_next_attempt_at END,
         embedding_claimed_by = CASE WHEN ${TEXT_CHANGED} THEN NULL ELSE c.embedding_claimed_by END,
         embedding_claimed_at = CASE WHEN ${TEXT_CHANGED} THEN NULL ELSE c.embedding_claimed_at END
       WHERE ${rewrite ? 'true' : 'c.deleted_at IS NOT NULL'}
         OR ${described('c')} IS DISTINCT FROM ${described('EXCLUDED')}`,
      [projectId, JSON.stringify(rows), cut.chunk_size, cut.rules],
    );
    return affected;
  }

  /** Marks the live chunks of these sources that lie beyond their extent as deleted; returns how many. */
  async removeBeyond(tx: Tx, projectId: string, extents: readonly SourceExtent[]): Promise<number> {
    const { affected } = await tx.run(
      `UPDATE rag_chunks c SET deleted_at = now(), updated_at = now()
       FROM unnest($2::text[], $3::text[], $4::integer[]) AS s(source_kind, source_id, chunks)
       WHERE c.project_id = $1 AND c.source_kind = s.source_kind AND c.source_id = s.source_id
         AND c.chunk_index >= s.chunks AND c.deleted_at IS NULL`,
      [projectId, extents.map((e) => e.source_kind), extents.map((e) => e.source_id), extents.map((e) => e.chunks)],
    );
    return affected;
  }

  /** The project's live chunks by status, from an index alone. */
  async countsOf(projectId: string): Promise<ChunkCounts> {
    return toCounts(
      await this.database.query(
        `SELECT embedding_status AS status, count(*)::integer AS n FROM rag_chunks
         WHERE project_id = $1 AND deleted_at IS NULL GROUP BY 1`,
        [projectId],
      ),
    );
  }

  /** Live chunks of all projects by status, for the metrics: from an index alone. */
  async countsOfAll(): Promise<ChunkCounts> {
    return toCounts(
      await this.database.query(
        `SELECT embedding_status AS status, count(*)::integer AS n FROM rag_chunks WHERE deleted_at IS NULL GROUP BY 1`,
      ),
    );
  }
}

function toCounts(rows: readonly Record<string, unknown>[]): ChunkCounts {
  const counts: ChunkCounts = { pending: 0, processing: 0, ready: 0, failed: 0 };
  for (const row of rows as { status: EmbeddingStatus; n: number }[]) counts[row.status] = row.n;
  return counts;
}
