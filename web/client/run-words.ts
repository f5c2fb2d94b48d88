/** How a run's course is told, in one language. Numbers come as text already. */
export interface RunWords {
  /** Of the numbers, as in `en` or `ru`. */
  language: string;
  waits: string;
  waitsLong: (seconds: string) => string;
  running: string;
  progress: (done: string, total: string | null, unit: string) => string;
  succeeded: string;
  failed: string;
  cancelled: string;
  after: (seconds: string) => string;
  but: (remark: string) => string;
  noReason: string;
  didNothing: (reason: string) => string;
  partsFailed: (count: string) => string;
  notConfigured: (names: string) => string;
  started: (job: string) => string;
  joined: (job: string) => string;
  lookingAgain: string;
}

export const ENGLISH_RUN: RunWords = {
  language: 'en',
  waits: 'waits for a worker',
  waitsLong: (seconds) =>
    `has waited for a worker for ${seconds} s: is a process with ROLE=worker or ROLE=all running?`,
  running: 'is running',
  progress: (done, total, unit) => `is running: ${done}${total === null ? '' : ` of ${total}`} ${unit}`,
  succeeded: 'succeeded',
  failed: 'failed',
  cancelled: 'was cancelled',
  after: (seconds) => `after ${seconds} s`,
  but: (remark) => `but ${remark}`,
  noReason: 'no reason was recorded',
  didNothing: (reason) => `did nothing: ${reason}`,
  partsFailed: (count) => `${count} failed`,
  notConfigured: (names) => `not configured: ${names}`,
  started: (job) => `${job} is started.`,
  joined: (job) => `${job} is already running: this page follows that run.`,
  lookingAgain: 'Looking again in a moment.',
};
