import type { NestExpressApplication } from '@nestjs/platform-express';
import { getToken, makeHistogramProvider } from '@willsoto/nestjs-prometheus';
import type { NextFunction, Request, Response } from 'express';
import type { Histogram } from 'prom-client';

const NAME = 'kag_http_request_duration_seconds';

export const httpDurationProvider = makeHistogramProvider({
  name: NAME,
  help: 'How long requests took, by method, route template and status',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10, 60],
});

/**
 * Times every request, so call it before anything else is put in front of the routes: what is refused there, and the
 * time that the session takes to load, count too. Labelled by the route's template: a label for each path would grow
 * without bound.
 */
export function timeRequests(app: NestExpressApplication): void {
  const durations = app.get<Histogram>(getToken(NAME), { strict: false });
  app.use((request: Request, response: Response, next: NextFunction) => {
    const stop = durations.startTimer();
    response.once('close', () => {
      const { route } = request as { route?: { path?: unknown } };
      stop({
        method: request.method,
        route: typeof route?.path === 'string' ? route.path : 'none',
        status: String(response.statusCode),
      });
    });
    next();
  });
}
