import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { Request } from 'express';
import { AppError } from '../common/app-error.js';
import { Database } from '../database/index.js';
import { requestProject } from '../http/index.js';
import { JobRunsRepository } from './job-runs.repository.js';

/** Refuses a stream of a run that the project does not have: once a stream has begun, its status can say nothing more. */
@Injectable()
export class KnownRunGuard implements CanActivate {
  constructor(
    private readonly runs: JobRunsRepository,
    private readonly database: Database,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { id = '' } = context.switchToHttp().getRequest<Request<{ id?: string }>>().params;
    // What is no id at all is told by the route itself.
    if (isUUID(id) && !(await this.runs.find(this.database, requestProject().id, id))) throw unknownRun(id);
    return true;
  }
}

export const unknownRun = (id: string) =>
  new AppError('not_found', `The project has no job run ${id}; finished ones are kept for a limited time`);
