import { Clock } from '../../src/common/clock.js';
import type { TestApp } from './test-app.js';

/** Deadlines of a running server: of its requests to vendors and providers, its database, and who waits for a run. */
export interface HeldDeadlines {
  /** How many have not passed yet, of whatever was asked, answered or not. */
  readonly count: number;
  /** Every deadline so far has passed. */
  pass(): void;
}

/** From here on no deadline of the server passes by itself: only when the test says so. */
export function holdDeadlines({ app }: Pick<TestApp, 'app'>): HeldDeadlines {
  let held: AbortController[] = [];
  app.get(Clock).deadline = () => {
    const controller = new AbortController();
    held.push(controller);
    return controller.signal;
  };
  return {
    get count() {
      return held.length;
    },
    pass() {
      for (const controller of held) controller.abort(new DOMException('too late', 'TimeoutError'));
      held = [];
    },
  };
}
