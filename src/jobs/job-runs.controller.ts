import {
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Sse,
  UseGuards,
  type MessageEvent,
} from '@nestjs/common';
import { ApiParam, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { merge, Observable, takeUntil, Subject } from 'rxjs';
import { AuditLog } from '../audit/index.js';
import { AccessWatch } from '../auth/index.js';
import { AppError } from '../common/app-error.js';
import { decodeCursor } from '../common/cursor.js';
import { keysetPage } from '../common/keyset-page.js';
import { Database } from '../database/index.js';
import {
  Access,
  anyObject,
  IsOneOf,
  IsUuid,
  FromReplica,
  Limited,
  NEXT_CURSOR,
  oneOf,
  Operation,
  PageQuery,
  pings,
  Project,
  ProjectScoped,
  RawResponse,
  requestUser,
  validationFailed,
  type ActiveProject,
  QueryFlag,
} from '../http/index.js';
import { overWholeScope } from '../projects/index.js';
import { RUN_STATUSES, type JobRun, type RunStatus } from './job-run.entity.js';
import { JobRunsRepository } from './job-runs.repository.js';
import { presentRun, RUN_EXAMPLE, RUN_ID_EXAMPLE } from './present-run.js';
import { noSuchRun, RunExistsGuard } from './run-exists.guard.js';
import { RunRecorder } from './run-recorder.js';
import { hasEnded, RunWatcher } from './run-watcher.js';
import { Trigger, type JobRequest } from './trigger.js';

class RunsQuery extends PageQuery {
  @ApiPropertyOptional({ example: 'chatwoot_sync', description: 'Only runs of this job' })
  @IsOptional()
  @Matches(/^[a-z0-9_]{1,64}$/, { message: 'must be a job type such as chatwoot_sync' })
  job_type?: string;

  @ApiPropertyOptional({ enum: RUN_STATUSES, description: 'Only runs with this status' })
  @IsOptional()
  @IsOneOf(RUN_STATUSES)
  status?: RunStatus;

  @ApiPropertyOptional({ format: 'uuid', description: 'Only parts of this run' })
  @IsOptional()
  @IsUuid()
  parent_run_id?: string;

  @QueryFlag('Of all projects of the account scope, not of the active one only')
  all_projects: boolean = false;
}

const RUN_ID = { name: 'id', format: 'uuid', description: 'Id of the run' };
const uuid = new ParseUUIDPipe({
  exceptionFactory: () => validationFailed([{ path: 'id', problem: 'must be a uuid' }]),
});

@ApiTags('jobs')
@Controller('jobs/runs')
export class JobRunsController {
  constructor(
    private readonly runs: JobRunsRepository,
    private readonly watcher: RunWatcher,
    private readonly database: Database,
    private readonly access: AccessWatch,
    private readonly recorder: RunRecorder,
    private readonly audit: AuditLog,
  ) {}

  @Get()
  @FromReplica()
  @Access('viewer')
  @ProjectScoped({ whileLeaving: true })
  @Operation({
    id: 'listJobRuns',
    summary: 'Job runs of the project, newest first',
    example: { runs: [RUN_EXAMPLE], next_cursor: NEXT_CURSOR },
  })
  async list(@Project() project: ActiveProject, @Query() query: RunsQuery) {
    const found = await this.listed(project, query, query.limit + 1);
    const { rows, next_cursor } = keysetPage(found, query.limit, ({ project_id, id }) =>
      query.all_projects ? [project_id, id] : [id],
    );
    return { runs: rows.map(presentRun), next_cursor };
  }

  @Get(':id')
  @FromReplica()
  @ApiParam(RUN_ID)
  @Access('viewer')
  @ProjectScoped({ whileLeaving: true })
  @Operation({
    id: 'getJobRun',
    summary: 'One job run, with its progress, result or error',
    example: { run: RUN_EXAMPLE },
  })
  async one(@Project() project: ActiveProject, @Param('id', uuid) id: string) {
    return { run: presentRun(await this.find(project, id)) };
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @ApiParam(RUN_ID)
  @Access('operator')
  @ProjectScoped({ whileLeaving: true })
  @Operation({
    id: 'cancelJobRun',
    summary: 'Cancel a run that waits or is under way, with its parts',
    description:
      'The run writes nothing from here on, and its worker stops within seconds. What it wrote before stays: the next run of the job goes on from there. A run that is cancelled already is answered as it is.',
    example: { run: RUN_EXAMPLE.with({ status: oneOf(RUN_STATUSES, 'cancelled') }) },
    errors: ['conflict'],
  })
  async cancel(@Project() project: ActiveProject, @Param('id', uuid) id: string) {
    const run = await this.find(project, id);
    const error = { code: 'job_cancelled', message: `${requestUser().username} has cancelled the run` };
    const cancelled = await this.database.transaction(async (tx) => {
      const ended = await this.recorder.cancel(tx, run, error);
      if (ended)
        await this.audit.record(tx, {
          action: 'job_run.cancelled',
          entity_type: 'job_run',
          entity_id: id,
          project_id: project.id,
          after: { job_type: run.job_type },
        });
      return ended ?? (await this.runs.find(tx, project.id, id));
    });
    if (cancelled?.status !== 'cancelled')
      throw new AppError(
        'conflict',
        `The run has ended as ${cancelled?.status ?? run.status}; there is nothing left to cancel`,
      );
    this.watcher.look();
    return { run: presentRun(cancelled) };
  }

  @Post(':id/retry')
  @ApiParam(RUN_ID)
  @Access('operator')
  @ProjectScoped()
  @Trigger('{job_type}')
  @Operation({
    id: 'retryJobRun',
    summary: 'Run the job of a run that has ended once more, with the same payload',
    description: 'The run itself stays as it is. A part is run by itself, without the run that it was a part of.',
    example: { result: anyObject({}), job_run_id: RUN_ID_EXAMPLE },
    errors: ['conflict'],
  })
  async retry(@Project() project: ActiveProject, @Param('id', uuid) id: string): Promise<JobRequest> {
    const run = await this.find(project, id);
    if (!hasEnded(run))
      throw new AppError('conflict', `The run is still ${run.status}; wait for its end, or cancel it`);
    return { job_type: run.job_type, payload: run.payload };
  }

  @Sse(':id/events')
  @ApiParam(RUN_ID)
  @Access('viewer')
  @ProjectScoped({ whileLeaving: true })
  @Limited('stream')
  @UseGuards(RunExistsGuard)
  @RawResponse('text/event-stream')
  @Operation({
    id: 'followJobRun',
    summary: 'Progress of one job run as server-sent events',
    description:
      'Events `progress` while it runs and one `ended` last, each with the run as data; `ping` keeps the connection open. ' +
      'The stream ends without `ended` when the session is over or the project is out of reach.',
    example: `event: progress\ndata: ${JSON.stringify(RUN_EXAMPLE)}\n\n`,
  })
  async events(@Project() project: ActiveProject, @Param('id', uuid) id: string): Promise<Observable<MessageEvent>> {
    const run = await this.find(project, id);
    const over = new Subject<void>();
    const changes = new Observable<MessageEvent>((client) => {
      const stop = new AbortController();
      let shown = '';
      this.watcher.watch(
        run,
        (seen) => {
          const data = presentRun(seen);
          const text = JSON.stringify(data);
          if (text === shown) return;
          shown = text;
          if (!hasEnded(seen)) return client.next({ type: 'progress', data });
          const tell = () => {
            client.next({ type: 'ended', data });
            client.complete();
            over.next();
          };
          // Who hears of it reads what came of it, by a standby too.
          void this.database.spread().then(tell, tell);
        },
        (error) => client.error(error),
        stop.signal,
      );
      this.watcher.look();
      return () => stop.abort();
    });
    return merge(changes, pings().pipe(takeUntil(over))).pipe(takeUntil(this.access.lost()));
  }

  private listed(project: ActiveProject, query: RunsQuery, limit: number): Promise<JobRun[]> {
    const { cursor, all_projects: all } = query;
    if (!all) {
      const afterId = cursor === undefined ? null : decodeCursor(cursor, ['uuid'])[0];
      return this.runs.list(project.id, query, limit, afterId);
    }
    const [projectId, id] = cursor === undefined ? [] : decodeCursor(cursor, ['uuid', 'uuid']);
    const after = projectId === undefined || id === undefined ? null : { project_id: projectId, id };
    return overWholeScope(() => this.runs.listOfScope(project.account_scope_id, query, limit, after));
  }

  private async find(project: ActiveProject, id: string) {
    const run = await this.runs.find(this.database, project.id, id);
    if (!run) throw noSuchRun(id);
    return run;
  }
}
