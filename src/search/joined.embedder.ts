import { errorText } from '../common/app-error.js';
import { unlessAborted } from '../common/unless-aborted.js';
import { joinFeatures } from './domain/join-features.js';
import { JOINED_MODEL, modelId } from './domain/model-id.js';
import type { Embedder, EmbedOptions, EmbedOutcome } from './embedder.js';
import type { SentenceModel } from './sentence-model/sentence-model.js';

/** Texts that go to the model at once: few, so that a query gets in between, and enough to be as fast as many. */
const SLICE = 8;

/** A small sentence model and hashed words in one vector, on this machine: no key, no network. */
export class JoinedEmbedder implements Embedder {
  readonly model: string;

  constructor(
    readonly dim: number,
    private readonly sentences: SentenceModel,
  ) {
    this.model = modelId({ name: JOINED_MODEL, dim });
  }

  async embed(texts: readonly string[], { signal }: EmbedOptions): Promise<EmbedOutcome> {
    const done: EmbedOutcome['texts'] = texts.map(() => null);
    for (let from = 0; from < texts.length; from += SLICE) {
      const slice = texts.slice(from, from + SLICE);
      try {
        const vectors = await unlessAborted(this.vectorsOf(slice), signal);
        vectors.forEach((vector, i) => (done[from + i] = { vector }));
      } catch (error) {
        if (signal.aborted) return { texts: done, failure: { kind: 'aborted', reason: 'stopped', retryAfterMs: null } };
        const reason = `the sentence model of this machine gave no vectors: ${errorText(error)}`;
        return { texts: done, failure: { kind: 'unavailable', reason, retryAfterMs: null } };
      }
    }
    return { texts: done, failure: null };
  }

  private async vectorsOf(texts: readonly string[]): Promise<number[][]> {
    const known = texts.map((text) => this.sentences.knows(text));
    const asked = texts.filter((_, at) => (known[at] ?? 0) > 0);
    const meant = await this.sentences.embed(asked);
    const nothing = new Float32Array(this.sentences.dim);
    return texts.map((text, at) => {
      const share = known[at] ?? 0;
      return joinFeatures(share > 0 ? (meant.shift() ?? nothing) : nothing, share, text, this.dim);
    });
  }
}
