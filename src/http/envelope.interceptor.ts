import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { map, type Observable } from 'rxjs';
import { RAW_RESPONSE } from './access.js';
import { requestContext } from './request-context.js';

/** Any answer that is not raw; what a handler returned stands between the two. */
export interface Enveloped {
  ok: true;
  request_id: string;
}

/** Wraps a handler's payload: `{ ok: true, …payload, request_id }`. */
@Injectable()
export class EnvelopeInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler<object | undefined>): Observable<unknown> {
    if (this.reflector.getAllAndOverride<boolean>(RAW_RESPONSE, [context.getHandler(), context.getClass()]))
      return next.handle();
    return next
      .handle()
      .pipe(map((payload): Enveloped => ({ ok: true, ...payload, request_id: requestContext().requestId })));
  }
}
