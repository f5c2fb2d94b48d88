import { Injectable } from '@nestjs/common';
import { InjectMetric, makeHistogramProvider } from '@willsoto/nestjs-prometheus';
import type { Histogram } from 'prom-client';

const SEARCH = 'kag_search_duration_seconds';
const EMBEDDING = 'kag_embedding_duration_seconds';

export const searchMetricProviders = [
  makeHistogramProvider({
    name: SEARCH,
    help: 'How long searches took, by mode',
    labelNames: ['mode'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3],
  }),
  makeHistogramProvider({
    name: EMBEDDING,
    help: 'How long calls of the embedder took, for batches and for queries',
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 3, 10, 30],
  }),
];

/** Times searches. */
@Injectable()
export class SearchMetrics {
  constructor(@InjectMetric(SEARCH) private readonly durations: Histogram) {}

  async time<T>(mode: string, work: () => Promise<T>): Promise<T> {
    const stop = this.durations.startTimer({ mode });
    try {
      return await work();
    } finally {
      stop();
    }
  }
}

/** Times calls of embedders. */
@Injectable()
export class EmbeddingMetrics {
  constructor(@InjectMetric(EMBEDDING) private readonly durations: Histogram) {}

  async time<T>(work: () => Promise<T>): Promise<T> {
    const stop = this.durations.startTimer();
    try {
      return await work();
    } finally {
      stop();
    }
  }
}
