export { ChainRun, type ChainStep } from './chain/chain.js';
export { type JobStep, stepJob } from './chain/step-job.js';
export type {
  BatchJobDefinition,
  ChildOutcome,
  JobContext,
  JobDefinition,
  JobResult,
  Progress,
} from './job-definition.js';
export { JobQueue } from './job-queue.js';
export { JobRegistry } from './job-registry.js';
export type { JobRun } from './job-run.entity.js';
export { JobRunsRepository } from './job-runs.repository.js';
export { JobsModule } from './jobs.module.js';
export { type Area, AREAS } from './domain/areas.js';
export { goesOn } from './domain/goes-on.js';
export { skippableResult } from './skippable-result.js';
export { presentRun, RUN_EXAMPLE, RUN_ID_EXAMPLE } from './present-run.js';
export { runIsOver } from './run-is-over.js';
export { runErrorOf } from './run-error.js';
export { pendingOf, pendingQueue, QUEUE_COLUMNS, queueState, type QueueState } from './queue-state.js';
export { installQueue } from './queue-schema.js';
export { RunStarter } from './run-starter.js';
export { WorkersRepository, type KnownWorker } from './workers.repository.js';
export { Trigger, TriggerInterceptor, type JobRequest } from './trigger.js';
