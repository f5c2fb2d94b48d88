import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Logger } from 'pino';
import { AppModule } from './app.module.js';
import { installSessions } from './auth/index.js';
import type { Config } from './config/index.js';
import type { DatabaseLocation } from './database/index.js';
import { configureHttp, createLogger, NestLogger, serveDocs } from './http/index.js';
import { serveProbesOnly } from './health/index.js';
import { timeRequests } from './metrics/index.js';

/** The server, put together and not listening yet; `init()` or `listen()` starts its queue and worker. */
export async function createApp(
  config: Config,
  location: DatabaseLocation,
  options: { logger?: Logger; modules?: (Type | DynamicModule)[] } = {},
): Promise<NestExpressApplication> {
  const logger = options.logger ?? createLogger(config);
  const app = await NestFactory.create<NestExpressApplication>(AppModule.register(config, location, options.modules), {
    bodyParser: false,
    abortOnError: false,
    logger: new NestLogger(logger),
  });
  timeRequests(app);
  configureHttp(app, logger, (configured) => {
    if (config.servesApi) installSessions(configured);
    else serveProbesOnly(configured);
  });
  if (config.servesApi) serveDocs(app);
  return app;
}
