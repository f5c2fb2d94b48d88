import { Injectable, Logger } from '@nestjs/common';
import { Config } from '../config/index.js';
import { JobQueue } from './job-queue.js';
import { PICKUP_LIMIT } from './queue-schema.js';
import { RunExecutor } from './run-executor.js';
import { RunRecorder } from './run-recorder.js';

/** What runs that are stopped may take to end: with the longest grace of 20 s, within the 25 s that a server has. */
const UNWIND_MS = 4_000;

const ABANDONED = {
  code: 'job_abandoned',
  message: `The run's workers died ${PICKUP_LIMIT} times in the middle of it; see their logs, then start it again`,
};

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
    private readonly recorder: RunRecorder,
  ) {}

  async start(): Promise<void> {
    await this.queue.work(this.config.WORKER_CONCURRENCY, (taken) => {
      // The queue aborts `signal` when it has given the runs to somebody else: this worker was silent for too long.
      const done = this.executor.execute(
        taken.data.runs,
        AbortSignal.any([taken.signal, this.stopping.signal]),
        taken.retryCount + 1,
      );
      const settled = done.catch(() => {});
      this.inHand.add(settled);
      void settled.finally(() => this.inHand.delete(settled));
      return done;
    });
    await this.queue.workAbandoned(({ runs }) => this.recorder.abandon(runs, ABANDONED));
    this.log.log({ worker_id: this.executor.workerId, concurrency: this.config.WORKER_CONCURRENCY }, 'worker ready');
  }

  /** Takes no more runs; those in hand end, or are given back in time. */
  async stop(): Promise<void> {
    const graceMs = this.config.STOP_GRACE_SECONDS * 1000;
    const interrupt = setTimeout(() => this.stopping.abort(new Error('the server is stopping')), graceMs);
    await this.queue.drain(graceMs + UNWIND_MS);
    clearTimeout(interrupt);
    await Promise.all(this.inHand);
  }
}
