import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/index.js';
import { JobQueue, PRIORITY } from './job-queue.js';
import { JobRegistry } from './job-registry.js';
import { JobRunsRepository, type WantedRun } from './job-runs.repository.js';
import type { JobRun } from './job-run.entity.js';

/** Seconds that the queue waits beyond a job's own deadline before it takes the worker for hung. */
const GRACE_SECONDS = 60;

/** Puts runs into the queue: what the schedule, people and other runs have in common. */
@Injectable()
export class RunStarter {
  constructor(
    private readonly registry: JobRegistry,
    private readonly runs: JobRunsRepository,
    private readonly queue: JobQueue,
  ) {}

  /** Opens the run and queues it in the caller's transaction; an equal open run is joined instead. */
  async start(tx: Tx, wanted: Omit<WantedRun, 'parent_run_id'>): Promise<{ run: JobRun; joined: boolean }> {
    const { timeoutSeconds } = this.registry.get(wanted.job_type);
    const opened = await this.runs.open(tx, { ...wanted, parent_run_id: null });
    if (!opened.joined) {
      await this.queue.send(
        tx,
        { project_id: wanted.project_id, run_id: opened.run.id },
        { priority: PRIORITY[wanted.trigger], timeoutSeconds: Math.ceil(timeoutSeconds) + GRACE_SECONDS },
      );
    }
    return opened;
  }

  /** Queues runs that the schedule has opened in this transaction. */
  async queueOpened(tx: Tx, opened: readonly JobRun[]): Promise<void> {
    await this.queue.sendMany(
      tx,
      opened.map((run) => ({
        project_id: run.project_id,
        run_id: run.id,
        priority: PRIORITY[run.trigger],
        timeoutSeconds: Math.ceil(this.registry.get(run.job_type).timeoutSeconds) + GRACE_SECONDS,
      })),
    );
  }

  /** Call after the transaction has committed: this process's own worker then looks at once. */
  nudge(): void {
    this.queue.nudge();
  }
}
