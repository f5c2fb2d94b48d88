import { Catch, type ArgumentsHost } from '@nestjs/common';
import type { Request } from 'express';
import { AppError, type ErrorCode } from '../common/app-error.js';
import { PROBLEMS, ProblemFilter } from '../http/index.js';
import { Refusals } from './refusals.js';

/** Problems that a page of ours hardly runs into, and somebody who looks for a way around the rules does. */
const OF_INPUT: ReadonlySet<ErrorCode> = new Set([
  'validation_failed',
  'invalid_json',
  'invalid_transition',
  'payload_too_large',
  'rate_limited',
  'unsupported_media_type',
]);

/** Answers failures, and keeps those that are refusals before it does. */
@Catch()
export class RefusalsFilter extends ProblemFilter {
  constructor(private readonly refusals: Refusals) {
    super();
  }

  override catch(thrown: unknown, host: ArgumentsHost): void {
    if (thrown instanceof AppError && OF_INPUT.has(thrown.code)) this.refusals.noteInput(thrown);
    if (!(thrown instanceof AppError) || PROBLEMS[thrown.code].status !== 403) return super.catch(thrown, host);
    const route = routeOf(host.switchToHttp().getRequest<Request>());
    void this.refusals.record(thrown, route).finally(() => super.catch(thrown, host));
  }
}

/** The path as the route declares it, such as `/projects/:id`. */
function routeOf(request: Request): string {
  const { path } = (request.route ?? {}) as { path?: unknown };
  return typeof path === 'string' ? path : '*';
}
