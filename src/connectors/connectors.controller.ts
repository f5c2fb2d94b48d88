import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { AuditLog } from '../audit/index.js';
import { AppError } from '../common/app-error.js';
import { decodeCursor } from '../common/cursor.js';
import { keysetPage } from '../common/keyset-page.js';
import { Database } from '../database/index.js';
import {
  Access,
  emptyList,
  FromReplica,
  mapOf,
  NEXT_CURSOR,
  oneOf,
  Operation,
  orNull,
  Project,
  ProjectScoped,
  ScopeQuery,
  validationFailed,
  type ActiveProject,
} from '../http/index.js';
import { RUN_ID_EXAMPLE, Trigger, type JobRequest } from '../jobs/index.js';
import { AskedProjects } from './asked-projects.js';
import { ConnectorStates } from './connector-states.js';
import { ErrorsQuery, ReconciliationQuery, Reread, RetryErrors, SyncQuery, SyncRunsQuery } from './connectors.dto.js';
import { ERROR_STATUSES, type ConnectorError } from './core/connector-error.entity.js';
import { ConnectorErrorsRepository } from './core/connector-errors.repository.js';
import { ConnectorRegistry } from './core/connector-registry.js';
import { CONNECTORS } from './core/contract.js';
import { ReconciliationRepository } from './core/reconciliation.repository.js';
import {
  CLOSED_EXAMPLE,
  COMPARED_EXAMPLE,
  CYCLE_PART_EXAMPLE,
  ERROR_EXAMPLE,
  RECONCILIATION_EXAMPLE,
  RETRIED_EXAMPLE,
  STATE_EXAMPLE,
  SYNC_EXAMPLE,
  SYNC_RUN_EXAMPLE,
} from './examples.js';
import { RECONCILIATION } from './reconciliation.job.js';
import { previewJobType, rereadJobType } from './reread.jobs.js';
import { ERRORS_RETRY } from './retry.job.js';
import { SyncRuns } from './sync-runs.js';
import { SYNC_CYCLE, syncJobType } from './sync.jobs.js';

const uuid = new ParseUUIDPipe({
  exceptionFactory: () => validationFailed([{ path: 'id', problem: 'must be a uuid' }]),
});

@ApiTags('connectors')
@Controller()
export class ConnectorsController {
  constructor(
    private readonly registry: ConnectorRegistry,
    private readonly states: ConnectorStates,
    private readonly asked: AskedProjects,
    private readonly runs: SyncRuns,
    private readonly errors: ConnectorErrorsRepository,
    private readonly metrics: ReconciliationRepository,
    private readonly database: Database,
    private readonly audit: AuditLog,
  ) {}

  @Get('connectors/state')
  @FromReplica()
  @Access('viewer')
  @ProjectScoped({ whileLeaving: true })
  @Operation({
    id: 'listConnectorStates',
    summary: 'How far each connector of the project has come; or of each project',
    description:
      '`stale`: marked running for over 15 minutes with no live run; the next start of that sync frees it. `leaving_since`: since when data that the project no longer reads from is being removed. ' +
      '`streams`: its lists, each with a memory of its own. One that fails holds up no other: it says why, and goes on from its `cursor_ts` with the next sync that can read it, or at `next_retry_at`.',
    example: { connectors: [STATE_EXAMPLE], next_cursor: NEXT_CURSOR },
  })
  state(@Project() project: ActiveProject, @Query() query: ScopeQuery) {
    return this.asked.over(project, query, async (ids) => ({ connectors: await this.states.of(ids) }), {
      whileLeaving: true,
    });
  }

