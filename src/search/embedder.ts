import type { EmbeddedText, EmbeddingFailure } from './domain/embedding-failure.js';

export interface EmbedOptions {
  /** Stops the work: the outcome is then `aborted` for what was not reached. */
  signal: AbortSignal;
  /**
   * Takes what looks like an outage apart too, down to the text that the provider stumbles over. Off at first: an
   * outage is the likelier reason, and taking a batch apart asks a provider that is down many times.
   */
  isolate?: boolean;
}

export interface EmbedOutcome {
  /** As many as texts were given, in their order. */
  texts: EmbeddedText[];
  /** What kept the rest from being embedded; null when every text has its answer. */
  failure: EmbeddingFailure | null;
}

/** Turns texts into vectors of `dim` numbers. Never throws for what a provider does: the outcome says it. */
export interface Embedder {
  /** Identity of the model and dimension: `text-embedding-3-small@1536`. */
  readonly model: string;
  readonly dim: number;
  embed(texts: readonly string[], options: EmbedOptions): Promise<EmbedOutcome>;
}
