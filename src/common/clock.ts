import { wait } from './wait.js';

/** Where the time comes from: handed in wherever a decision depends on it, so that a test can choose the day. */
export abstract class Clock {
  abstract now(): Date;

  /** Resolves after `ms`, or at once when the signal aborts: the caller then looks at the signal. */
  wait(ms: number, signal?: AbortSignal): Promise<void> {
    return wait(ms, signal);
  }

  /** A signal that aborts after `ms`. */
  deadline(ms: number): AbortSignal {
    return AbortSignal.timeout(ms);
  }
}

export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}
