import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Config } from '../config/index.js';
import { HASHING_MODEL, JOINED_MODEL, isMadeHere, modelId, parseModelId, type ModelId } from './domain/model-id.js';
import type { Embedder } from './embedder.js';
import { HashingEmbedder } from './hashing.embedder.js';
import { JoinedEmbedder } from './joined.embedder.js';
import { OpenaiEmbedder } from './openai.embedder.js';
import { EnglishModel, isEnglishModelInstalled } from './sentence-model/english-model.js';

/** The embedders this process can make: the configured one, and those that made what older generations hold. */
@Injectable()
export class Embedders {
  /** The embedder that new vectors are made with. */
  readonly configured: Embedder;
  /** One for all that ask: its thread and its memory are shared. */
  private readonly sentences = new EnglishModel();

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    const dim = config.EMBEDDING_DIM;
    const key = config.OPENAI_API_KEY;
    this.configured =
      config.embeddingProvider === 'openai' && key !== null
        ? this.openai({ name: config.EMBEDDING_MODEL, dim }, key)
        : this.onThisMachine({ name: localName(config), dim });
  }

  /** The embedder of a model's identity; null when it can't be had any more, for want of a key. */
  of(model: string): Embedder | null {
    if (model === this.configured.model) return this.configured;
    const id = parseModelId(model);
    if (!id) return null;
    if (isMadeHere(model)) return this.onThisMachine(id);
    return this.config.OPENAI_API_KEY === null ? null : this.openai(id, this.config.OPENAI_API_KEY);
  }

  private onThisMachine({ name, dim }: ModelId): Embedder {
    return name === JOINED_MODEL ? new JoinedEmbedder(dim, this.sentences) : new HashingEmbedder(dim);
  }

  private openai(id: ModelId, apiKey: string): Embedder {
    const { OPENAI_BASE_URL, OPENAI_TIMEOUT_MS, EMBED_BATCH_SIZE, EMBEDDING_ASK_DIM } = this.config;
    const settings = {
      ...id,
      apiKey,
      baseUrl: OPENAI_BASE_URL,
      timeoutMs: OPENAI_TIMEOUT_MS,
      batchSize: EMBED_BATCH_SIZE,
      askDimensions: EMBEDDING_ASK_DIM,
    };
    return new OpenaiEmbedder(settings, this.clock);
  }
}

/** Without the model's packages `local` is what it was before them: hashed words. */
const localName = ({ embeddingProvider }: Config): string =>
  embeddingProvider === 'local' && isEnglishModelInstalled() ? JOINED_MODEL : HASHING_MODEL;

/** What the vectors of the configured embedder are marked with. */
export function configuredModel(config: Config): string {
  const { embeddingProvider, EMBEDDING_MODEL, EMBEDDING_DIM } = config;
  return modelId({ name: embeddingProvider === 'openai' ? EMBEDDING_MODEL : localName(config), dim: EMBEDDING_DIM });
}
