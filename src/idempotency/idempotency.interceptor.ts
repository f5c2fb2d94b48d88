import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { lastValueFrom, of, type Observable } from 'rxjs';
import { AppError } from '../common/app-error.js';
import { ACCESS, requestContext, SHOWN_ONCE } from '../http/index.js';
import { asError, failedAnswer, type Answer } from './answer.js';
import { Idempotency } from './idempotency.service.js';

const CHANGING = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const KEY = /^[\x20-\x7e]{1,200}$/;

/**
 * Answers a repeat of a signed-in user's request with what the first one was answered. Stands around the envelope, so
 * that the repeat has the envelope of the first; and behind the guards, so that who may no longer ask gets no answer.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly reflector: Reflector,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<Request>();
    const { user, project, path } = requestContext();
    const key = request.get('idempotency-key');
    const targets = [context.getHandler(), context.getClass()];
    const isPublic = this.reflector.getAllAndOverride<string>(ACCESS, targets) === 'public';
    const shownOnce = this.reflector.getAllAndOverride<boolean>(SHOWN_ONCE, targets) === true;
    if (key === undefined || !CHANGING.has(request.method) || !user || isPublic || shownOnce) return next.handle();
    if (!KEY.test(key)) {
      throw new AppError('validation_failed', 'Idempotency-Key must be 1 to 200 printable ASCII characters', [
        { path: 'idempotency-key', problem: 'must be 1 to 200 printable ASCII characters' },
      ]);
    }
    const { method, query } = request;
    const body = request.body as unknown;
    const begun = await this.idempotency.begin(user.id, key, {
      method,
      path,
      project_id: project?.id ?? null,
      query,
      body,
    });
    const response = context.switchToHttp().getResponse<Response>();
    if ('answer' in begun) return of(replay(response, begun.answer));
    let payload: unknown;
    try {
      payload = await lastValueFrom(next.handle(), { defaultValue: undefined });
    } catch (error) {
      await this.idempotency.finish(begun.claim, failedAnswer(error));
      throw error;
    }
    const location = response.getHeader('location');
    await this.idempotency.finish(begun.claim, {
      status: response.statusCode,
      location: typeof location === 'string' ? location : null,
      body: payload ?? null,
    });
    return of(payload);
  }
}

function replay(response: Response, answer: Answer): unknown {
  response.setHeader('idempotency-replayed', 'true');
  if ('error' in answer) throw asError(answer);
  response.status(answer.status);
  if (answer.location !== null) response.setHeader('location', answer.location);
  return answer.body;
}
