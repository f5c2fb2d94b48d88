import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DomainEventsRepository } from './domain-events.repository.js';
import { EventFeedbackRow } from './event-feedback.entity.js';
import { LoggedEvent } from './event-log.entity.js';
import { processEventsProvider } from './event-metrics.js';
import { EventLogRepository } from './event-log.repository.js';
import { EventLog } from './event-log.service.js';
import { KagEventsController } from './kag-events.controller.js';

@Module({
  imports: [TypeOrmModule.forFeature([EventFeedbackRow, LoggedEvent])],
  controllers: [KagEventsController],
  providers: [DomainEventsRepository, EventLogRepository, EventLog, processEventsProvider],
  exports: [DomainEventsRepository, EventLog],
})
export class KagEventsModule {}
