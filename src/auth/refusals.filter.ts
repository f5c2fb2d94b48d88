import { Catch, type ArgumentsHost } from '@nestjs/common';
import { AppError } from '../common/app-error.js';
import { PROBLEMS, ProblemFilter } from '../http/index.js';
import { Refusals } from './refusals.js';

/** Answers failures, and keeps those that are refusals before it does. */
@Catch()
export class RefusalsFilter extends ProblemFilter {
  constructor(private readonly refusals: Refusals) {
    super();
  }

  override catch(thrown: unknown, host: ArgumentsHost): void {
    if (!(thrown instanceof AppError) || PROBLEMS[thrown.code].status !== 403) return super.catch(thrown, host);
    void this.refusals.record(thrown).finally(() => super.catch(thrown, host));
  }
}
