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

  /**
   * The answer.
   * @throws Error when it has not come after `ms`; what was asked goes on behind it
   */
  async within<T>(ms: number, answer: Promise<T>): Promise<T> {
    const deadline = this.deadline(ms);
    const late = Promise.withResolvers<never>();
    const giveUp = () => late.reject(new Error(`no answer within ${ms} ms`));
    deadline.addEventListener('abort', giveUp, { once: true });
    try {
      return await Promise.race([answer, late.promise]);
    } finally {
      deadline.removeEventListener('abort', giveUp);
    }
  }
}

export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}
