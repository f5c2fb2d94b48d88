import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/index.js';
import { ConnectorsModule } from '../connectors/index.js';
import { JobsModule } from '../jobs/index.js';
import { KagEventsModule } from '../kag-events/index.js';
import { KagForecastModule } from '../kag-forecast/index.js';
import { KagSignalsModule } from '../kag-signals/index.js';
import { KagSnapshotsModule } from '../kag-snapshots/index.js';
import { SampledGauges } from '../metrics/index.js';
import { ProjectsModule } from '../projects/index.js';
import { AdvisedActions } from './advised-actions.js';
import { Backgrounds } from './backgrounds.service.js';
import { DealMovesRepository } from './deal-moves.repository.js';
import { InboxController } from './inbox/inbox.controller.js';
import { InboxRepository } from './inbox/inbox.repository.js';
import { Inbox } from './inbox/inbox.service.js';
import { MembersRepository } from './inbox/members.repository.js';
import { KagRecommendationsController } from './kag-recommendations.controller.js';
import { PastEpisodesRepository } from './past-episodes.repository.js';
import { PhraseRecommendationsJob } from './phrasing/phrase-recommendations.job.js';
import { PhrasingsRepository } from './phrasing/phrasings.repository.js';
import { ReachedRecommendationsRepository } from './reached-recommendations.repository.js';
import { RecommendationActions } from './recommendation-actions.service.js';
import { defineRecommendationGauges } from './recommendation-metrics.js';
import { Recommendation } from './recommendation.entity.js';
import { RecommendationsRepository } from './recommendations.repository.js';
import { RecommendationsService } from './recommendations.service.js';
import { RecommendationsStep } from './recommendations.step.js';
import { RecommendationAnswers } from './recommendation-answers.js';

@Module({
  imports: [
    AuditModule,
    ConnectorsModule,
    JobsModule,
    KagEventsModule,
    KagForecastModule,
    KagSignalsModule,
    KagSnapshotsModule,
    ProjectsModule,
    TypeOrmModule.forFeature([Recommendation]),
  ],
  controllers: [InboxController, KagRecommendationsController],
  providers: [
    AdvisedActions,
    Backgrounds,
    DealMovesRepository,
    Inbox,
    InboxRepository,
    PastEpisodesRepository,
    MembersRepository,
    PhraseRecommendationsJob,
    PhrasingsRepository,
    ReachedRecommendationsRepository,
    RecommendationActions,
    RecommendationsRepository,
    RecommendationsService,
    RecommendationsStep,
    RecommendationAnswers,
  ],
  exports: [AdvisedActions, RecommendationsService, RecommendationsStep],
})
export class KagRecommendationsModule implements OnModuleInit {
  constructor(private readonly gauges: SampledGauges) {}

  onModuleInit(): void {
    defineRecommendationGauges(this.gauges);
  }
}
