import type { FactoryProvider, Provider } from '@nestjs/common';
import { collectDefaultMetrics, register } from 'prom-client';
import { connectorRequestsProvider, defineConnectorGauges } from '../src/connectors/core/connector-metrics.js';
import { defineDigestGauges } from '../src/digest/digest-metrics.js';
import { jobDurationProvider } from '../src/jobs/job-metrics.js';
import { processEventsProvider } from '../src/kag-events/event-metrics.js';
import { defineRecommendationGauges } from '../src/kag-recommendations/recommendation-metrics.js';
import { httpDurationProvider } from '../src/metrics/http-metrics.js';
import type { GaugeQuery } from '../src/metrics/index.js';
import { definePoolGauge } from '../src/metrics/pool-metrics.js';
import { defineProcessInfo } from '../src/metrics/process-info.js';
import { defineReplicaMetrics } from '../src/metrics/replica-metrics.js';
import { defineOpsGauges } from '../src/ops/ops-metrics.js';
import { searchMetricProviders } from '../src/search/search-metrics.js';

/** What /metrics exports under one name. */
export interface ExportedMetric {
  name: string;
  type: 'counter' | 'gauge' | 'histogram' | 'summary';
  help: string;
  labels: readonly string[];
  /** Read from the database, and so the same whichever process is asked; else each process counts its own. */
  sampled: boolean;
  /** Whether METRICS_PER_PROJECT gives it a label with the project. */
  perProject: boolean;
  /** Upper bounds of a histogram's buckets, in seconds. */
  buckets: readonly number[];
}

const PROVIDERS: readonly Provider[] = [
  httpDurationProvider,
  jobDurationProvider,
  processEventsProvider,
  connectorRequestsProvider,
  ...searchMetricProviders,
];

/**
 * All that a server exports, without starting one, by name. What a module exports and this list does not know is
 * found by the test that compares the page made from it with what a server says.
 */
export function exportedMetrics(): ExportedMetric[] {
  // The process may be a test's, in which servers count with the same registry before and after this.
  const before = names().flatMap((name) => register.getSingleMetric(name) ?? []);
  register.clear();
  try {
    collectDefaultMetrics();
    for (const provider of PROVIDERS) void (provider as FactoryProvider).useFactory();
    definePoolGauge({ idleCount: 0, totalCount: 0, waitingCount: 0 });
    defineProcessInfo('all');
    defineReplicaMetrics(null);
    const own = register.getMetricsAsArray() as unknown as Registered[];
    return [...own.map(counted), ...sampled()].sort((a, b) => (a.name < b.name ? -1 : 1));
  } finally {
    register.clear();
    for (const metric of before) register.registerMetric(metric);
  }
}

const names = (): string[] => register.getMetricsAsArray().map(({ name }) => name);

/** What prom-client's metrics hold beyond what its types tell. */
interface Registered {
  name: string;
  help: string;
  type: ExportedMetric['type'];
  labelNames: readonly string[];
  upperBounds?: readonly number[];
}

const counted = ({ name, help, type, labelNames, upperBounds }: Registered): ExportedMetric => ({
  name,
  help,
  type,
  labels: labelNames,
  sampled: false,
  perProject: false,
  buckets: upperBounds ?? [],
});

/** The queries behind the gauges that are read from the database. */
export function sampledQueries(): GaugeQuery[] {
  const queries: GaugeQuery[] = [];
  const collected = { define: (query: GaugeQuery) => void queries.push(query) };
  defineOpsGauges(collected);
  defineConnectorGauges(collected, [], null);
  defineRecommendationGauges(collected);
  defineDigestGauges(collected);
  return queries;
}

const sampled = (): ExportedMetric[] =>
  sampledQueries().flatMap(({ gauges, labels, perProject }) =>
    gauges.map(({ name, help }) => ({
      name,
      help,
      type: 'gauge' as const,
      labels,
      sampled: true,
      perProject: perProject !== undefined,
      buckets: [],
    })),
  );
