import type { NestExpressApplication } from '@nestjs/platform-express';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Application, Request, Response } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { Config } from '../config/index.js';
import { serveBrowserFiles } from './browser-files.js';
import { askForBodies } from './expectations.js';
import { serveDocsPage } from './docs-page.js';
import { answerEarlyFaults } from './early-faults.js';
import { keepOutOfCaches } from './caches.js';
import { serveInboxPage } from './inbox-page.js';
import { logRequests } from './logging.js';
import { packAnswers } from './compressed.js';
import { openApiDocument } from './openapi.js';
import { serveOpsPage } from './ops-page.js';
import { servePagesOfObjects } from './pages-of-objects.js';
import { servePortfolioPage } from './portfolio-page.js';
import { openContext, readBody, refuseMalformedPath } from './request.middleware.js';

/** Everything an HTTP request meets before the routes, in order; shared by the server and the tests. */
export function configureHttp(
  app: NestExpressApplication,
  logger: Logger,
  afterContext: (app: NestExpressApplication) => void,
): void {
  const config = app.get(Config);
  askForBodies(app.getHttpServer());
  app.set('trust proxy', config.TRUST_PROXY_HOPS);
  app.set('query parser', 'simple');
  app.set('etag', false);
  app.disable('x-powered-by');
  app.use(openContext);
  app.use(logRequests(logger));
  app.use(packAnswers());
  app.use(
    helmet({
      // Swagger UI styles itself inline and draws its logo from a data: URL; its scripts are files of ours.
      contentSecurityPolicy: {
        directives: {
          defaultSrc: ["'self'"],
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", 'data:'],
          objectSrc: ["'none'"],
          frameAncestors: ["'none'"],
          // No page of ours has a <base>, or a form that a browser sends: one that turns up was smuggled in.
          baseUri: ["'none'"],
          formAction: ["'none'"],
          // Behind plain HTTP an upgrade would make the page's own files unreachable.
          upgradeInsecureRequests: config.production ? [] : null,
        },
      },
      strictTransportSecurity: config.production,
      xFrameOptions: { action: 'deny' },
    }),
  );
  app.enableCors({
    origin: config.CORS_ORIGIN,
    credentials: true,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: [
      'content-type',
      'x-csrf-token',
      'x-request-id',
      'idempotency-key',
      'prefer',
      'if-match',
      'if-none-match',
    ],
    exposedHeaders: ['x-request-id', 'location', 'retry-after', 'preference-applied', 'idempotency-replayed', 'etag'],
    maxAge: 600,
  });
  app.use(keepOutOfCaches, refuseMalformedPath, ...readBody());
  answerEarlyFaults(app.getHttpServer());
  afterContext(app);
}

/**
 * Serves the document at /openapi.json and the pages for people: /, /inbox, /projects/{id}, /search, /digest, /docs and
 * /ops.
 */
export function serveDocs(app: NestExpressApplication): void {
  const config = app.get(Config);
  // Made when it is first asked for: most processes, such as those of a rolling update, never are.
  let document: OpenAPIObject | undefined;
  const express = app.getHttpAdapter().getInstance() as Application;
  serveBrowserFiles(express);
  serveDocsPage(express);
  serveOpsPage(express);
  servePortfolioPage(express);
  serveInboxPage(express);
  servePagesOfObjects(express);
  express.get('/openapi.json', (_request: Request, response: Response) => {
    document ??= openApiDocument(app, config.SESSION_COOKIE_NAME);
    response.json(document);
  });
}
