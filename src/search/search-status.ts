import { Injectable } from '@nestjs/common';
import { ChunksRepository, type ChunkCounts } from './chunks.repository.js';

/** How far texts are embedded, for those who report on the server. */
@Injectable()
export class SearchStatus {
  constructor(private readonly chunks: ChunksRepository) {}

  /** The project's live chunks by the state of their embedding, and all of them together. */
  async chunkCounts(projectId: string): Promise<ChunkCounts & { total: number }> {
    return withTotal(await this.chunks.countsOf(projectId));
  }

  /** The same over all projects, in one statement on an index. */
  async chunkCountsOfAll(): Promise<ChunkCounts & { total: number }> {
    return withTotal(await this.chunks.countsOfAll());
  }
}

const withTotal = (counts: ChunkCounts) => ({
  ...counts,
  total: counts.pending + counts.processing + counts.ready + counts.failed,
});
