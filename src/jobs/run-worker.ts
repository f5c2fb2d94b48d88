import { Injectable, Logger } from '@nestjs/common';
import { Config } from '../config/index.js';
import { Database } from '../database/index.js';
import { EventLog } from '../kag-events/index.js';
import { Clock } from '../common/clock.js';
import { JobQueue, type QueuedRun } from './job-queue.js';
import { JobRunsRepository } from './job-runs.repository.js';
import { RunExecutor } from './run-executor.js';
import { PICKUP_LIMIT } from './queue-schema.js';

/** Of the 25 s that a stopping server has, the part that its runs may use to end by themselves. */
const FINISH_MS = 20_000;
const UNWIND_MS = 4_000;

/** Takes runs from the queue and does them, for as long as this process works. */
@Injectable()
export class RunWorker {
  private readonly log = new Logger('jobs');
  private readonly stopping = new AbortController();
  private readonly inHand = new Set<Promise<void>>();

  constructor(
    private readonly config: Config,
    private readonly queue: JobQueue,
    private readonly executor: RunExecutor,
    private readonly runs: JobRunsRepository,
    private readonly events: EventLog,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async start(): Promise<void> {
    await this.queue.work(this.config.WORKER_CONCURRENCY, (taken) => {
      // The queue aborts `signal` when it has given the run to somebody else: this worker was silent for too long.
      const done = this.executor.execute(
        taken.data.project_id,
        taken.data.run_id,
        AbortSignal.any([taken.signal, this.stopping.signal]),
      );
      const settled = done.catch(() => {});
      this.inHand.add(settled);
      void settled.finally(() => this.inHand.delete(settled));
      return done;
    });
    await this.queue.workAbandoned((run) => this.abandon(run));
    this.log.log({ worker_id: this.executor.workerId, concurrency: this.config.WORKER_CONCURRENCY }, 'worker ready');
  }

  /** Takes no more runs; those in hand end, or are given back in time. */
  async stop(): Promise<void> {
    const interrupt = setTimeout(() => this.stopping.abort(new Error('the server is stopping')), FINISH_MS);
    await this.queue.drain(FINISH_MS + UNWIND_MS);
    clearTimeout(interrupt);
    await Promise.all(this.inHand);
  }

  private async abandon(queued: QueuedRun): Promise<void> {
    const error = {
      code: 'job_abandoned',
      message: `The run's workers died ${PICKUP_LIMIT} times in the middle of it; see their logs, then start it again`,
    };
    const ended = await this.database.transaction(async (tx) => {
      const runs = await this.runs.abandon(tx, queued.project_id, queued.run_id, error);
      for (const run of runs) {
        await this.events.process(
          tx,
          run.project_id,
          'process_failed',
          { process: run.job_type, run_id: run.id, error },
          this.clock.now(),
          'abandoned',
        );
      }
      return runs;
    });
    for (const run of ended) this.log.error({ job_type: run.job_type, run_id: run.id }, 'run abandoned');
  }
}
