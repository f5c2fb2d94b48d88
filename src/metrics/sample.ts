import { bulkhead } from 'cockatiel';

const LEAST_REST_MS = 15_000;
/** A question that takes long is asked less often: it may keep a connection busy for 2 % of the time at most. */
const REST_PER_DURATION = 50;
/**
 * How long a scrape waits for new figures. Otherwise it gets those at hand: the first of a process none, the next all.
 */
const GRACE_MS = 20;
/** From then on the figures at hand are of a database that does not answer any more. */
const DEADLINE_MS = 3_000;
/** The pool is there for requests and jobs. */
const AT_ONCE = 2;

/** How many samples of a process may be under way at the same time. */
export const samplingLimit = () => bulkhead(AT_ONCE, Infinity);

/** What is done with the answer to a question, or with its absence. */
export interface SampleHandlers<T> {
  ask: () => Promise<T>;
  show: (answer: T) => void;
  /** There is no answer, or none yet: what was shown is too old now. */
  withdraw: (reason: unknown) => void;
}

/**
 * Something that is asked at most once in 15 s, however many want to know it, and never again before the last answer
 * has come: a database that is slow gets no more to do by being watched.
 */
export class Sample<T> {
  private askedNextAt = -Infinity;
  private underWay: Promise<void> | null = null;

  constructor(
    private readonly limit: ReturnType<typeof samplingLimit>,
    private readonly handlers: SampleHandlers<T>,
  ) {}

  /** Asks if it is time. Resolves with the answer, or after 20 ms without it. */
  async wanted(): Promise<void> {
    if (!this.underWay && performance.now() >= this.askedNextAt) {
      this.underWay = this.take().finally(() => {
        this.underWay = null;
      });
    }
    if (this.underWay) await Promise.race([this.underWay, after(GRACE_MS)]);
  }

  /** Resolves once nothing is being asked. */
  async settled(): Promise<void> {
    await this.underWay;
  }

  private async take(): Promise<void> {
    const late = setTimeout(
      () => this.handlers.withdraw(new Error(`no answer within ${DEADLINE_MS} ms`)),
      DEADLINE_MS,
    ).unref();
    try {
      this.handlers.show(await this.limit.execute(() => this.timed()));
    } catch (error) {
      this.handlers.withdraw(error);
    } finally {
      clearTimeout(late);
    }
  }

  private async timed(): Promise<T> {
    const from = performance.now();
    try {
      return await this.handlers.ask();
    } finally {
      const to = performance.now();
      this.askedNextAt = to + Math.max(LEAST_REST_MS, (to - from) * REST_PER_DURATION);
    }
  }
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
