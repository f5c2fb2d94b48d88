import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { AppError, type ErrorCode } from '../common/app-error.js';
import { databaseAway } from '../common/database-away.js';
import { PROBLEMS, problemType } from './problem-status.js';
import { currentContext } from './request-context.js';
import { allowedMethods } from './routes.js';

/** After which a database that is away is worth another try. */
const RETRY_SECONDS = 5;

/** Answers every failure as `application/problem+json`; an unexpected failure becomes a 500 without details. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('http');

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const error = this.understood(thrown, request, response);
    if (response.headersSent) {
      response.end();
      return;
    }
    sendProblem(response, error);
  }

  private understood(thrown: unknown, request: Request, response: Response): AppError {
    if (thrown instanceof AppError) return thrown;
    const known = fromLibrary(thrown);
    if (known) return known.code === 'not_found' ? noRoute(request, response) : known;
    const away = databaseAway(thrown);
    if (away !== null) {
      this.log.warn({ err: thrown }, `the database ${away}`);
      const text = `The database ${away}; try again. GET /health/ready tells when it is back`;
      return new AppError('service_unavailable', text, undefined, { cause: thrown, retryAfterSeconds: RETRY_SECONDS });
    }
    this.log.error({ err: thrown }, 'unexpected failure');
    return new AppError('internal_error', 'Something went wrong on the server; the log has it under this request_id');
  }
}

/** Writes the problem and ends the response. */
export function sendProblem(response: Response, error: AppError): void {
  if (error.retryAfterSeconds !== undefined)
    response.setHeader('retry-after', String(Math.ceil(error.retryAfterSeconds)));
  const { status, body } = problemOf(error);
  response.status(status).type('application/problem+json').send(body);
}

/** The problem as it is sent. */
export function problemOf(error: AppError): { status: number; title: string; body: string } {
  const { status, title } = PROBLEMS[error.code];
  const body = JSON.stringify({
    type: problemType(error.code),
    title,
    status,
    detail: error.message,
    ok: false,
    error: error.code,
    message: error.message,
    request_id: currentContext()?.requestId ?? null,
    ...(error.details === undefined ? {} : { details: error.details }),
  });
  return { status, title, body };
}

/**
 * Failures that Nest raises, in our codes. Nothing is made of a `status` on other errors: libraries put a
 * vendor's answer there, and a vendor's 404 is not a 404 of ours.
 */
function fromLibrary(thrown: unknown): AppError | null {
  if (!(thrown instanceof HttpException)) return null;
  const code = CODE_OF_STATUS[thrown.getStatus()];
  return code ? new AppError(code, thrown.message) : null;
}

const CODE_OF_STATUS: Partial<Record<number, ErrorCode>> = {
  400: 'validation_failed',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  409: 'conflict',
  413: 'payload_too_large',
  415: 'unsupported_media_type',
  503: 'service_unavailable',
};

function noRoute(request: Request, response: Response): AppError {
  const allowed = allowedMethods(request.app, request.path);
  // Swagger UI has a route that answers 404 by itself.
  if (allowed.length === 0 || allowed.includes(request.method))
    return new AppError('not_found', `There is no route ${request.path}; /docs lists those there are`);
  response.setHeader('allow', allowed.join(', '));
  return new AppError(
    'method_not_allowed',
    `${request.path} answers to ${allowed.join(', ')}, not to ${request.method}`,
  );
}
