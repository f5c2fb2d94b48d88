import type { Sender, SourceKind } from './source-text.js';

/** A chunk as a list of candidates shows it. */
export interface FoundChunk {
  id: string;
  text_hash: string;
  source_kind: SourceKind;
  source_id: string;
  message_global_id: string | null;
  conversation_global_id: string | null;
  chunk_index: number;
  sender: Sender | null;
  text: string;
  source_url: string | null;
  occurred_at: Date;
}

/** Columns of a `FoundChunk` from `rag_chunks c`. */
export const FOUND_COLUMNS = `c.id, c.text_hash, c.source_kind, c.source_id, c.message_global_id, c.conversation_global_id,
  c.chunk_index, c.sender, c.text, c.source_url, c.occurred_at`;
