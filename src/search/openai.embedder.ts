import type { Clock } from '../common/clock.js';
import {
  errorInAnswer,
  faultIn,
  openaiClient,
  textOf,
  understandOpenaiError,
  type OpenaiAccess,
  type OpenaiClient,
  type Rejection,
} from '../openai/index.js';
import { batchTexts } from './domain/batch.js';
import { asksForDimensions, type DimensionsWish } from './domain/dimensions.js';
import type { EmbeddedText, EmbeddingFailure } from './domain/embedding-failure.js';
import { modelId, type ModelId } from './domain/model-id.js';
import { readVectors } from './domain/read-vectors.js';
import { truncateToTokens } from './domain/tokens.js';
import type { Embedder, EmbedOptions, EmbedOutcome } from './embedder.js';

/** Limits of POST /v1/embeddings (docs/contract/vendors.md#openai); kept well under the sum of tokens. */
const TOKENS_PER_INPUT = 8192;
const TOKENS_PER_REQUEST = 250_000;
const WHO = 'the embeddings provider';
/** Any model takes it: where this comes to nothing too, the text before it is not to blame. */
const PLAIN_TEXT = 'A short and plain sentence.';

export interface OpenaiSettings extends ModelId, OpenaiAccess {
  /** Inputs in a request. */
  batchSize: number;
  /** Whether the length of vectors is asked for. */
  askDimensions?: DimensionsWish;
}

/** A request's vectors, null for a text that got none; or what became of it as a whole. */
type Answer = { vectors: (number[] | null)[] } | EmbeddingFailure | Rejection;

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

  /**
   * One text may spoil a request: halves find it in log2(n) rounds, and the others get their vectors. A text is found
   * guilty only where the provider serves another meanwhile; else the settings are, or the provider itself.
   */
  async embed(texts: readonly string[], { signal, isolate = false }: EmbedOptions): Promise<EmbedOutcome> {
    const inputs = texts.map((text) => truncateToTokens(text, TOKENS_PER_INPUT));
    const done: EmbeddedText[] = texts.map(() => null);
    const waiting = batchTexts(inputs, { count: this.settings.batchSize, tokens: TOKENS_PER_REQUEST });
    let serves = false;
    for (let batch = waiting.shift(); batch; batch = waiting.shift()) {
      const answer = await this.request(
        batch.map((at) => inputs[at] ?? ''),
        signal,
      );
      if ('vectors' in answer) {
        serves = true;
        waiting.unshift(...take(answer.vectors, batch, done));
        continue;
      }
      const divides =
        answer.kind === 'rejected' ||
        (answer.stumbled === true && (isolate || serves)) ||
        // Of a single text: whether the setting is wrong or the text is odd, another one tells.
        (answer.kind === 'refused' && answer.fault === 'dimension' && batch.length === 1);
      if (!divides) return { texts: done, failure: answer };
      if (batch.length > 1) {
        const middle = Math.ceil(batch.length / 2);
        waiting.unshift(batch.slice(0, middle), batch.slice(middle));
        continue;
      }
      const failure = serves ? null : await this.failureOfAll(answer, signal);
      if (failure) return { texts: done, failure };
      serves = true;
      const verdict = answer.kind === 'rejected' ? { rejected: answer.reason } : { spoilt: answer.reason };
      batch.forEach((at) => (done[at] = verdict));
    }
    return { texts: done, failure: null };
  }

  /** What keeps a plain text from its vector as well; null when it gets one, so that the text before it is to blame. */
  private async failureOfAll(before: Answer, signal: AbortSignal): Promise<EmbeddingFailure | null> {
    const answer = await this.request([PLAIN_TEXT], signal);
    if ('vectors' in answer) return null;
    if (answer.kind !== 'rejected') return answer;
    const { reason } = 'reason' in before ? before : answer;
    const fault = faultIn(reason);
    return { kind: 'refused', reason, retryAfterMs: null, ...(fault && { fault }) };
  }

  private async request(input: string[], signal: AbortSignal): Promise<Answer> {
    const deadline = this.clock.deadline(this.settings.timeoutMs);
    try {
      const answer: unknown = await this.client.embeddings.create(
        // Asked for, `float` is what comes; by default the client asks for base64, which imitations answer wrongly.
        { model: this.settings.name, input, encoding_format: 'float', ...this.dimensions() },
        { signal: AbortSignal.any([signal, deadline]) },
      );
      const error = errorInAnswer(answer);
      if (error) throw error;
      return this.read(answer, input.length);
    } catch (error) {
      return understandOpenaiError(error, { who: WHO, signal, deadline, now: this.clock.now() });
    }
  }

  private dimensions(): { dimensions?: number } {
    return asksForDimensions(this.settings, this.settings.askDimensions) ? { dimensions: this.dim } : {};
  }

  private read(answer: unknown, count: number): Answer {
    const read = readVectors(answer, count, this.dim);
    if ('vectors' in read) return read;
    if ('unusable' in read) {
      const reason = textOf(`${WHO}’s answer ${read.unusable}`);
      return { kind: 'unavailable', reason, retryAfterMs: null, stumbled: true };
    }
    const reason = `${this.settings.name} makes vectors of ${read.dimension} numbers, and EMBEDDING_DIM is ${this.dim}`;
    return { kind: 'refused', reason, retryAfterMs: null, fault: 'dimension' };
  }
}

/** Puts vectors where their texts are; returns the texts without one, to be asked for one by one. */
function take(vectors: readonly (number[] | null)[], batch: readonly number[], done: EmbeddedText[]): number[][] {
  const missing: number[][] = [];
  batch.forEach((at, i) => {
    const vector = vectors[i];
    if (vector) done[at] = { vector };
    else missing.push([at]);
  });
  return missing;
}
