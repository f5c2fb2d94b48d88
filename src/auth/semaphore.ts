import { AppError } from '../common/app-error.js';

/** A semaphore with a bounded queue: some work runs at once, some waits, and the rest is refused. */
export class Semaphore {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly most: number,
    private readonly maxWaiting: number,
  ) {}

  /**
   * What `work` resolves to.
   * @throws AppError `service_unavailable` when too many wait already.
   */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.running < this.most) this.running++;
    else {
      if (this.waiting.length >= this.maxWaiting) {
        throw new AppError('service_unavailable', 'Too many sign-ins at once; try again in a moment', undefined, {
          retryAfterSeconds: 2,
        });
      }
      // Finished work hands its place over, so `running` stays as it is.
      await new Promise<void>((enter) => this.waiting.push(enter));
    }
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }
}
