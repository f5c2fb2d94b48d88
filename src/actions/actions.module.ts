import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/index.js';
import { ConnectorsModule } from '../connectors/index.js';
import { JobsModule } from '../jobs/index.js';
import { KagRecommendationsModule } from '../kag-recommendations/index.js';
import { Action } from './action.entity.js';
import { ActionsController } from './actions.controller.js';
import { ActionsRepository } from './actions.repository.js';
import { Actions } from './actions.service.js';
import { ActionDeliveriesJob } from './deliveries.job.js';

/** From advice to action: what people have vendors do for a project. */
@Module({
  imports: [AuditModule, ConnectorsModule, JobsModule, KagRecommendationsModule, TypeOrmModule.forFeature([Action])],
  controllers: [ActionsController],
  providers: [Actions, ActionsRepository, ActionDeliveriesJob],
})
export class ActionsModule {}
