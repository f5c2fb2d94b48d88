export { HealthModule } from './health.module.js';
export { serveProbesOnly } from './probes-only.js';
export { Readiness } from './readiness.js';
