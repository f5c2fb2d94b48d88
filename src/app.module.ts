import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { ActionsModule } from './actions/index.js';
import { AuditModule } from './audit/index.js';
import { AuthModule, CsrfGuard, RefusalsFilter, RoleGuard, SessionGuard, UserLimitsGuard } from './auth/index.js';
import { ChangeStreamModule } from './change-stream/index.js';
import { ConfigModule, type Config } from './config/index.js';
import { ConnectorsModule } from './connectors/index.js';
import { DatabaseModule, type DatabaseLocation } from './database/index.js';
import { DigestModule } from './digest/index.js';
import { EventFeedbackModule } from './event-feedback/index.js';
import { HealthModule } from './health/index.js';
import {
  CursorInterceptor,
  EnvelopeInterceptor,
  EtagInterceptor,
  UndeclaredInputGuard,
  validationPipe,
} from './http/index.js';
import { IdempotencyInterceptor, IdempotencyModule } from './idempotency/index.js';
import { JobsModule } from './jobs/index.js';
import { KagEventsModule } from './kag-events/index.js';
import { KagForecastModule } from './kag-forecast/index.js';
import { KagPipelineModule } from './kag-pipeline/index.js';
import { KagRecommendationsModule } from './kag-recommendations/index.js';
import { KagSignalsModule } from './kag-signals/index.js';
import { KagSnapshotsModule } from './kag-snapshots/index.js';
import { MetricsModule } from './metrics/index.js';
import { OpsModule } from './ops/index.js';
import { PortfolioModule } from './portfolio/index.js';
import { ProjectGuard, ProjectsModule, ReachInterceptor } from './projects/index.js';
import { LeavingGuard, RemovalModule } from './removal/index.js';
import { ReplicaReadsInterceptor, ReplicaReadsModule } from './replica-reads/index.js';
import { SearchModule } from './search/index.js';
import { SecondOpinionsModule } from './second-opinions/index.js';
import { SimilarityModule } from './similarity/index.js';
import { SourceRecordsModule } from './source-records/index.js';

/** The whole server. A worker has the same modules, since jobs need what routes need; it just serves fewer routes. */
@Module({})
export class AppModule {
  /** `more`: modules beside the server's own, which tests bring. */
  static register(config: Config, location: DatabaseLocation, more: (Type | DynamicModule)[] = []): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.register(config),
        DatabaseModule.register(location, config.DATABASE_POOL_MAX, config.replica),
        MetricsModule,
        AuditModule,
        IdempotencyModule,
        ReplicaReadsModule,
        ProjectsModule,
        SourceRecordsModule,
        AuthModule,
        KagEventsModule,
        JobsModule,
        SearchModule,
        ConnectorsModule,
        KagSignalsModule,
        EventFeedbackModule,
        SecondOpinionsModule,
        KagSnapshotsModule,
        SimilarityModule,
        KagForecastModule,
        KagRecommendationsModule,
        KagPipelineModule,
        ActionsModule,
        PortfolioModule,
        DigestModule,
        ChangeStreamModule,
        RemovalModule,
        HealthModule,
        OpsModule,
        ...more,
      ],
      providers: [
        { provide: APP_FILTER, useClass: RefusalsFilter },
        { provide: APP_PIPE, useFactory: validationPipe },
        // In this order: who is it, did they mean it, not too often, which project is it about, may they do it there,
        // may it be told of, and is there nothing else in it.
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_GUARD, useClass: CsrfGuard },
        { provide: APP_GUARD, useClass: UserLimitsGuard },
        { provide: APP_GUARD, useClass: ProjectGuard },
        { provide: APP_GUARD, useClass: RoleGuard },
        { provide: APP_GUARD, useClass: LeavingGuard },
        { provide: APP_GUARD, useClass: UndeclaredInputGuard },
        // The outermost first: a repeated request is answered before anything else runs, with the envelope it had.
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
        { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
        { provide: APP_INTERCEPTOR, useClass: EnvelopeInterceptor },
        { provide: APP_INTERCEPTOR, useClass: CursorInterceptor },
        // Which database the handler reads, once it is known who asks.
        { provide: APP_INTERCEPTOR, useClass: ReplicaReadsInterceptor },
        // What the handler does, and nothing around it.
        { provide: APP_INTERCEPTOR, useClass: ReachInterceptor },
      ],
    };
  }
}
