import { Injectable } from '@nestjs/common';
import { AppError, type ErrorCode } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import { AuditLog } from '../audit/index.js';
import { Database } from '../database/index.js';
import { PROBLEMS, requestContext, requestProject, requestUser } from '../http/index.js';
import type { JobRun } from './job-run.entity.js';
import { hasEnded, RunWatcher } from './run-watcher.js';
import { RunStarter } from './run-starter.js';

/** A trigger's answer before it is put into HTTP: the run, ended or not, and whether it was running already. */
export interface Triggered {
  run: JobRun;
  joined: boolean;
  ended: boolean;
}

/** Starts runs for people and waits with them for a while. */
@Injectable()
export class Triggers {
  constructor(
    private readonly starter: RunStarter,
    private readonly watcher: RunWatcher,
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Starts the job for the request's project, or joins its open run, and waits for its end as long as asked.
   * @throws AppError the run's own failure, with its `job_run_id`.
   */
  async run(
    jobType: string,
    payload: Record<string, unknown>,
    waitSeconds: number,
    gone: AbortSignal,
  ): Promise<Triggered> {
    const project = requestProject();
    const { run, joined } = await this.database.transaction(async (tx) => {
      const started = await this.starter.start(tx, {
        project_id: project.id,
        job_type: jobType,
        trigger: 'request',
        triggered_by: requestUser().username,
        request_id: requestContext().requestId,
        payload,
      });
      await this.audit.record(tx, {
        action: started.joined ? 'job.joined' : 'job.started',
        entity_type: 'job_run',
        entity_id: started.run.id,
        project_id: project.id,
        after: { job_type: jobType, payload },
      });
      return started;
    });
    this.starter.nudge();
    const patience = AbortSignal.any([gone, this.clock.deadline(waitSeconds * 1000)]);
    const latest = waitSeconds === 0 ? run : await this.watcher.ended(run, patience);
    if (latest.status === 'failed' || latest.status === 'cancelled') throw failureOf(latest);
    return { run: latest, joined, ended: hasEnded(latest) };
  }
}

/** The failure of a run as the failure of the request that waited for it. */
export function failureOf(run: JobRun): AppError {
  const code = run.error && run.error.code in PROBLEMS ? (run.error.code as ErrorCode) : 'internal_error';
  return new AppError(code, run.error?.message ?? `The run ended as ${run.status}`, {
    ...run.error?.details,
    job_run_id: run.id,
  });
}
