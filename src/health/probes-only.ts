import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { AppError } from '../common/app-error.js';
import { sendProblem } from '../http/index.js';

/** A worker's port answers health and metrics; everything else is the api's. */
export function serveProbesOnly(app: NestExpressApplication): void {
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (/^\/(?:health|metrics)(?:\/|$)/.test(request.path)) return next();
    sendProblem(
      response,
      new AppError('not_found', 'This process is a worker (ROLE=worker): it serves /health and /metrics only'),
    );
  });
}
