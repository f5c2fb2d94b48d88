import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request } from 'express';
import { map, type Observable } from 'rxjs';
import { openCursor, sealCursor } from '../common/cursor.js';
import { Config } from '../config/index.js';
import { requestContext } from './request-context.js';

/**
 * Seals every cursor that a list gives out, and opens those that come back. A cursor names a row; one that was made up
 * would let its maker ask whether a row is there that they may not see. So a cursor is good for the list, the project
 * and the user that it was made for.
 */
@Injectable()
export class CursorInterceptor implements NestInterceptor {
  constructor(private readonly config: Config) {}

  intercept(context: ExecutionContext, next: CallHandler<object | undefined>): Observable<unknown> {
    const secrets = this.config.sessionSecrets;
    const { query } = context.switchToHttp().getRequest<Request>();
    const list = listOf(context);
    if (typeof query['cursor'] === 'string') query['cursor'] = openCursor(query['cursor'], list, secrets);
    return next.handle().pipe(map((payload) => withSeal(payload, list, secrets[0] ?? '')));
  }
}

function listOf(context: ExecutionContext): string {
  const { user, project } = requestContext();
  return [context.getClass().name, context.getHandler().name, project?.id, user?.id].join(' ');
}

function withSeal(payload: object | undefined, list: string, secret: string): object | undefined {
  const cursor = payload && 'next_cursor' in payload ? payload.next_cursor : null;
  return typeof cursor === 'string' ? { ...payload, next_cursor: sealCursor(cursor, list, secret) } : payload;
}
