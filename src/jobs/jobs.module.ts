import {
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type BeforeApplicationShutdown,
} from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/index.js';
import { AuthModule } from '../auth/index.js';
import { Config } from '../config/index.js';
import { KagEventsModule } from '../kag-events/index.js';
import { CancelWatch } from './cancel-watch.js';
import { Dispatcher } from './dispatcher.js';
import { jobDurationProvider } from './job-metrics.js';
import { JobQueue } from './job-queue.js';
import { JobRegistry } from './job-registry.js';
import { JobRun } from './job-run.entity.js';
import { JobRunsController } from './job-runs.controller.js';
import { JobRunsRepository } from './job-runs.repository.js';
import { RunAttemptsRepository } from './run-attempts.repository.js';
import { RunExecutor } from './run-executor.js';
import { RunOpeningsRepository } from './run-openings.repository.js';
import { RunRecorder } from './run-recorder.js';
import { RunStarter } from './run-starter.js';
import { RunWatcher } from './run-watcher.js';
import { RunWorker } from './run-worker.js';
import { ScheduleRepository } from './schedule.repository.js';
import { ScheduledJob } from './scheduled-job.entity.js';
import { SchedulerController } from './scheduler.controller.js';
import { TriggerInterceptor } from './trigger.js';
import { Triggers } from './triggers.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([JobRun, ScheduledJob]),
    ScheduleModule.forRoot(),
    AuditModule,
    AuthModule,
    KagEventsModule,
  ],
  controllers: [JobRunsController, SchedulerController],
  providers: [
    CancelWatch,
    Dispatcher,
    JobQueue,
    JobRegistry,
    JobRunsRepository,
    RunAttemptsRepository,
    RunExecutor,
    RunOpeningsRepository,
    RunRecorder,
    RunStarter,
    RunWatcher,
    RunWorker,
    ScheduleRepository,
    TriggerInterceptor,
    Triggers,
    jobDurationProvider,
  ],
  exports: [JobQueue, JobRegistry, JobRunsRepository, RunStarter, TriggerInterceptor, Triggers],
})
export class JobsModule implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  constructor(
    private readonly config: Config,
    private readonly registry: JobRegistry,
    private readonly queue: JobQueue,
    private readonly worker: RunWorker,
    private readonly dispatcher: Dispatcher,
  ) {}

  /** Features have declared their jobs by now. */
  async onApplicationBootstrap(): Promise<void> {
    this.registry.checkFollowUps();
    await this.queue.start();
    if (!this.config.runsJobs) return;
    await this.worker.start();
    await this.dispatcher.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (!this.config.runsJobs) return;
    await this.dispatcher.stop();
    await this.worker.stop();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queue.drain(1_000);
  }
}
