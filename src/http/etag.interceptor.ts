import { createHash } from 'node:crypto';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { map, type Observable } from 'rxjs';
import type { Enveloped } from './envelope.interceptor.js';
import { versionTag } from './if-match.js';
import { REVALIDATED, type VersionOf } from './revalidated.js';

/**
 * Names the answers of routes that are `@Revalidated()`, and answers 304 to clients that have that one already. The
 * request id is left out of the name: it is another one each time. Answers stay out of caches (caches.ts): a client
 * keeps the last one itself. The answer is written as JSON once, for its name and for the client.
 */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const mark = this.reflector.get<{ versionOf?: VersionOf } | undefined>(REVALIDATED, context.getHandler());
    if (mark === undefined) return next.handle();
    const http = context.switchToHttp();
    const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()];
    return (next as CallHandler<Enveloped>).handle().pipe(
      map(({ request_id, ...answer }) => {
        const text = JSON.stringify(answer);
        response.setHeader('etag', versionTag(mark.versionOf?.(answer as never), digestOf(text)));
        if (request.fresh) {
          response.status(304);
          return undefined;
        }
        response.type('json');
        return `${text.slice(0, -1)},"request_id":${JSON.stringify(request_id)}}`;
      }),
    );
  }
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64url');
