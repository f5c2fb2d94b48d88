import { Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { HealthController } from './health.controller.js';
import { HealthParts } from './health-parts.js';
import { Readiness } from './readiness.js';

@Module({
  // A failing probe is the prober's to report; terminus would log an error for each.
  imports: [TerminusModule.forRoot({ logger: false })],
  controllers: [HealthController],
  providers: [HealthParts, Readiness],
  exports: [Readiness],
})
export class HealthModule {}
