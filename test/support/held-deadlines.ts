import { Clock } from '../../src/common/clock.js';
import type { TestApp } from './test-app.js';

/** Deadlines of a running server's requests to vendors and providers. */
export interface HeldDeadlines {
  /** Every deadline so far has passed. */
  pass(): void;
}

/** From here on no such deadline of the server passes by itself: only when the test says so. */
export function holdDeadlines({ app }: Pick<TestApp, 'app'>): HeldDeadlines {
  let held: AbortController[] = [];
  app.get(Clock).deadline = () => {
    const controller = new AbortController();
    held.push(controller);
    return controller.signal;
  };
  return {
    pass() {
      for (const controller of held) controller.abort(new DOMException('too late', 'TimeoutError'));
      held = [];
    },
  };
}
