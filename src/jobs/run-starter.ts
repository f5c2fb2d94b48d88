import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/index.js';
import { batchesOf } from './domain/batches.js';
import { JobQueue, PRIORITY } from './job-queue.js';
import { JobRegistry } from './job-registry.js';
import type { JobRun } from './job-run.entity.js';
import { RunOpeningsRepository, sameRun, type WantedRun } from './run-openings.repository.js';

/** Seconds that the queue waits beyond a job's own deadline before it takes the worker for hung. */
const GRACE_SECONDS = 60;
/** Runs in one message, of a job that does those of many projects together. */
const RUNS_TOGETHER = 100;

/** Puts runs into the queue: what the schedule, people and other runs have in common. */
@Injectable()
export class RunStarter {
  constructor(
    private readonly registry: JobRegistry,
    private readonly openings: RunOpeningsRepository,
    private readonly queue: JobQueue,
  ) {}

  /** Opens the run and queues it in the caller's transaction; an equal open run is joined instead. */
  async start(tx: Tx, wanted: Omit<WantedRun, 'parent_run_id'>): Promise<{ run: JobRun; joined: boolean }> {
    const opened = await this.openings.open(tx, { ...wanted, parent_run_id: null });
    if (!opened.joined) await this.queueAlone(tx, [opened.run]);
    return opened;
  }

  /**
   * Opens and queues those of the runs that have no equal open already, in batches where their job can; returns them.
   */
  async startMany(tx: Tx, wanted: readonly Omit<WantedRun, 'parent_run_id'>[]): Promise<JobRun[]> {
    const opened = await this.openings.openNew(
      tx,
      wanted.map((run) => ({ ...run, parent_run_id: null })),
    );
    await this.put(
      tx,
      batchesOf(opened, (jobType) => (this.registry.get(jobType).runTogether ? RUNS_TOGETHER : 1)),
    );
    return opened;
  }

  /**
   * Starts runs that follow from what this transaction did. One that joins an open run has it run once more after that,
   * since it may have passed what has been done here.
   */
  async followUp(tx: Tx, wanted: readonly Omit<WantedRun, 'parent_run_id' | 'trigger'>[]): Promise<void> {
    let left = wanted.map((run) => ({ ...run, trigger: 'follow_up' as const }));
    while (left.length > 0) {
      const opened = new Set((await this.startMany(tx, left)).map(sameRun));
      left = left.filter((run) => !opened.has(sameRun(run)));
      if (left.length === 0) return;
      const marked = await this.openings.wantAgain(tx, left);
      // What ended between the two statements can be opened now.
      left = left.filter((run) => !marked.has(sameRun(run)));
    }
  }

  /** Queues up to `limit` open runs again that nothing in the queue is about; returns them. */
  async queueLost(tx: Tx, limit: number): Promise<JobRun[]> {
    const jobTypes = this.registry.all().map(({ type }) => type);
    const lost = await this.openings.lost(tx, jobTypes, limit);
    if (lost.length === 0) return [];
    await this.queue.forgetEnded(tx, lost);
    await this.queueAlone(tx, lost);
    return lost;
  }

  /** Queues open runs, each in a message of its own. */
  async queueAlone(tx: Tx, opened: readonly JobRun[]): Promise<void> {
    await this.put(
      tx,
      batchesOf(opened, () => 1),
    );
  }

  /** Call after the transaction has committed: this process's own worker then looks at once. */
  nudge(): void {
    this.queue.nudge();
  }

  private async put(tx: Tx, batches: readonly [JobRun, ...JobRun[]][]): Promise<void> {
    await this.queue.send(
      tx,
      batches.map((runs) => {
        const [{ job_type: jobType, trigger }] = runs;
        const { timeoutSeconds } = this.registry.get(jobType);
        return {
          jobType,
          runs,
          priority: PRIORITY[trigger],
          timeoutSeconds: Math.ceil(timeoutSeconds) + GRACE_SECONDS,
        };
      }),
    );
  }
}
