import { Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { ConnectorsModule } from '../connectors/index.js';
import { JobsModule } from '../jobs/index.js';
import { ProjectsModule } from '../projects/index.js';
import { SearchModule } from '../search/index.js';
import { ConclusionsRepository } from './conclusions.repository.js';
import { LeavingRowsRepository } from './leaving-rows.repository.js';
import { ProjectRemovalJob } from './project-removal.job.js';
import { ProjectsRemovalRepository } from './projects-removal.repository.js';
import { RemovalController } from './removal.controller.js';
import { RemovalKeeper } from './removal-keeper.js';
import { Removals } from './removals.service.js';
import { SourceClearing } from './source-clearing.js';
import { SourceForesight } from './source-foresight.js';
import { SourcesClearingJob } from './sources-clearing.job.js';

/** What leaves for good: data of sources that projects do not read from any more, and whole projects. */
@Module({
  imports: [ConnectorsModule, JobsModule, ProjectsModule, ScheduleModule.forRoot(), SearchModule],
  controllers: [RemovalController],
  providers: [
    ConclusionsRepository,
    LeavingRowsRepository,
    ProjectRemovalJob,
    ProjectsRemovalRepository,
    RemovalKeeper,
    Removals,
    SourceClearing,
    SourceForesight,
    SourcesClearingJob,
  ],
  exports: [ConnectorsModule, RemovalKeeper],
})
export class RemovalModule {}
