import { Injectable } from '@nestjs/common';
import { Config } from '../config/index.js';
import type { ChunkFilter } from './chunk-filter.js';
import { liftConversations, LOOKED_AT } from './domain/lift-conversations.js';
import { isMadeHere, JOINED_MODEL, parseModelId } from './domain/model-id.js';
import { GenerationsRepository, type ActiveGeneration } from './generations.repository.js';
import { QueryEmbeddings } from './query-embeddings.js';
import { VectorSearchRepository, type NearChunk, type VectorQuery } from './vector-search.repository.js';

export interface VectorAnswer {
  chunks: NearChunk[];
  model: string | null;
  /** Why the vectors that should have answered did not; null when they did, or when there are none yet. */
  unavailable: string | null;
  /** Live chunks that have no vector of that model, or of any where none answered: they are found by words alone. */
  missing: number;
}

/** The vector half of a search: which generation answers, the query's vector, the nearest chunks. */
@Injectable()
export class VectorSearch {
  constructor(
    private readonly generations: GenerationsRepository,
    private readonly queries: QueryEmbeddings,
    private readonly vectors: VectorSearchRepository,
    private readonly config: Config,
  ) {}

  /**
   * The nearest chunks by the generation that serves. Where its model can't be computed any more, by the one that is
   * being built, which has only a part of the chunks so far: then the answer says so.
   */
  async nearest(query: {
    projectId: string;
    filter: ChunkFilter;
    text: string;
    /** The text with its typing errors mended, for models that know no word but as it is written. */
    mended: string;
    wanted: number;
  }): Promise<VectorAnswer> {
    const generations = await this.generations.active(query.projectId);
    let unavailable: string | null = null;
    for (const generation of generations) {
      const embedded = await this.queries.of(
        generation.model,
        isMadeHere(generation.model) ? query.mended : query.text,
      );
      if ('unavailable' in embedded) {
        unavailable ??= embedded.unavailable;
        continue;
      }
      const efSearch = this.config.SEARCH_HNSW_EF_SEARCH;
      const chunks = await this.chunksNear({ ...query, generation, vector: embedded.vector, efSearch });
      const missing = await this.vectors.missing(query.projectId, generation.model, generations.length === 1);
      return { chunks, model: generation.model, unavailable, missing };
    }
    return { chunks: [], model: null, unavailable, missing: 0 };
  }
  /**
   * By the small model on this machine what else is said in a conversation counts too: it was measured for that one.
   */
  private async chunksNear(query: VectorQuery): Promise<NearChunk[]> {
    if (!isJoined(query.generation)) return this.vectors.nearest(query);
    const near = await this.vectors.nearest({ ...query, wanted: Math.max(query.wanted, LOOKED_AT) });
    return liftConversations(near).slice(0, query.wanted);
  }
}

const isJoined = ({ model }: ActiveGeneration): boolean => parseModelId(model)?.name === JOINED_MODEL;
