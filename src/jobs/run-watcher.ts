import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { overAllProjects } from '../database/index.js';
import type { JobRun } from './job-run.entity.js';
import { JobRunsRepository } from './job-runs.repository.js';

const LOOK_EVERY_MS = 200;

interface Watch {
  project_id: string;
  id: string;
  see(run: JobRun): void;
  fail(error: unknown): void;
}

/**
 * Watches open runs for all who wait: one statement for all of them at a time, in any process.
 * Looking again is what works on every database and through every pooler; a missed notification would hang a request.
 */
@Injectable()
export class RunWatcher implements OnApplicationShutdown {
  private readonly watches = new Set<Watch>();
  private timer: NodeJS.Timeout | null = null;
  private looking = false;

  constructor(private readonly runs: JobRunsRepository) {}

  /** Calls `see` with the run as it is, again and again, until `signal` aborts. */
  watch(
    run: { project_id: string; id: string },
    see: (run: JobRun) => void,
    fail: (error: unknown) => void,
    signal: AbortSignal,
  ): void {
    if (signal.aborted) return;
    const watch: Watch = { project_id: run.project_id, id: run.id, see, fail };
    this.watches.add(watch);
    signal.addEventListener('abort', () => this.watches.delete(watch), { once: true });
    this.plan();
  }

  /** The run once it has ended; the run as last seen when `signal` aborts before. */
  async ended(run: JobRun, signal: AbortSignal): Promise<JobRun> {
    const stop = new AbortController();
    let latest = run;
    try {
      return await new Promise<JobRun>((resolve, reject) => {
        const until = AbortSignal.any([signal, stop.signal]);
        until.addEventListener('abort', () => resolve(latest), { once: true });
        if (until.aborted) return resolve(latest);
        this.watch(
          run,
          (seen) => {
            latest = seen;
            if (hasEnded(seen)) resolve(seen);
          },
          reject,
          until,
        );
        this.look();
      });
    } finally {
      stop.abort();
    }
  }

  /** Looks now instead of at the next turn. */
  look(): void {
    void this.turn();
  }

  onApplicationShutdown(): void {
    this.watches.clear();
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  private plan(): void {
    if (this.timer || this.watches.size === 0) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      void this.turn();
    }, LOOK_EVERY_MS);
  }

  private async turn(): Promise<void> {
    if (this.looking || this.watches.size === 0) return;
    this.looking = true;
    const watched = [...this.watches];
    try {
      // Of all who wait, not only of the one whose turn this is.
      const runs = new Map((await overAllProjects(() => this.runs.findMany(watched))).map((run) => [run.id, run]));
      for (const watch of watched) {
        const run = runs.get(watch.id);
        if (run && this.watches.has(watch)) watch.see(run);
      }
    } catch (error) {
      for (const watch of watched) watch.fail(error);
    } finally {
      this.looking = false;
      this.plan();
    }
  }
}

export function hasEnded(run: JobRun): boolean {
  return run.status === 'succeeded' || run.status === 'failed' || run.status === 'cancelled';
}
