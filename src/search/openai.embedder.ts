import type { Clock } from '../common/clock.js';
import { openaiClient, understandOpenaiError, type OpenaiAccess, type OpenaiClient } from '../openai/index.js';
import { batchTexts } from './domain/batch.js';
import type { EmbeddedText, EmbeddingFailure } from './domain/embedding-failure.js';
import { modelId, type ModelId } from './domain/model-id.js';
import { truncateToTokens } from './domain/tokens.js';
import type { Embedder, EmbedOptions, EmbedOutcome } from './embedder.js';

/** Limits of POST /v1/embeddings (API reference): 8192 tokens an input, 300 000 a request; kept well under the sum. */
const TOKENS_PER_INPUT = 8192;
const TOKENS_PER_REQUEST = 250_000;

export interface OpenaiSettings extends ModelId, OpenaiAccess {
  /** Inputs in a request. */
  batchSize: number;
}

/** OpenAI's embeddings, or those of a server that speaks its protocol at the configured address, and no other. */
export class OpenaiEmbedder implements Embedder {
  readonly model: string;
  readonly dim: number;
  private readonly client: OpenaiClient;

  constructor(
    private readonly settings: OpenaiSettings,
    private readonly clock: Clock,
  ) {
    this.model = modelId(settings);
    this.dim = settings.dim;
    this.client = openaiClient(settings);
  }

  async embed(texts: readonly string[], options: EmbedOptions): Promise<EmbedOutcome> {
    const inputs = texts.map((text) => truncateToTokens(text, TOKENS_PER_INPUT));
    const done: EmbeddedText[] = texts.map(() => null);
    const waiting = batchTexts(inputs, { count: this.settings.batchSize, tokens: TOKENS_PER_REQUEST });
    for (let batch = waiting.shift(); batch; batch = waiting.shift()) {
      const answer = await this.request(
        batch.map((at) => inputs[at] ?? ''),
        options.signal,
      );
      if ('vectors' in answer) {
        batch.forEach((at, i) => (done[at] = { vector: answer.vectors[i] ?? [] }));
      } else if (answer.kind !== 'rejected') {
        return { texts: done, failure: answer };
      } else if (batch.length === 1) {
        batch.forEach((at) => (done[at] = { rejected: answer.reason }));
      } else {
        // One text spoils a request: halves find it in log2(n) rounds, and the others get their vectors.
        const middle = Math.ceil(batch.length / 2);
        waiting.unshift(batch.slice(0, middle), batch.slice(middle));
      }
    }
    return { texts: done, failure: null };
  }

  private async request(input: string[], signal: AbortSignal) {
    const deadline = this.clock.deadline(this.settings.timeoutMs);
    try {
      const answer = await this.client.embeddings.create(
        // Asked for, `float` is what comes; by default the client asks for base64, which imitations answer wrongly.
        { model: this.settings.name, input, encoding_format: 'float', ...this.dimensions() },
        { signal: AbortSignal.any([signal, deadline]) },
      );
      return this.read(answer.data, input.length);
    } catch (error) {
      return understandOpenaiError(error, { who: 'the embeddings provider', signal, deadline, now: this.clock.now() });
    }
  }

  /** Only models of the third series take it (API reference); the others refuse the request. */
  private dimensions(): { dimensions?: number } {
    return this.settings.name.startsWith('text-embedding-3') ? { dimensions: this.dim } : {};
  }

  /** The vectors in the order of the inputs: `index` says whose each one is. */
  private read(
    data: readonly { index: number; embedding: number[] }[],
    count: number,
  ): { vectors: number[][] } | EmbeddingFailure {
    const vectors = new Array<number[] | undefined>(count).fill(undefined);
    for (const { index, embedding } of data) if (isVector(embedding)) vectors[index] = embedding;
    const whole = vectors.filter((vector) => vector !== undefined);
    if (whole.length !== count || data.length !== count) {
      return { kind: 'unavailable', reason: 'the embeddings provider’s answer lacks vectors', retryAfterMs: null };
    }
    const other = whole.find((vector) => vector.length !== this.dim);
    if (other) {
      const reason = `${this.settings.name} makes vectors of ${other.length} numbers, and EMBEDDING_DIM is ${this.dim}`;
      return { kind: 'refused', reason, retryAfterMs: null };
    }
    return { vectors: whole };
  }
}

const isVector = (value: unknown): value is number[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((number) => typeof number === 'number' && Number.isFinite(number));
