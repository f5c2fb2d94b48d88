import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { JobsModule } from '../jobs/index.js';
import { KagEventsModule } from '../kag-events/index.js';
import { SecondOpinion } from './second-opinion.entity.js';
import { SecondOpinionsJob } from './second-opinions.job.js';
import { SecondOpinionsRepository } from './second-opinions.repository.js';

/** What a model hears in messages that the detectors are unsure of. */
@Module({
  imports: [JobsModule, KagEventsModule, TypeOrmModule.forFeature([SecondOpinion])],
  providers: [SecondOpinionsJob, SecondOpinionsRepository],
})
export class SecondOpinionsModule {}
