import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/index.js';
import { JobsModule } from '../jobs/index.js';
import { SampledGauges } from '../metrics/index.js';
import { PortfolioModule } from '../portfolio/index.js';
import { ProjectsModule } from '../projects/index.js';
import { DeliveriesController } from './deliveries/deliveries.controller.js';
import { DigestDeliveriesJob } from './deliveries/deliveries.job.js';
import { DeliveriesRepository } from './deliveries/deliveries.repository.js';
import { Deliveries } from './deliveries/deliveries.service.js';
import { DigestDelivery } from './deliveries/delivery.entity.js';
import { ListedDeliveries } from './deliveries/listed-deliveries.service.js';
import { defineDigestGauges } from './digest-metrics.js';
import { DigestController } from './digest.controller.js';
import { Digests } from './digest.service.js';
import { FactsRepository } from './facts.repository.js';
import { DigestSender } from './sending/sender.js';
import { DigestSubscription } from './subscriptions/subscription.entity.js';
import { SubscriptionsController } from './subscriptions/subscriptions.controller.js';
import { SubscriptionsRepository } from './subscriptions/subscriptions.repository.js';
import { Subscriptions } from './subscriptions/subscriptions.service.js';

/** What changed, who needs attention and what was done: as a page, an answer, and a message to where people are. */
@Module({
  imports: [
    AuditModule,
    JobsModule,
    PortfolioModule,
    ProjectsModule,
    TypeOrmModule.forFeature([DigestDelivery, DigestSubscription]),
  ],
  controllers: [DigestController, SubscriptionsController, DeliveriesController],
  providers: [
    Deliveries,
    DigestDeliveriesJob,
    DeliveriesRepository,
    Digests,
    FactsRepository,
    ListedDeliveries,
    DigestSender,
    Subscriptions,
    SubscriptionsRepository,
  ],
})
export class DigestModule implements OnModuleInit {
  constructor(private readonly gauges: SampledGauges) {}

  onModuleInit(): void {
    defineDigestGauges(this.gauges);
  }
}
