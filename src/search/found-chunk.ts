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

const COLUMNS = {
  id: true,
  text_hash: true,
  source_kind: true,
  source_id: true,
  message_global_id: true,
  conversation_global_id: true,
  chunk_index: true,
  sender: true,
  text: true,
  source_url: true,
  occurred_at: true,
} satisfies Record<keyof FoundChunk, true>;

/** Columns of a `FoundChunk` from `rag_chunks c`. */
export const FOUND_COLUMNS = Object.keys(COLUMNS)
  .map((column) => `c.${column}`)
  .join(', ');
