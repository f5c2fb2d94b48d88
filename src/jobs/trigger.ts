import {
  applyDecorators,
  HttpCode,
  Injectable,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { ApiExtension, ApiHeader } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { from, switchMap, type Observable } from 'rxjs';
import { documented, Limited, RUNNING, TRIGGER, type AnsweredLater } from '../http/index.js';
import { waitPreference } from './domain/prefer.js';
import { presentRun, RUN_EXAMPLE, RUN_ID_EXAMPLE } from './present-run.js';
import { Triggers } from './triggers.service.js';

/** What a trigger's handler returns: which job to run, with what. The interceptor runs it and answers. */
export interface JobRequest extends AnsweredLater {
  job_type: string;
  payload?: Record<string, unknown>;
}

/**
 * Runs the job that the handler names and puts the outcome into HTTP: 200 with its result, or 202 and where to look.
 */
@Injectable()
export class TriggerInterceptor implements NestInterceptor {
  constructor(private readonly triggers: Triggers) {}

  intercept(context: ExecutionContext, next: CallHandler<JobRequest>): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(switchMap((wanted) => from(this.answer(wanted, request, response))));
  }

  private async answer(wanted: JobRequest, request: Request, response: Response): Promise<object> {
    const preference = waitPreference(request.get('prefer'));
    if (preference.applied) response.setHeader('preference-applied', preference.applied);
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const { run, joined, ended } = await this.triggers.run(
      wanted.job_type,
      wanted.payload ?? {},
      preference.seconds,
      gone.signal,
    );
    const joinedNote = joined ? { joined: true } : {};
    if (ended) return { result: run.result, job_run_id: run.id, ...joinedNote };
    response.status(202).setHeader('location', `/jobs/runs/${run.id}`);
    return { job_run: presentRun(run), job_run_id: run.id, ...joinedNote };
  }
}

/** Marks a route that starts work: its handler returns the `JobRequest`. */
export function Trigger(jobType: string): MethodDecorator {
  return applyDecorators(
    HttpCode(200),
    Limited('trigger'),
    UseInterceptors(TriggerInterceptor),
    ApiExtension(TRIGGER, jobType),
    ApiExtension(
      RUNNING,
      documented({
        job_run: RUN_EXAMPLE.with({
          job_type: jobType.replace('{name}', 'chatwoot').replace('{job_type}', 'embeddings_run'),
        }),
        job_run_id: RUN_ID_EXAMPLE,
      }),
    ),
    ApiHeader({
      name: 'Prefer',
      required: false,
      description: 'wait=N (seconds, default 10, at most 55) or respond-async',
      schema: { type: 'string', example: 'wait=10' },
    }),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: 'A repeat within 24 h gets the first answer',
      schema: { type: 'string' },
    }),
  );
}
