import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Clock } from '../common/clock.js';
import { Config } from '../config/index.js';
import { Circuit } from './domain/circuit.js';
import type { Embedder } from './embedder.js';
import { Embedders } from './embedders.js';
import { EmbeddingMetrics } from './search-metrics.js';

/** A vector of the query, or why it is missing. */
export type QueryVector = { vector: readonly number[] } | { unavailable: string };

/** A person waits for a query: beyond this the lexical answer is the better one. */
const DEADLINE_MS = 3000;
/** Queries whose vectors are kept: about 12 KB each at 1536 numbers. */
const CACHED = 500;

/** Embeds queries: cached by model and text, with a short deadline, and not at all while the provider is down. */
@Injectable()
export class QueryEmbeddings {
  private readonly cache = new LRUCache<string, readonly number[]>({ max: CACHED });
  /** One for each model: that one of them is gone must not keep the others from being asked. */
  private readonly circuits = new Map<string, Circuit>();

  constructor(
    private readonly embedders: Embedders,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly metrics: EmbeddingMetrics,
  ) {}

  /** The query's vector by the model that made the project's vectors; says why it is missing, and never throws. */
  async of(model: string, text: string): Promise<QueryVector> {
    const key = `${model} ${text}`;
    const cached = this.cache.get(key);
    if (cached) return { vector: cached };
    const embedder = this.embedders.of(model);
    if (!embedder) return { unavailable: `${model} needs OPENAI_API_KEY, which is not set` };
    const blocked = this.circuitOf(model).blocked(this.clock.now().getTime());
    if (blocked !== null) return { unavailable: blocked };
    const answer = await this.ask(embedder, text);
    if ('vector' in answer) this.cache.set(key, answer.vector);
    return answer;
  }

  private async ask(embedder: Embedder, text: string): Promise<QueryVector> {
    const deadline = Math.min(this.config.OPENAI_TIMEOUT_MS, DEADLINE_MS);
    const { texts, failure } = await this.metrics.time(() =>
      embedder.embed([text], { signal: this.clock.deadline(deadline) }),
    );
    const answer = texts[0];
    if (answer && 'vector' in answer) {
      this.circuitOf(embedder.model).succeeded();
      return answer;
    }
    // This query's own fault: others may be asked.
    if (answer) return { unavailable: 'rejected' in answer ? answer.rejected : answer.spoilt };
    const reason =
      failure?.kind === 'aborted' ? `the embeddings provider did not answer within ${deadline} ms` : failure?.reason;
    this.circuitOf(embedder.model).failed(
      this.clock.now().getTime(),
      reason ?? 'no answer',
      failure?.retryAfterMs ?? null,
    );
    return { unavailable: reason ?? 'no answer' };
  }

  private circuitOf(model: string): Circuit {
    const circuit = this.circuits.get(model) ?? new Circuit();
    this.circuits.set(model, circuit);
    return circuit;
  }
}
