import { Global, Inject, Module, type OnModuleInit } from '@nestjs/common';
import { PrometheusModule } from '@willsoto/nestjs-prometheus';
import type { Pool } from 'pg';
import { Gauge, register } from 'prom-client';
import { POOL } from '../database/index.js';
import { httpDurationProvider } from './http-metrics.js';
import { MetricsController } from './metrics.controller.js';
import { SampledGauges } from './sampled-gauges.js';

/** The registry and /metrics; modules add their own collectors. */
@Global()
@Module({
  imports: [
    PrometheusModule.register({ path: '/metrics', controller: MetricsController, defaultMetrics: { enabled: true } }),
  ],
  providers: [SampledGauges, httpDurationProvider],
  exports: [SampledGauges],
})
export class MetricsModule implements OnModuleInit {
  constructor(@Inject(POOL) private readonly pool: Pool) {}

  onModuleInit(): void {
    const { pool } = this;
    register.removeSingleMetric('kag_db_pool');
    new Gauge({
      name: 'kag_db_pool',
      help: 'Database connections of this process, by what they are doing',
      labelNames: ['state'],
      collect() {
        this.set({ state: 'idle' }, pool.idleCount);
        this.set({ state: 'used' }, pool.totalCount - pool.idleCount);
        this.set({ state: 'waiting' }, pool.waitingCount);
      },
    });
  }
}
