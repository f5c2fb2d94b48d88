import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/index.js';
import { SampledGauges } from '../metrics/index.js';
import { KagRecommendationsController } from './kag-recommendations.controller.js';
import { ReachedRecommendationsRepository } from './reached-recommendations.repository.js';
import { RecommendationActions } from './recommendation-actions.service.js';
import { defineRecommendationGauges } from './recommendation-metrics.js';
import { Recommendation } from './recommendation.entity.js';
import { RecommendationsRepository } from './recommendations.repository.js';
import { RecommendationsService } from './recommendations.service.js';

@Module({
  imports: [AuditModule, TypeOrmModule.forFeature([Recommendation])],
  controllers: [KagRecommendationsController],
  providers: [
    ReachedRecommendationsRepository,
    RecommendationActions,
    RecommendationsRepository,
    RecommendationsService,
  ],
  exports: [RecommendationsService],
})
export class KagRecommendationsModule implements OnModuleInit {
  constructor(private readonly gauges: SampledGauges) {}

  onModuleInit(): void {
    defineRecommendationGauges(this.gauges);
  }
}
