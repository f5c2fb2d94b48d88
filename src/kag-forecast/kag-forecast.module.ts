import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConnectorsModule } from '../connectors/index.js';
import { JobsModule } from '../jobs/index.js';
import { KagSignalsModule } from '../kag-signals/index.js';
import { KagSnapshotsModule } from '../kag-snapshots/index.js';
import { ProjectsModule } from '../projects/index.js';
import { SimilarityModule } from '../similarity/index.js';
import { BackfillJob } from './backfill/backfill.job.js';
import { BackfillService } from './backfill/backfill.service.js';
import { RiskForecast } from './forecast.entity.js';
import { ForecastService } from './forecast.service.js';
import { ForecastStep } from './forecast.step.js';
import { ForecastsRepository } from './forecasts.repository.js';
import { ForecastHistoryController } from './history/forecast-history.controller.js';
import { ForecastHistoryRepository } from './history/forecast-history.repository.js';
import { JudgedRepository } from './judged.repository.js';
import { KagForecastController } from './kag-forecast.controller.js';
import { LooksService } from './looks.service.js';
import { ForecastModel } from './models/forecast-model.entity.js';
import { ForecastModelsRepository } from './models/forecast-models.repository.js';
import { RunsService } from './models/runs.service.js';
import { ScopeModelsService } from './models/scope-models.service.js';
import { ScopesRepository } from './models/scopes.repository.js';
import { PastForecast } from './past-forecast.entity.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([ForecastModel, PastForecast, RiskForecast]),
    ConnectorsModule,
    JobsModule,
    KagSignalsModule,
    KagSnapshotsModule,
    ProjectsModule,
    SimilarityModule,
  ],
  controllers: [KagForecastController, ForecastHistoryController],
  providers: [
    BackfillJob,
    BackfillService,
    ForecastHistoryRepository,
    ForecastModelsRepository,
    ForecastService,
    ForecastStep,
    ForecastsRepository,
    JudgedRepository,
    LooksService,
    RunsService,
    ScopeModelsService,
    ScopesRepository,
  ],
  exports: [ForecastService, ForecastStep],
})
export class KagForecastModule {}
