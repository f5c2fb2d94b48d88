import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { Request } from 'express';
import { AppError } from '../common/app-error.js';
import { Database } from '../database/index.js';
import { requestProject, validationFailed } from '../http/index.js';
import { JobRunsRepository } from './job-runs.repository.js';

/**
 * Refuses a stream about a run that the project does not have. Nest may send the headers of a stream, with status 200,
 * while its handler still looks for the run.
 */
@Injectable()
export class RunExistsGuard implements CanActivate {
  constructor(
    private readonly runs: JobRunsRepository,
    private readonly database: Database,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { id } = context.switchToHttp().getRequest<Request<{ id: string }>>().params;
    if (!isUUID(id)) throw validationFailed([{ path: 'id', problem: 'must be a uuid' }]);
    if (await this.runs.find(this.database, requestProject().id, id)) return true;
    throw noSuchRun(id);
  }
}

export const noSuchRun = (id: string) =>
  new AppError('not_found', `The project has no job run ${id}; finished ones are kept for a limited time`);
