import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { JobsModule } from '../jobs/index.js';
import { KagEventsModule } from '../kag-events/index.js';
import { EventFeedbackController } from './event-feedback.controller.js';
import { EventFeedbackRepository } from './event-feedback.repository.js';
import { EventFeedback } from './event-feedback.service.js';
import { QualityRepository } from './quality.repository.js';

/** What people say of events that were heard in words, and how good the detectors are by that. */
@Module({
  imports: [AuditModule, JobsModule, KagEventsModule],
  controllers: [EventFeedbackController],
  providers: [EventFeedback, EventFeedbackRepository, QualityRepository],
})
export class EventFeedbackModule {}
