export { MetricsModule } from './metrics.module.js';
export { SampledGauges, type GaugeQuery } from './sampled-gauges.js';
