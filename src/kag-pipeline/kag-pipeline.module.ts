import { Module } from '@nestjs/common';
import { JobsModule } from '../jobs/index.js';
import { KagEventsModule } from '../kag-events/index.js';
import { KagForecastModule } from '../kag-forecast/index.js';
import { KagRecommendationsModule } from '../kag-recommendations/index.js';
import { KagSignalsModule } from '../kag-signals/index.js';
import { KagSnapshotsModule } from '../kag-snapshots/index.js';
import { DailyPipelineJob } from './daily-pipeline.job.js';

@Module({
  imports: [
    JobsModule,
    KagEventsModule,
    KagForecastModule,
    KagRecommendationsModule,
    KagSignalsModule,
    KagSnapshotsModule,
  ],
  providers: [DailyPipelineJob],
})
export class KagPipelineModule {}
