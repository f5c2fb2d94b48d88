import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConnectorsModule } from '../connectors/index.js';
import { JobsModule } from '../jobs/index.js';
import { KagSignalsModule } from '../kag-signals/index.js';
import { ProjectsModule } from '../projects/index.js';
import { DayCountsRepository } from './day-counts.repository.js';
import { DealEndingsRepository } from './deal-endings.repository.js';
import { KagSnapshotsController } from './kag-snapshots.controller.js';
import { MeasuresRepository } from './measures.repository.js';
import { OnsetsController } from './onsets.controller.js';
import { OnsetsRepository } from './onsets.repository.js';
import { OnsetsService } from './onsets.service.js';
import { OutcomesRepository } from './outcomes.repository.js';
import { PastCaseOutcome } from './past-case-outcome.entity.js';
import { ProjectSnapshot } from './project-snapshot.entity.js';
import { RiskOnset } from './risk-onset.entity.js';
import { RiskReportRow } from './risk-report.entity.js';
import { RiskReportsRepository } from './risk-reports.repository.js';
import { SeriesController } from './series.controller.js';
import { SeriesRepository } from './series.repository.js';
import { SnapshotsStep } from './snapshots.step.js';
import { SnapshotsRepository } from './snapshots.repository.js';
import { SnapshotsService } from './snapshots.service.js';
import { StageChangesRepository } from './stage-changes.repository.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([ProjectSnapshot, PastCaseOutcome, RiskOnset, RiskReportRow]),
    ConnectorsModule,
    JobsModule,
    KagSignalsModule,
    ProjectsModule,
  ],
  controllers: [KagSnapshotsController, OnsetsController, SeriesController],
  providers: [
    DayCountsRepository,
    DealEndingsRepository,
    MeasuresRepository,
    OnsetsRepository,
    OnsetsService,
    OutcomesRepository,
    RiskReportsRepository,
    SeriesRepository,
    SnapshotsRepository,
    SnapshotsService,
    SnapshotsStep,
    StageChangesRepository,
  ],
  exports: [
    MeasuresRepository,
    OnsetsRepository,
    OnsetsService,
    OutcomesRepository,
    RiskReportsRepository,
    SnapshotsRepository,
    SnapshotsService,
    SnapshotsStep,
  ],
})
export class KagSnapshotsModule {}
