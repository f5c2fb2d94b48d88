import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import { ChunkCutsRepository, type CutSource, type SourcePlace } from './chunk-cuts.repository.js';
import { ChunkWriter } from './chunk-writer.js';
import { joinChunks } from './domain/join-chunks.js';

/** Sources of one transaction: short enough for a sync that writes the same ones to wait for it. */
const SOURCES = 200;
const IDENTIFIER = /^(?:[A-Z][A-Z0-9]{0,9}-\d{1,10}|[a-z\d-]{1,39}\/[\w.-]{1,100}#\d{1,10})$/;

/**
 * Cuts a project's texts once more after CHUNK_SIZE or the rules of cutting have changed. The texts are put together
 * from their chunks; what comes out as it was is not written. A walk that is stopped half-way begins again with the
 * next run, since only a whole one is noted.
 */
@Injectable()
export class ChunkRecutter {
  constructor(
    private readonly cuts: ChunkCutsRepository,
    private readonly writer: ChunkWriter,
    private readonly database: Database,
  ) {}

  /** @returns how many chunks were made or changed */
  async bringUpToDate(projectId: string, signal: AbortSignal): Promise<number> {
    const wanted = this.writer.cut;
    const made = await this.cuts.of(projectId);
    if (made?.chunk_size === wanted.chunk_size && made.rules === wanted.rules) return 0;
    const rewrite = made?.rules !== wanted.rules;
    let changed = 0;
    let place: SourcePlace | null = { source_kind: '', source_id: '' };
    while (place !== null && !signal.aborted) {
      const after: SourcePlace = place;
      place = await this.database.transaction(async (tx) => {
        const which = { all: rewrite, longerThan: wanted.chunk_size, limit: SOURCES };
        const sources = await this.cuts.next(tx, projectId, after, which);
        changed += await this.writer.replace(tx, projectId, sources.map(toSourceText), { rewrite });
        return sources.at(-1) ?? null;
      });
    }
    if (!signal.aborted) await this.cuts.note(projectId, wanted);
    return changed;
  }
}

/** What a source is called by stands in the terms of its chunks, and not always in its text. */
const toSourceText = ({ texts, exact_terms, ...source }: CutSource) => ({
  ...source,
  text: joinChunks(texts),
  identifiers: exact_terms.filter((term) => IDENTIFIER.test(term)),
});
