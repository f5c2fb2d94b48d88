import { Injectable } from '@nestjs/common';
import { Config } from '../config/index.js';
import { DatabaseLocation } from '../database/index.js';
import { ChunksRepository } from './chunks.repository.js';
import type { Embedder } from './embedder.js';
import { GenerationsRepository } from './generations.repository.js';
import { VectorIndexRepository } from './vector-index.repository.js';

/**
 * Embedded chunks from which on a project has an index, on a server. Measured at 1536 dimensions, medians, 2 cores, in
 * memory. Exact scan: 1,500 rows 3 ms, 5,000 11 ms, 10,000 21 ms, 20,000 44 ms, 50,000 122 ms. A project's own HNSW at
 * ef_search 160: 5 ms, 10 ms, 7 ms, 5 ms, 3 ms, recall@10 1.00 (0.996 at 50,000), built in 1, 4, 4, 8 and 18 s. Up to
 * 5,000 an index gains nothing that a person would notice.
 */
const EXACT_MAX_CHUNKS = 5000;

/** Leads a project from one embedding model to the next, and gives large ones their index. */
@Injectable()
export class GenerationKeeper {
  constructor(
    private readonly generations: GenerationsRepository,
    private readonly indexes: VectorIndexRepository,
    private readonly chunks: ChunksRepository,
    private readonly config: Config,
    private readonly location: DatabaseLocation,
  ) {}

  /**
   * Before a run: makes the project's chunks wait for this embedder where another one made their vectors. One look at
   * the generations when nothing changed.
   */
  async prepare(projectId: string, { model, dim }: Embedder, signal: AbortSignal): Promise<void> {
    const active = await this.generations.want(projectId, model, dim);
    const serving = active.find(({ status }) => status === 'serving')?.model ?? model;
    if (active.length === 1) return;
    // Its vectors are about to be put aside, where the index does not see them.
    await this.generations.noteIndex(projectId, serving, null);
    while (!signal.aborted && (await this.generations.align(projectId, model, serving)) > 0);
    if (!signal.aborted) await this.generations.retireOthers(projectId, [model, serving]);
    // Changed back to the model that serves: there is nothing to wait for.
    if (!signal.aborted && serving === model) await this.generations.retireOthers(projectId, [model]);
  }

  /** After a run: lets a complete generation serve, forgets the one before it, and makes or drops the index. */
  async settle(projectId: string, { model, dim }: Embedder, signal: AbortSignal): Promise<void> {
    const active = await this.generations.active(projectId);
    if (active.length > 1 && !(await this.generations.promote(projectId, model))) {
      await this.indexes.dropAllBut(projectId, null, signal);
      return;
    }
    // Before the index is made: a row written afterwards would enter the graph once more.
    while (!signal.aborted && (await this.generations.dropPrevious(projectId)) > 0);
    const { ready } = await this.chunks.countsOf(projectId);
    const largest = this.config.SEARCH_EXACT_MAX_CHUNKS ?? this.exactMaxChunks;
    if (ready > largest) {
      const name = await this.indexes.ensure(projectId, model, dim, signal);
      await this.generations.noteIndex(projectId, model, name);
      await this.indexes.dropAllBut(projectId, name, signal);
    } else if (ready <= largest / 2) {
      // Only well below the threshold, so that a project at its edge does not build and drop by turns.
      await this.generations.noteIndex(projectId, model, null);
      await this.indexes.dropAllBut(projectId, null, signal);
    } else {
      await this.indexes.dropUnfinished(projectId, signal);
    }
  }

  /** The embedded database has one session: a large index would keep all others waiting for minutes. */
  private get exactMaxChunks(): number {
    return this.location.embedded ? Infinity : EXACT_MAX_CHUNKS;
  }
}
