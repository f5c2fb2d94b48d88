import { Injectable } from '@nestjs/common';
import { sha256 } from '../common/stable-hash.js';
import { Config } from '../config/index.js';
import type { Tx } from '../database/index.js';
import { ChunksRepository, type ChunkRow, type Cut, type SourceExtent } from './chunks.repository.js';
import { chunkText } from './domain/chunk.js';
import { exactTerms } from './domain/exact-terms.js';
import { normaliseText } from './domain/normalise-text.js';
import { readableText } from './domain/readable-text.js';
import { searchedForm } from './domain/searched-form.js';
import { withoutQuotes } from './domain/without-quotes.js';
import type { SourceText } from './source-text.js';

/** Counts up when texts are read or cut by other rules: then those of all projects are cut once more. */
export const CUT_RULES = 3;

/** Turns sources into chunks, in the transaction that stores the sources. */
@Injectable()
export class ChunkWriter {
  constructor(
    private readonly chunks: ChunksRepository,
    private readonly config: Config,
  ) {}

  /**
   * Makes the project's chunks of these sources what their texts say, in two statements however many there are.
   * A source given twice counts as its last mention. Chunks keep their ids while the source's text is edited; those
   * beyond a shorter or missing text are marked deleted and leave search, yet stay for evidence that names them.
   * `rewrite` reads the words of unchanged texts again, after the rules of reading have changed.
   * @returns how many chunks were made or changed; 0 when the texts are as they were. Deletions don't count.
   */
  async replace(
    tx: Tx,
    projectId: string,
    sources: readonly SourceText[],
    options: { rewrite?: boolean } = {},
  ): Promise<number> {
    const latest = new Map(sources.map((source) => [`${source.source_kind} ${source.source_id}`, source]));
    const rows: ChunkRow[] = [];
    const extents: SourceExtent[] = [];
    for (const source of latest.values()) {
      const own = this.rowsOf(source);
      rows.push(...own);
      extents.push({ source_kind: source.source_kind, source_id: source.source_id, chunks: own.length });
    }
    const changed = rows.length > 0 ? await this.chunks.put(tx, projectId, rows, this.cut, options.rewrite) : 0;
    if (extents.length > 0) await this.chunks.removeBeyond(tx, projectId, extents);
    return changed;
  }

  /** For what and by which rules this writer cuts. */
  get cut(): Cut {
    return { chunk_size: this.config.CHUNK_SIZE, rules: CUT_RULES };
  }

  private rowsOf(source: SourceText): ChunkRow[] {
    if (source.text === null) return [];
    const limits = { size: this.config.CHUNK_SIZE, least: this.config.MIN_EMBED_CHARS };
    const names = exactTerms((source.identifiers ?? []).join(' '));
    const read = readableText(source.text);
    const own = source.source_kind === 'message' ? withoutQuotes(read) : read;
    return chunkText(normaliseText(own), limits).map((text, chunk_index) => ({
      source_kind: source.source_kind,
      source_id: source.source_id,
      chunk_index,
      message_global_id: source.message_global_id ?? null,
      conversation_global_id: source.conversation_global_id ?? null,
      sender: source.sender,
      text,
      text_hash: sha256(text),
      words: searchedForm(text),
      exact_terms: [...new Set([...names, ...exactTerms(text)])],
      source_url: source.source_url,
      occurred_at: source.occurred_at.toISOString(),
    }));
  }
}
