import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SampledGauges } from '../metrics/index.js';
import { defineRecommendationGauges } from './recommendation-metrics.js';
import { Recommendation } from './recommendation.entity.js';
import { RecommendationsRepository } from './recommendations.repository.js';
import { RecommendationsService } from './recommendations.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Recommendation])],
  providers: [RecommendationsRepository, RecommendationsService],
  exports: [RecommendationsService],
})
export class KagRecommendationsModule implements OnModuleInit {
  constructor(private readonly gauges: SampledGauges) {}

  onModuleInit(): void {
    defineRecommendationGauges(this.gauges);
  }
}
