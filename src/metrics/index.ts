export { timeRequests } from './http-metrics.js';
export { MetricsModule } from './metrics.module.js';
export { SampledGauges, type GaugeDefinitions, type GaugeQuery } from './sampled-gauges.js';
