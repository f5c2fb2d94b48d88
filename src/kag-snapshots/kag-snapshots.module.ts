import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { JobsModule } from '../jobs/index.js';
import { KagSignalsModule } from '../kag-signals/index.js';
import { DayCountsRepository } from './day-counts.repository.js';
import { KagSnapshotsController } from './kag-snapshots.controller.js';
import { OutcomesRepository } from './outcomes.repository.js';
import { PastCaseOutcome } from './past-case-outcome.entity.js';
import { ProjectSnapshot } from './project-snapshot.entity.js';
import { SnapshotsStep } from './snapshots.step.js';
import { SnapshotsRepository } from './snapshots.repository.js';
import { SnapshotsService } from './snapshots.service.js';
import { StageChangesRepository } from './stage-changes.repository.js';

@Module({
  imports: [TypeOrmModule.forFeature([ProjectSnapshot, PastCaseOutcome]), JobsModule, KagSignalsModule],
  controllers: [KagSnapshotsController],
  providers: [
    DayCountsRepository,
    OutcomesRepository,
    SnapshotsRepository,
    SnapshotsService,
    SnapshotsStep,
    StageChangesRepository,
  ],
  exports: [OutcomesRepository, SnapshotsRepository, SnapshotsService, SnapshotsStep],
})
export class KagSnapshotsModule {}
