import type { AddressInfo } from 'node:net';
import type { DynamicModule, Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { pino, type Logger } from 'pino';
import request from 'supertest';
import { createApp } from '../../src/bootstrap.js';
import { Clock } from '../../src/common/clock.js';
import { readConfig, type Environment } from '../../src/config/index.js';
import { Database, DatabaseLocation } from '../../src/database/index.js';
import { hearing } from '../runner/said-by-servers.js';
import { HANG_LIMIT_MS } from './hang-limit.js';
import { openTestDatabase, type TestDatabase } from './test-database.js';
import { Client } from './client.js';

/** Who AUTH_CREDENTIALS names in tests. */
export const ADMIN = { username: 'admin', password: 'correct-horse-battery' };

const ENVIRONMENT: Environment = {
  NODE_ENV: 'test',
  LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
  ROLE: 'api',
  DATABASE_POOL_MAX: '5',
  AUTH_CREDENTIALS: `${ADMIN.username}:${ADMIN.password}`,
  SESSION_SECRET: 'a-secret-of-the-tests-and-of-nobody-else',
  // Vectors of a sixth of the usual size: what they say of texts is tested apart.
  EMBEDDING_DIM: '256',
  // Tests sign in hundreds of times; they are not about what a hash costs.
  HASH_MEMORY_KIB: '64',
  // So that days are days, on whatever day of the week a test runs.
  WORKING_DAYS: 'mon-sun',
  WORKING_HOURS: '00:00-24:00',
  // What one user may ask for in a minute is tested apart.
  USER_SEARCHES_PER_MINUTE: '1000000',
  USER_TRIGGERS_PER_MINUTE: '1000000',
  USER_STREAMS_PER_MINUTE: '1000000',
  SECRETS_KEY: Buffer.alloc(32, 7).toString('base64'),
};

/** The whole server, listening on a port of its own. */
export interface TestApp {
  url: string;
  app: NestExpressApplication;
  db: TestDatabase;
  /** Somebody without a session, with a cookie jar of their own. */
  visitor(): Client;
  /**
   * Somebody signed in; the admin of AUTH_CREDENTIALS by default. As if they had changed the password that
   * an admin set to what it is.
   */
  signIn(who?: { username: string; password: string }): Promise<Client>;
  close(): Promise<void>;
}

export interface TestAppOptions {
  /** Variables that differ from the tests' own; undefined unsets one. */
  env?: Environment;
  /** Modules beside the server's, such as one with a route to test against. */
  modules?: (Type | DynamicModule)[];
  /** Where the app logs; by default what TEST_LOG_LEVEL lets through, or else warnings, shown where a test fails. */
  logger?: Logger;
  /** A database that another app uses too; it stays open when this app closes. */
  db?: TestDatabase;
}

/** What is not shown as it comes is kept, and shown where a test fails. */
const loggerOf = (level: string): Logger => (level === 'silent' ? pino({ level: 'warn' }, hearing) : pino({ level }));

/** Starts the server on an empty database, or on the one that is handed in. */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const db = options.db ?? (await openTestDatabase({ poolMax: 2 }));
  // Without a key texts are embedded by their words: most tests are not about what a sentence model costs.
  const words = options.env?.['OPENAI_API_KEY'] === undefined ? { EMBEDDING_PROVIDER: 'hashing' } : {};
  const config = readConfig({ ...ENVIRONMENT, ...words, ...options.env });
  const app = await createApp(config, new DatabaseLocation(db.url, db.embedded), {
    logger: options.logger ?? loggerOf(config.LOG_LEVEL),
    modules: options.modules ?? [],
  });
  // No test depends on how fast the machine is: those about deadlines hold them (holdDeadlines), and say when they
  // pass.
  app.get(Clock).deadline = () => AbortSignal.timeout(HANG_LIMIT_MS);
  await app.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  const visitor = () => new Client(request.agent(url), config.servesApi);
  return {
    url,
    app,
    db,
    visitor,
    async signIn(who = ADMIN) {
      const client = visitor();
      await app
        .get(Database)
        .run('UPDATE users SET password_temporary = false WHERE username = lower($1)', [who.username]);
      await client.logIn({ username: who.username, password: who.password });
      return client;
    },
    async close() {
      await app.close();
      if (!options.db) await db.close();
    },
  };
}
