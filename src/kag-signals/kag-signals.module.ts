import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConnectorsModule } from '../connectors/index.js';
import { JobsModule } from '../jobs/index.js';
import { KagEventsModule } from '../kag-events/index.js';
import { ProjectsModule } from '../projects/index.js';
import { KagSignalsController } from './kag-signals.controller.js';
import { ProjectEndsRepository } from './project-ends.repository.js';
import { ReadingsRepository } from './readings.repository.js';
import { ReadingsService } from './readings.service.js';
import { SignalsStep } from './signals.step.js';
import { ScoreOfDay, StoredScore } from './score.entity.js';
import { SignalOfDay, StoredSignal } from './signal.entity.js';
import { ScopeActivityRepository } from './scope-activity.repository.js';
import { SignalState } from './signal-state.entity.js';
import { SignalStatesRepository } from './signal-states.repository.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([ScoreOfDay, SignalOfDay, SignalState, StoredScore, StoredSignal]),
    ConnectorsModule,
    JobsModule,
    KagEventsModule,
    ProjectsModule,
  ],
  controllers: [KagSignalsController],
  providers: [
    ProjectEndsRepository,
    ReadingsRepository,
    ReadingsService,
    ScopeActivityRepository,
    SignalsStep,
    SignalStatesRepository,
  ],
  exports: [ReadingsService, SignalsStep],
})
export class KagSignalsModule {}
