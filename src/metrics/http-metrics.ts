import { Injectable, type NestMiddleware } from '@nestjs/common';
import { InjectMetric, makeHistogramProvider } from '@willsoto/nestjs-prometheus';
import type { NextFunction, Request, Response } from 'express';
import type { Histogram } from 'prom-client';

const NAME = 'kag_http_request_duration_seconds';

export const httpDurationProvider = makeHistogramProvider({
  name: NAME,
  help: 'How long requests took, by method, route template and status',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10, 60],
});

/** Times requests by their route's template: a label for each path would grow without bound. */
@Injectable()
export class HttpMetricsMiddleware implements NestMiddleware {
  constructor(@InjectMetric(NAME) private readonly durations: Histogram) {}

  use(request: Request, response: Response, next: NextFunction): void {
    const stop = this.durations.startTimer();
    response.once('close', () => {
      const { route } = request as { route?: { path?: unknown } };
      stop({
        method: request.method,
        route: typeof route?.path === 'string' ? route.path : 'none',
        status: String(response.statusCode),
      });
    });
    next();
  }
}
