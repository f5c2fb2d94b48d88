import { Clock } from '../../src/common/clock.js';
import type { TestApp } from './test-app.js';

/** Deadlines of a running server: of its requests to vendors and providers, its database, and who waits for a run. */
export interface HeldDeadlines {
  /** How many have not passed yet, of whatever was asked, answered or not. */
  readonly count: number;
  /** Every deadline so far of this length or less has passed; by default not those of clients that wait for a run. */
  pass(ms?: number): void;
}

/** Longer than any request to a vendor may take, and less than those wait who start a run. */
const REQUESTS_MS = 45_000;

/** From here on no deadline of the server passes by itself: only when the test says so. */
export function holdDeadlines({ app }: Pick<TestApp, 'app'>): HeldDeadlines {
  let held: { ms: number; controller: AbortController }[] = [];
  app.get(Clock).deadline = (ms) => {
    const controller = new AbortController();
    held.push({ ms, controller });
    return controller.signal;
  };
  return {
    get count() {
      return held.length;
    },
    pass(most = REQUESTS_MS) {
      const late = held.filter(({ ms }) => ms <= most);
      held = held.filter(({ ms }) => ms > most);
      for (const { controller } of late) controller.abort(new DOMException('too late', 'TimeoutError'));
    },
  };
}
