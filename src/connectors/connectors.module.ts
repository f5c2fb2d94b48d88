import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/index.js';
import { Config } from '../config/index.js';
import { JobsModule } from '../jobs/index.js';
import { KagEventsModule } from '../kag-events/index.js';
import { SampledGauges } from '../metrics/index.js';
import { ProjectsModule, SourceChanges, SourceKinds } from '../projects/index.js';
import { SearchModule } from '../search/index.js';
import { RecordTables } from '../source-records/index.js';
import { DealsController, DealsRepository } from './attio/index.js';
import {
  ChatwootListsController,
  ChatwootListsRepository,
  PeopleController,
  PeopleRepository,
} from './chatwoot/index.js';
import { AskedProjects } from './asked-projects.js';
import { ConnectorStates } from './connector-states.js';
import { ConnectorsController } from './connectors.controller.js';
import { BatchStore } from './core/batch-store.js';
import { BatchWriter } from './core/batch-writer.js';
import { ConnectorError } from './core/connector-error.entity.js';
import { ConnectorErrorsRepository } from './core/connector-errors.repository.js';
import { connectorRequestsProvider, defineConnectorGauges } from './core/connector-metrics.js';
import { ConnectorRegistry } from './core/connector-registry.js';
import { ConnectorSync } from './core/connector-sync.js';
import { DueRecord } from './core/due-record.entity.js';
import { DueRecordsRepository } from './core/due-records.repository.js';
import { FaultRecorder } from './core/fault-recorder.js';
import { KnownRows } from './core/known-rows.js';
import { LeavingRecordsRepository } from './core/leaving-records.repository.js';
import { LeavingStatesRepository } from './core/leaving-states.repository.js';
import { RateBudget } from './core/rate-budget.js';
import { RateBudgetRow } from './core/rate-budget.entity.js';
import { ReconciliationMetric } from './core/reconciliation-metric.entity.js';
import { ReconciliationRepository } from './core/reconciliation.repository.js';
import { Reconciler } from './core/reconciler.js';
import { RecordReader } from './core/record-reader.js';
import { RowWriter } from './core/row-writer.js';
import { SharedReads } from './core/shared-reads.js';
import { SourceTurns } from './core/source-turns.js';
import { Sources } from './core/sources.js';
import { Stream } from './core/stream.entity.js';
import { StreamsRepository } from './core/streams.repository.js';
import { SyncEngine } from './core/sync-engine.js';
import { SyncPreview } from './core/sync-preview.js';
import { SyncState } from './core/sync-state.entity.js';
import { SyncStateRepository } from './core/sync-state.repository.js';
import { VendorActions } from './core/vendor-actions.js';
import { VendorClients } from './core/vendor-clients.js';
import { WebhookDeliveriesRepository } from './core/webhook-deliveries.repository.js';
import { WebhookDelivery } from './core/webhook-delivery.entity.js';
import { DueRecordsJobs } from './due-records.jobs.js';
import { EvidenceController } from './evidence/evidence.controller.js';
import { EvidenceRepository } from './evidence/evidence.repository.js';
import { IssuesController } from './issues/issues.controller.js';
import { IssuesRepository } from './issues/issues.repository.js';
import { ProjectSourcesList } from './project-sources-list.js';
import { ProjectSourcesListController } from './project-sources.controller.js';
import { ReconciliationJob } from './reconciliation.job.js';
import { RereadJobs } from './reread.jobs.js';
import { RetryJob } from './retry.job.js';
import { SyncRuns } from './sync-runs.js';
import { SyncJobs } from './sync.jobs.js';
import { connectorEnvironments, declareRecords, SOURCE_TABLES, vendorsOf } from './vendors.js';
import { WebhookIntake } from './webhooks/webhook-intake.js';
import { WebhooksController } from './webhooks/webhooks.controller.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      SyncState,
      ConnectorError,
      DueRecord,
      RateBudgetRow,
      ReconciliationMetric,
      Stream,
      WebhookDelivery,
      ...SOURCE_TABLES.map(({ entity }) => entity),
    ]),
    AuditModule,
    JobsModule,
    KagEventsModule,
    ProjectsModule,
    SearchModule,
  ],
  controllers: [
    ConnectorsController,
    ProjectSourcesListController,
    WebhooksController,
    ChatwootListsController,
    PeopleController,
    IssuesController,
    DealsController,
    EvidenceController,
  ],
  providers: [
    AskedProjects,
    BatchStore,
    BatchWriter,
    ChatwootListsRepository,
    ConnectorErrorsRepository,
    ConnectorRegistry,
    ConnectorStates,
    ConnectorSync,
    DealsRepository,
    DueRecordsJobs,
    DueRecordsRepository,
    EvidenceRepository,
    FaultRecorder,
    IssuesRepository,
    KnownRows,
    LeavingRecordsRepository,
    LeavingStatesRepository,
    PeopleRepository,
    ProjectSourcesList,
    RateBudget,
    ReconciliationJob,
    ReconciliationRepository,
    Reconciler,
    RecordReader,
    RereadJobs,
    RetryJob,
    RowWriter,
    SharedReads,
    SourceTurns,
    Sources,
    StreamsRepository,
    SyncEngine,
    SyncJobs,
    SyncPreview,
    SyncRuns,
    SyncStateRepository,
    VendorActions,
    VendorClients,
    WebhookDeliveriesRepository,
    WebhookIntake,
    connectorRequestsProvider,
  ],
  exports: [
    AskedProjects,
    ConnectorRegistry,
    EvidenceRepository,
    LeavingStatesRepository,
    SourceTurns,
    Sources,
    SyncStateRepository,
    VendorActions,
  ],
})
export class ConnectorsModule implements OnModuleInit {
  constructor(
    private readonly config: Config,
    private readonly registry: ConnectorRegistry,
    private readonly jobs: SyncJobs,
    private readonly dueRecords: DueRecordsJobs,
    private readonly rereads: RereadJobs,
    private readonly gauges: SampledGauges,
    private readonly changes: SourceChanges,
    private readonly turns: SourceTurns,
    private readonly records: RecordTables,
    private readonly kinds: SourceKinds,
  ) {}

  onModuleInit(): void {
    const vendors = vendorsOf(this.config);
    for (const vendor of vendors) {
      this.registry.register(vendor);
      this.kinds.declare(vendor.connector.name, vendor);
    }
    declareRecords(vendors, this.records);
    this.changes.watch((tx, change) => this.turns.changed(tx, change));
    this.jobs.declare();
    this.dueRecords.declare();
    this.rereads.declare();
    const configured = connectorEnvironments(this.config).filter((one) => one.hasToken && one.hasExternalId);
    defineConnectorGauges(
      this.gauges,
      configured.map(({ connector }) => connector),
      this.config.ENV_SOURCES_SCOPE,
    );
  }
}
