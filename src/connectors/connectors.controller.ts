import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { decodeCursor, encodeCursor } from '../common/cursor.js';
import { Access, mapOf, NEXT_CURSOR, Operation, Project, ProjectScoped, type ActiveProject } from '../http/index.js';
import { RUN_ID_EXAMPLE, Trigger, type JobRequest } from '../jobs/index.js';
import { ConnectorStates } from './connector-states.js';
import { ErrorsQuery, ReconciliationQuery, RetryErrors } from './connectors.dto.js';
import { ConnectorErrorsRepository } from './core/connector-errors.repository.js';
import { ConnectorRegistry } from './core/connector-registry.js';
import { CONNECTORS } from './core/contract.js';
import { ReconciliationRepository } from './core/reconciliation.repository.js';
import {
  COMPARED_EXAMPLE,
  CYCLE_PART_EXAMPLE,
  ERROR_EXAMPLE,
  RECONCILIATION_EXAMPLE,
  RETRIED_EXAMPLE,
  STATE_EXAMPLE,
  SYNC_EXAMPLE,
} from './examples.js';
import { RECONCILIATION } from './reconciliation.job.js';
import { ERRORS_RETRY } from './retry.job.js';
import { SYNC_CYCLE, syncJobType } from './sync.jobs.js';

@ApiTags('connectors')
@Controller()
export class ConnectorsController {
  constructor(
    private readonly registry: ConnectorRegistry,
    private readonly states: ConnectorStates,
    private readonly errors: ConnectorErrorsRepository,
    private readonly metrics: ReconciliationRepository,
  ) {}

  @Get('connectors/state')
  @Access('viewer')
  @ProjectScoped({ whileLeaving: true })
  @Operation({
    id: 'listConnectorStates',
    summary: 'How far each connector of the project has come',
    description:
      '`stale`: marked running for over 15 minutes with no live run; the next start of that sync frees it. `leaving_since`: since when data that the project no longer reads from is being removed. ' +
      '`streams`: its lists, each with a memory of its own. One that fails holds up no other: it says why, and goes on from its `cursor_ts` with the next sync that can read it, or at `next_retry_at`.',
    example: { connectors: [STATE_EXAMPLE] },
  })
  async state(@Project() project: ActiveProject) {
    return { connectors: await this.states.of(project.id) };
  }

  @Get('connectors/errors')
  @Access('viewer')
  @ProjectScoped()
  @Operation({
    id: 'listConnectorErrors',
    summary: 'What could not be read, newest first, with the next try of each',
    example: { errors: [ERROR_EXAMPLE], next_cursor: NEXT_CURSOR },
  })
  async listErrors(@Project() project: ActiveProject, @Query() query: ErrorsQuery) {
    const afterId = query.cursor === undefined ? null : String(decodeCursor(query.cursor, ['uuid'])[0]);
    const rows = await this.errors.list(project.id, query, query.limit + 1, afterId);
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    return {
      errors: page.map(({ project_id: _project, dedupe_key: _key, ...error }) => error),
      next_cursor: rows.length > page.length && last ? encodeCursor([last.id]) : null,
    };
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

  @Get('connectors/reconciliation')
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
    example: { result: SYNC_EXAMPLE, job_run_id: RUN_ID_EXAMPLE },
  })
  syncOne(@Param('name') name: string): JobRequest {
    return { job_type: syncJobType(this.registry.get(name).connector.name) };
  }
}
