import { createHash } from 'node:crypto';
import { Injectable, mixin, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { map, type Observable } from 'rxjs';
import { versionTag } from './if-match.js';

/** Which version of something a payload tells. */
export type VersionOf = (payload: never) => string;

/**
 * Names an answer by its payload, and answers 304 to clients that have that one already. The envelope is left out: its
 * request id is another one each time. Answers stay out of caches (caches.ts): a client keeps the last one itself.
 * `versionOf`: the name begins with the version, by which a change can say what it was made of (if-match.ts).
 */
export function etagInterceptor(versionOf?: VersionOf) {
  @Injectable()
  class EtagInterceptor implements NestInterceptor {
    intercept(context: ExecutionContext, next: CallHandler<object | undefined>): Observable<unknown> {
      const http = context.switchToHttp();
      const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()];
      return next.handle().pipe(
        map((payload) => {
          response.setHeader('etag', versionTag(versionOf?.(payload as never), digestOf(payload)));
          if (!request.fresh) return payload;
          response.status(304);
          return undefined;
        }),
      );
    }
  }
  return mixin(EtagInterceptor);
}

const digestOf = (payload: unknown): string => createHash('sha256').update(JSON.stringify(payload)).digest('base64url');
