import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { AuditLog } from '../audit/index.js';
import { AppError } from '../common/app-error.js';
import { Database } from '../database/index.js';
import {
  Access,
  anyObject,
  emptyList,
  FromReplica,
  named,
  oneOf,
  Operation,
  orNull,
  Project,
  ProjectScoped,
  type ActiveProject,
} from '../http/index.js';
import { Dispatcher } from './dispatcher.js';
import { RUN_STATUSES } from './job-run.entity.js';
import { RUN_ID_EXAMPLE } from './present-run.js';
import { ScheduleRepository } from './schedule.repository.js';
import { Trigger, type JobRequest } from './trigger.js';

const SCHEDULE_STATUSES = ['active', 'paused'] as const;

class ScheduleParams {
  @ApiProperty({ example: 'embeddings_run', description: 'Type of the scheduled job' })
  @Matches(/^[a-z0-9_]{1,64}$/, { message: 'must be a job type such as embeddings_run' })
  job_type!: string;
}

class ChangeSchedule {
  @ApiProperty({ enum: ['active', 'paused'], example: 'paused', description: 'Whether the schedule runs it' })
  @IsIn(['active', 'paused'], { message: 'must be active or paused' })
  status!: 'active' | 'paused';

  @ApiPropertyOptional({ minimum: 60, maximum: 2_592_000, example: 900, description: 'Seconds from run to run' })
  @IsOptional()
  @IsInt({ message: 'must be a whole number of seconds' })
  @Min(60, { message: 'must be 60 or more' })
  @Max(2_592_000, { message: 'must be 2592000 (30 days) or less' })
  cadence_seconds?: number;
}

const JOB_EXAMPLE = named('ScheduledJob', {
  id: '0b8e4f52-7a44-4d0e-9a55-0c8a6f3f9b10',
  job_type: 'embeddings_run',
  status: oneOf(SCHEDULE_STATUSES, 'active'),
  cadence_seconds: 1200,
  next_run_at: '2026-02-03T10:20:00.000Z',
  due: false,
  lag_seconds: 0,
  last_run_at: orNull('2026-02-03T10:00:00.000Z'),
  last_status: orNull(oneOf(RUN_STATUSES, 'succeeded')),
  last_error: orNull('chatwoot GET conversations answered 502', null),
});

@ApiTags('jobs')
@Controller('jobs/scheduler')
export class SchedulerController {
  constructor(
    private readonly schedule: ScheduleRepository,
    private readonly dispatcher: Dispatcher,
    private readonly database: Database,
    private readonly audit: AuditLog,
  ) {}

  @Get()
  @FromReplica()
  @Access('viewer')
  @ProjectScoped({ whileLeaving: true })
  @Operation({
    id: 'listScheduledJobs',
    summary: 'Scheduled jobs of the project: when they run next and how the last run ended',
    example: { jobs: [JOB_EXAMPLE] },
  })
  async list(@Project() project: ActiveProject) {
    return { jobs: await this.schedule.list(project.id) };
  }

  @Post('tick')
  @HttpCode(200)
  @Access('operator')
  @ProjectScoped({ whileLeaving: true })
  @Operation({
    id: 'tickScheduler',
    summary: 'Queue the project’s due jobs now',
    example: { result: { dispatched: ['embeddings_run'], skipped: emptyList('chatwoot_sync') } },
  })
  async tick(@Project() project: ActiveProject) {
    const { dispatched, skipped } = await this.dispatcher.tick(project.id);
    await this.audit.record(this.database, {
      action: 'scheduler.tick',
      entity_type: 'project',
      entity_id: project.id,
      project_id: project.id,
    });
    return {
      result: { dispatched: dispatched.map((slot) => slot.job_type), skipped: skipped.map((slot) => slot.job_type) },
    };
  }

  @Post(':job_type/run')
  @Access('operator')
  @ProjectScoped({ whileLeaving: true })
  @Trigger('{job_type}')
  @Operation({
    id: 'runScheduledJob',
    summary: 'Run a scheduled job now, whether it is due or paused',
    description: 'When it is due next stays as it is.',
    example: { result: anyObject({}), job_run_id: RUN_ID_EXAMPLE },
    errors: ['not_found'],
  })
  async run(@Project() project: ActiveProject, @Param() { job_type: jobType }: ScheduleParams): Promise<JobRequest> {
    const scheduled = await this.schedule.list(project.id);
    if (!scheduled.some((job) => job.job_type === jobType)) throw noSuchJob();
    return { job_type: jobType };
  }

  @Patch(':job_type')
  @Access('operator')
  @ProjectScoped({ whileLeaving: true })
  @Operation({
    id: 'changeScheduledJob',
    summary: 'Pause or resume a scheduled job, or change its cadence',
    confirm: 'A paused job does not run by itself until somebody resumes it, and what builds on it goes stale.',
    example: { job: JOB_EXAMPLE.with({ status: oneOf(SCHEDULE_STATUSES, 'paused') }) },
  })
  async change(
    @Project() project: ActiveProject,
    @Param() { job_type: jobType }: ScheduleParams,
    @Body() body: ChangeSchedule,
  ) {
    const job = await this.database.transaction(async (tx) => {
      const changed = await this.schedule.change(
        tx,
        { project_id: project.id, job_type: jobType },
        { status: body.status, cadence_seconds: body.cadence_seconds ?? null },
      );
      if (!changed) throw noSuchJob();
      await this.audit.record(tx, {
        action: 'scheduler.changed',
        entity_type: 'scheduled_job',
        entity_id: jobType,
        project_id: project.id,
        after: { ...body },
      });
      return changed;
    });
    return { job };
  }
}

const noSuchJob = () =>
  new AppError('not_found', 'The project has no such scheduled job; GET /jobs/scheduler lists those it has');
