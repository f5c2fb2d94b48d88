import { Module, type OnModuleInit } from '@nestjs/common';
import { AuthModule } from '../auth/index.js';
import { ConnectorsModule } from '../connectors/index.js';
import { JobsModule } from '../jobs/index.js';
import { SampledGauges } from '../metrics/index.js';
import { ProjectsModule } from '../projects/index.js';
import { DiagnosisController } from './diagnosis/diagnosis.controller.js';
import { DiagnosisService } from './diagnosis/diagnosis.service.js';
import { JobsStatusController } from './jobs-status.controller.js';
import { defineOpsGauges } from './ops-metrics.js';
import { ProjectCounts } from './project-counts.js';
import { RetentionJob } from './retention.job.js';
import { RetentionRepository } from './retention.repository.js';
import { TableStatistics } from './table-statistics.js';

/** What looks at many modules at once. */
@Module({
  imports: [AuthModule, ConnectorsModule, JobsModule, ProjectsModule],
  controllers: [DiagnosisController, JobsStatusController],
  providers: [DiagnosisService, ProjectCounts, RetentionJob, RetentionRepository, TableStatistics],
})
export class OpsModule implements OnModuleInit {
  constructor(private readonly gauges: SampledGauges) {}

  onModuleInit(): void {
    defineOpsGauges(this.gauges);
  }
}
