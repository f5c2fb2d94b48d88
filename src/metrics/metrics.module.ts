import { Global, Inject, Module, type OnModuleInit } from '@nestjs/common';
import { PrometheusModule } from '@willsoto/nestjs-prometheus';
import type { Pool } from 'pg';
import { Config } from '../config/index.js';
import { POOL, Replica } from '../database/index.js';
import { httpDurationProvider } from './http-metrics.js';
import { MetricsController } from './metrics.controller.js';
import { definePoolGauge } from './pool-metrics.js';
import { defineProcessInfo } from './process-info.js';
import { defineReplicaMetrics } from './replica-metrics.js';
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
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(Replica) private readonly replica: Replica | null,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    definePoolGauge(this.pool);
    defineProcessInfo(this.config.ROLE);
    defineReplicaMetrics(this.replica);
  }
}
