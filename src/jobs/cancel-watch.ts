import { Injectable, Logger } from '@nestjs/common';
import { AppError } from '../common/app-error.js';
import type { JobRun } from './job-run.entity.js';
import { JobRunsRepository } from './job-runs.repository.js';

/** A person who cancels a run waits for it to stop; until it does, it writes nothing. */
const LOOK_EVERY_MS = 1_000;

/** Looks whether runs are cancelled while this process does them: the row is where another process says so. */
@Injectable()
export class CancelWatch {
  private readonly log = new Logger('jobs');

  constructor(private readonly runs: JobRunsRepository) {}

  /**
   * Aborts `cancelled` once the run is, with who did it as the reason.
   * @returns what ends the watch
   */
  watch(run: JobRun, cancelled: AbortController): () => void {
    let timer: NodeJS.Timeout | undefined;
    const plan = () => {
      timer = setTimeout(() => void look(), LOOK_EVERY_MS);
    };
    let over = false;
    const look = async () => {
      try {
        const error = await this.runs.cancelled(run);
        if (error && !over) return cancelled.abort(new AppError('job_cancelled', error.message));
      } catch (err) {
        // The database is away: the run notices by itself, and the next look may tell.
        this.log.debug({ err, run_id: run.id }, 'could not look whether the run is cancelled');
      }
      if (!over) plan();
    };
    plan();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }
}
