import { hashFeatures } from './domain/feature-hashing.js';
import { HASHING_MODEL, modelId } from './domain/model-id.js';
import type { Embedder, EmbedOptions, EmbedOutcome } from './embedder.js';

/** Texts between two looks at the signal and at the event loop: a long batch must not hold up other requests. */
const SLICE = 16;

/** Feature hashing on this machine: for work without a key and for tests. It knows words, not meanings. */
export class HashingEmbedder implements Embedder {
  readonly model: string;

  constructor(readonly dim: number) {
    this.model = modelId({ name: HASHING_MODEL, dim });
  }

  async embed(texts: readonly string[], { signal }: EmbedOptions): Promise<EmbedOutcome> {
    const done: EmbedOutcome['texts'] = texts.map(() => null);
    for (const [at, text] of texts.entries()) {
      if (at % SLICE === 0) await new Promise((next) => setImmediate(next));
      if (signal.aborted) return { texts: done, failure: { kind: 'aborted', reason: 'stopped', retryAfterMs: null } };
      done[at] = { vector: hashFeatures(text, this.dim) };
    }
    return { texts: done, failure: null };
  }
}
