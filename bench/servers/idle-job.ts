import { Module, type DynamicModule } from '@nestjs/common';
import { pino } from 'pino';
import { createApp } from '../../src/bootstrap.js';
import { readConfig } from '../../src/config/index.js';
import { DatabaseLocation } from '../../src/database/index.js';
import { JobRegistry, JobsModule } from '../../src/jobs/index.js';
import { CREDENTIALS, SERVER_ENV } from './servers.js';

/** A job that does nothing: what its runs take is the queue's. */
export const IDLE_JOB = 'bench_idle';

@Module({})
class IdleJob {}

const idleJob: DynamicModule = {
  module: IdleJob,
  imports: [JobsModule],
  providers: [
    {
      provide: IDLE_JOB,
      inject: [JobRegistry],
      useFactory: (registry: JobRegistry) => {
        registry.register({
          type: IDLE_JOB,
          title: 'Do nothing',
          cadenceSeconds: null,
          timeoutSeconds: 60,
          reads: [],
          writes: [],
          run: () => Promise.resolve({}),
        });
        return IDLE_JOB;
      },
    },
  ],
};

/** The server in this process, with that job beside its own; it listens on no port. */
export async function serverWithIdleJob(databaseUrl: string, role: 'api' | 'worker') {
  const config = readConfig({
    ...SERVER_ENV,
    ROLE: role,
    DATABASE_URL: databaseUrl,
    AUTH_CREDENTIALS: `${CREDENTIALS.username}:${CREDENTIALS.password}`,
  });
  const app = await createApp(config, new DatabaseLocation(databaseUrl, false), {
    logger: pino({ level: 'silent' }),
    modules: [idleJob],
  });
  await app.init();
  return app;
}
