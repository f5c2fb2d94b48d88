import { createHash } from 'node:crypto';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { map, type Observable } from 'rxjs';

/**
 * Names an answer by its payload, and answers 304 to whoever has that one already. The envelope is left out: its request id
 * is another one each time. Answers stay out of caches all the same (caches.ts): a client keeps the last one itself.
 */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<object | undefined>): Observable<unknown> {
    const http = context.switchToHttp();
    const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()];
    return next.handle().pipe(
      map((payload) => {
        response.setHeader('etag', etagOf(payload));
        if (!request.fresh) return payload;
        response.status(304);
        return undefined;
      }),
    );
  }
}

/** A weak one: the bytes differ by the request id, and by how they are packed. */
const etagOf = (payload: unknown): string =>
  `W/"${createHash('sha256').update(JSON.stringify(payload)).digest('base64url')}"`;
