import { jest } from '@jest/globals';
import type { Database } from '../../src/database/index.js';

/**
 * What happened when, and what is to happen when. Not the cursors: they are times of the vendors, which stand still.
 */
const TIMES: Record<string, string[]> = {
  projects: ['created_at'],
  scheduled_jobs: ['next_run_at', 'last_run_at', 'created_at', 'updated_at'],
  job_runs: ['created_at', 'started_at', 'finished_at'],
  connector_errors: ['next_retry_at', 'created_at', 'updated_at', 'resolved_at'],
  connector_sync_state: ['last_success_at', 'last_attempt_at', 'created_at', 'updated_at'],
  connector_rate_budgets: ['refilled_at', 'blocked_until'],
};

/** Time that passes without waiting. */
export interface PassingTime {
  /** Milliseconds that have been skipped so far. */
  readonly skipped: number;
  /** Lets seconds pass: what is recorded lies as much longer ago. Call while no run is open. */
  pass(seconds: number): Promise<void>;
  /** Gives the process its own time back. */
  restore(): void;
}

/**
 * Skips time for a server of this process: the clocks of the database and of the process go on as they are, so every
 * recorded time moves into the past instead; what the process itself remembers, by its monotonic clock, ages as much.
 * Whatever becomes due by that, the server finds by itself.
 */
export function passingTime(database: Database): PassingTime {
  let skipped = 0;
  const now = performance.now.bind(performance);
  const spy = jest.spyOn(performance, 'now').mockImplementation(() => now() + skipped);
  return {
    get skipped() {
      return skipped;
    },
    async pass(seconds) {
      skipped += seconds * 1000;
      await database.transaction(async (tx) => {
        for (const [table, columns] of Object.entries(TIMES)) {
          const moves = columns.map((column) => `${column} = ${column} - make_interval(secs => $1)`);
          await tx.run(`UPDATE ${table} SET ${moves.join(', ')}`, [seconds]);
        }
      });
    },
    restore: () => spy.mockRestore(),
  };
}
