import { bulkhead } from 'cockatiel';

const LEAST_REST_MS = 15_000;
/** A question that takes long is asked less often: it may keep a connection busy for 2 % of the time at most. */
const REST_PER_DURATION = 50;
/** How long a scrape waits for figures newer than those at hand, which are served otherwise. */
const GRACE_MS = 20;
/** Scrapers give up after about 10 s; all other figures must reach them while the database does not answer. */
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
  private shown = false;
  private underWay: Promise<void> | null = null;

  constructor(
    private readonly limit: ReturnType<typeof samplingLimit>,
    private readonly handlers: SampleHandlers<T>,
  ) {}

  /** Asks if it is time. Resolves with the answer, or soon without it: after 20 ms where there is an earlier one, else after 3 s. */
  async wanted(): Promise<void> {
    if (!this.underWay && performance.now() >= this.askedNextAt) {
      this.underWay = this.take().finally(() => {
        this.underWay = null;
      });
    }
    if (this.underWay) await Promise.race([this.underWay, after(this.shown ? GRACE_MS : DEADLINE_MS)]);
  }

  /** Resolves once nothing is being asked. */
  async settled(): Promise<void> {
    await this.underWay;
  }

  private async take(): Promise<void> {
    const late = setTimeout(() => this.withdraw(new Error(`no answer within ${DEADLINE_MS} ms`)), DEADLINE_MS).unref();
    try {
      const answer = await this.limit.execute(() => this.timed());
      this.handlers.show(answer);
      this.shown = true;
    } catch (error) {
      this.withdraw(error);
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

  private withdraw(reason: unknown): void {
    this.handlers.withdraw(reason);
    // Whoever scrapes next would wait for what does not come: without figures there is nothing to wait for either.
    this.shown = true;
  }
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
