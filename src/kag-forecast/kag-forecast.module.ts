import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { JobsModule } from '../jobs/index.js';
import { KagSignalsModule } from '../kag-signals/index.js';
import { SimilarityModule } from '../similarity/index.js';
import { AccuracyRepository } from './accuracy.repository.js';
import { RiskForecast } from './forecast.entity.js';
import { ForecastStep } from './forecast.step.js';
import { ForecastService } from './forecast.service.js';
import { ForecastsRepository } from './forecasts.repository.js';
import { KagForecastController } from './kag-forecast.controller.js';
import { PastForecast } from './past-forecast.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([PastForecast, RiskForecast]), JobsModule, KagSignalsModule, SimilarityModule],
  controllers: [KagForecastController],
  providers: [AccuracyRepository, ForecastStep, ForecastService, ForecastsRepository],
  exports: [ForecastService, ForecastStep],
})
export class KagForecastModule {}
