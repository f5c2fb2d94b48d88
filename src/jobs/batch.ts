import type { JobRun } from './job-run.entity.js';

/** Runs whose attempts one worker makes together, and what they say on the way, which is written when they end. */
export interface RunBatch {
  jobType: string;
  runs: readonly JobRun[];
  started: Date;
  warnings: { run: JobRun; at: Date; warning: string; details: Record<string, unknown> | undefined }[];
  followUps: { run: JobRun; jobType: string }[];
}
