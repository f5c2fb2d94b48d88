import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Config } from '../config/index.js';
import { LOCAL_MODEL, modelId, parseModelId, type ModelId } from './domain/model-id.js';
import type { Embedder } from './embedder.js';
import { LocalEmbedder } from './local.embedder.js';
import { OpenaiEmbedder } from './openai.embedder.js';

/** The embedders this process can make: the configured one, and those that made what older generations hold. */
@Injectable()
export class Embedders {
  /** The embedder that new vectors are made with. */
  readonly configured: Embedder;

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    const dim = config.EMBEDDING_DIM;
    const key = config.OPENAI_API_KEY;
    this.configured =
      config.embeddingProvider === 'openai' && key !== null
        ? this.openai({ name: config.EMBEDDING_MODEL, dim }, key)
        : new LocalEmbedder(dim);
  }

  /** The embedder of a model's identity; null when it can't be had any more, for want of a key. */
  of(model: string): Embedder | null {
    if (model === this.configured.model) return this.configured;
    const id = parseModelId(model);
    if (!id) return null;
    if (id.name === LOCAL_MODEL) return new LocalEmbedder(id.dim);
    return this.config.OPENAI_API_KEY === null ? null : this.openai(id, this.config.OPENAI_API_KEY);
  }

  private openai(id: ModelId, apiKey: string): Embedder {
    const { OPENAI_BASE_URL, OPENAI_TIMEOUT_MS, EMBED_BATCH_SIZE } = this.config;
    const settings = {
      ...id,
      apiKey,
      baseUrl: OPENAI_BASE_URL,
      timeoutMs: OPENAI_TIMEOUT_MS,
      batchSize: EMBED_BATCH_SIZE,
    };
    return new OpenaiEmbedder(settings, this.clock);
  }
}

/** What the vectors of the configured embedder are marked with. */
export function configuredModel({ embeddingProvider, EMBEDDING_MODEL, EMBEDDING_DIM }: Config): string {
  return modelId({ name: embeddingProvider === 'openai' ? EMBEDDING_MODEL : LOCAL_MODEL, dim: EMBEDDING_DIM });
}
