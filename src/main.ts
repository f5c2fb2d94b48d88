import type { Server } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { bringToHead } from './bring-to-head.js';
import { createApp } from './bootstrap.js';
import { ConfigError, readConfig } from './config/index.js';
import {
  assertUsable,
  databaseFailure,
  DatabaseLocation,
  partitionsOf,
  startEmbedded,
  type EmbeddedDatabase,
  wallReport,
  wayTo,
} from './database/index.js';
import { AppError, errorText } from './common/app-error.js';
import { Readiness } from './health/index.js';
import { createLogger } from './http/index.js';
import { loadEnvFile } from './load-env-file.js';
import { SampledGauges } from './metrics/index.js';

const WITHOUT_A_DIRECT_WAY =
  'DATABASE_URL leads to a pooler, and DATABASE_DIRECT_URL is not set: the queue looks for its work instead of being told';
/** After which a stopping server ends, also where something hangs: the 25 s of its jobs and what is around them. */
const STOP_DEADLINE_MS = 29_000;

async function main(): Promise<void> {
  loadEnvFile();
  const config = readConfig(process.env);
  const logger = createLogger(config);
  const embedded =
    config.DATABASE_URL === null
      ? await startEmbedded(config.EMBEDDED_DATA_DIR, {
          onProgress: (doing, seconds) => logger.info({ seconds }, doing),
          onTrouble: (trouble) => logger.error(trouble),
          onEnd: (reason) => fail(new AppError('service_unavailable', reason)),
        })
      : null;
  const url = config.DATABASE_URL ?? embedded?.url ?? '';
  const failureAt = (address: string) => (error: unknown) => {
    throw databaseFailure(error, address) ?? error;
  };
  const failure = failureAt(url);
  const location = new DatabaseLocation(
    url,
    embedded !== null,
    await wayTo(url, config.DATABASE_DIRECT_URL).catch(failure),
  );
  if (location.pooled && !location.canListen) logger.warn(WITHOUT_A_DIRECT_WAY);
  if (config.MIGRATE_ON_START) {
    logger.info('bringing the schema to head');
    for (const name of await bringToHead(location.direct, partitionsOf(config, location.embedded)).catch(
      failureAt(location.direct),
    ))
      logger.info({ migration: name }, 'migrated');
  }
  await assertUsable(url).catch(failure);
  const gap = await wallReport(url).catch(failure);
  if (gap !== null) logger.warn(gap);
  logger.info('starting the modules');
  const app = await createApp(config, location, { logger }).catch(failure);
  stopOnSignals(app, embedded);
  await app.listen(config.PORT, config.HOST).catch(failure);
  // So that the first scrape finds figures instead of waiting for them.
  void app.get(SampledGauges).text();
  logger.info({ url: await app.getUrl(), role: config.ROLE, database: embedded ? 'embedded' : 'postgresql' }, 'ready');

  function stopOnSignals(running: NestExpressApplication, database: EmbeddedDatabase | null): void {
    let stopping = false;
    const stop = (signal: NodeJS.Signals) => {
      if (stopping) return;
      stopping = true;
      logger.info({ signal }, 'stopping');
      setTimeout(() => process.exit(1), STOP_DEADLINE_MS).unref();
      running.get(Readiness).stopping();
      // A connection that clients keep busy would hold the server up to its deadline: each ends with its next answer.
      const http: Server = running.getHttpServer();
      http.prependListener('request', (_, response) => response.setHeader('connection', 'close'));
      void running
        .close()
        .then(() => database?.stop())
        .then(
          () => process.exit(0),
          (error: unknown) => {
            logger.error({ err: error }, 'did not stop cleanly');
            process.exit(1);
          },
        );
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
  }
}

function fail(error: unknown): never {
  const text =
    error instanceof ConfigError || error instanceof AppError
      ? error.message
      : error instanceof Error
        ? error.stack
        : errorText(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

main().catch(fail);