  @Get('connectors/runs')
  @FromReplica()
  @Access('viewer')
  @ProjectScoped({ whileLeaving: true })
  @Operation({
    id: 'listSyncRuns',
    summary: 'The syncs of the connectors, newest first, with what each did list by list',
    description:
      '`status` is how the run ended, `outcome` what became of the sync. Figures are null, and `streams` empty, of a sync that failed or is under way, and of one from before the project read from another source.',
    example: { runs: [SYNC_RUN_EXAMPLE], next_cursor: NEXT_CURSOR },
  })
  async listRuns(@Project() project: ActiveProject, @Query() query: SyncRunsQuery) {
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['uuid'])[0];
    const found = await this.runs.list(project.id, query.connector ?? null, query.limit + 1, after);
    const { rows: runs, next_cursor } = keysetPage(found, query.limit, ({ id }) => [id]);
    return { runs, next_cursor };
  }

  @Get('connectors/errors')
  @FromReplica()
  @Access('viewer')
  @ProjectScoped()
  @Operation({
    id: 'listConnectorErrors',
    summary: 'What could not be read, newest first, with the next try of each',
    example: { errors: [ERROR_EXAMPLE], next_cursor: NEXT_CURSOR },
  })
  async listErrors(@Project() project: ActiveProject, @Query() query: ErrorsQuery) {
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['uuid'])[0];
    const found = await this.errors.list(project.id, query, query.limit + 1, after);
    const { rows, next_cursor } = keysetPage(found, query.limit, ({ id }) => [id]);
    return { errors: rows.map(shownError), next_cursor };
  }

  @Post('connectors/errors/retry')
  @Access('operator')
  @ProjectScoped()
  @Trigger(ERRORS_RETRY)
  @Operation({
    id: 'retryConnectorErrors',
    summary: 'Try again what could not be read: what is due, or by id, dead letters too if asked for',
    confirm:
      'Asks the vendors again for up to 100 records (or `limit`), those given up as dead letters too if asked for. ' +
      'Against a vendor that still fails, it uses up tries and rate budget.',
    example: {
      result: {
        due: 1,
        succeeded: 1,
        failed: 0,
        retried: [RETRIED_EXAMPLE],
      },
      job_run_id: RUN_ID_EXAMPLE,
    },
  })
  retryErrors(@Body() body: RetryErrors): JobRequest {
    return { job_type: ERRORS_RETRY, payload: { ...body } };
  }

  @Post('connectors/errors/:id/resolve')
  @HttpCode(200)
  @ApiParam({ name: 'id', format: 'uuid', description: 'Id of the error' })
  @Access('operator')
  @ProjectScoped()
  @Operation({
    id: 'resolveConnectorError',
    summary: 'Say that an error needs no more tries',
    description:
      'For what is put right at the vendor, or need not be read. Should the same go wrong again, it is a new error. One that is resolved already is answered as it is.',
    example: { error: ERROR_EXAMPLE.with({ status: oneOf(ERROR_STATUSES, 'resolved') }) },
    errors: ['not_found'],
  })
  async resolveError(@Project() project: ActiveProject, @Param('id', uuid) id: string) {
    const error = await this.database.transaction(async (tx) => {
      const closed = await this.errors.close(tx, project.id, id);
      if (!closed) throw new AppError('not_found', `The project has no connector error ${id}`);
      await this.audit.record(tx, {
        action: 'connector_error.resolved',
        entity_type: 'connector_error',
        entity_id: id,
        project_id: project.id,
        after: { connector: closed.connector, source_ref: closed.source_ref, error_kind: closed.error_kind },
      });
      return closed;
    });
    return { error: shownError(error) };
  }

  @Get('connectors/reconciliation')
  @FromReplica()
  @Access('viewer')
  @ProjectScoped()
  @Operation({
    id: 'listReconciliation',
    summary: 'What comparing ids with the vendors found, newest day first',
    example: { metrics: [RECONCILIATION_EXAMPLE] },
  })
  async reconciliation(@Project() project: ActiveProject, @Query() query: ReconciliationQuery) {
    return { metrics: await this.metrics.list(project.id, query.limit) };
  }

  @Post('connectors/reconciliation/run')
  @Access('operator')
  @ProjectScoped()
  @Trigger(RECONCILIATION)
  @Operation({
    id: 'runReconciliation',
    summary: 'Compare every connector with its vendor now, id by id, and put right what differs',
    confirm:
      'Lists every record at every vendor, which may take long and much of the rate budget, and marks as deleted here ' +
      'what is gone there.',
    example: {
      result: {
        date: '2026-02-03',
        connectors: mapOf({ chatwoot: COMPARED_EXAMPLE }),
        failed: 0,
        closed: emptyList(CLOSED_EXAMPLE),
      },
      job_run_id: RUN_ID_EXAMPLE,
    },
  })
  reconcile(): JobRequest {
    return { job_type: RECONCILIATION };
  }

  @Post('connectors/sync')
  @Access('operator')
  @ProjectScoped({ whileLeaving: true })
  @Trigger(SYNC_CYCLE)
  @Operation({
    id: 'syncConnectors',
    summary: 'Read what is new in every connector',
    example: {
      result: { connectors: mapOf({ chatwoot: CYCLE_PART_EXAMPLE }), succeeded: 1, failed: 0 },
      job_run_id: RUN_ID_EXAMPLE,
    },
  })
  syncAll(): JobRequest {
    return { job_type: SYNC_CYCLE };
  }

  @Post(['connectors/:name/sync', 'jobs/:name/sync'])
  @Access('operator')
  @ProjectScoped({ whileLeaving: true })
  @Trigger('{name}_sync')
  @ApiParam({ name: 'name', enum: CONNECTORS, description: 'The connector' })
  @Operation({
    id: { '/connectors/{name}/sync': 'syncConnector', '/jobs/{name}/sync': 'runSyncJob' },
    summary: 'Read what is new in one connector',
    description:
      'With `preview=true` nothing is written: the figures say what the sync would do, and each of `streams` has `samples` of the rows.',
    example: { result: SYNC_EXAMPLE, job_run_id: RUN_ID_EXAMPLE },
  })
  syncOne(@Param('name') name: string, @Query() { preview }: SyncQuery): JobRequest {
    const connector = this.registry.get(name).connector.name;
    return { job_type: preview ? previewJobType(connector) : syncJobType(connector) };
  }

  @Post('connectors/:name/reread')
  @Access('operator')
  @ProjectScoped()
  @Trigger('{name}_reread')
  @ApiParam({ name: 'name', enum: CONNECTORS, description: 'The connector' })
  @Operation({
    id: 'rereadConnector',
    summary: 'Read one list again from its beginning, or single records',
    description:
      'Name either a `stream`, which is forgotten and read by the sync that this starts, or `refs`. Rows that are stored already and are the same are not written again. `failed`: refs that could not be read; they are in the error queue. `sync`: what reading the list did.',
    confirm:
      'A list is read from its beginning, which may take long and much of the vendor’s rate budget. Nothing is removed that the vendor still has.',
    example: {
      result: { connector: 'chatwoot', read: 1, failed: ['conversation:18'], sync: orNull(CYCLE_PART_EXAMPLE, null) },
      job_run_id: RUN_ID_EXAMPLE,
    },
  })
  reread(@Param('name') name: string, @Body() { stream, refs }: Reread): JobRequest {
    const { connector } = this.registry.get(name);
    const known = connector.streams.map((one) => one.name);
    if ((stream === undefined) === (refs === undefined))
      throw validationFailed([{ path: 'stream', problem: 'is needed, or refs, and not both' }]);
    if (stream !== undefined && !known.includes(stream))
      throw validationFailed([{ path: 'stream', problem: `must be one of ${known.join(', ')}` }]);
    return { job_type: rereadJobType(connector.name), payload: stream === undefined ? { refs } : { stream } };
  }
}

const shownError = ({ project_id: _project, dedupe_key: _key, ...error }: ConnectorError) => error;
