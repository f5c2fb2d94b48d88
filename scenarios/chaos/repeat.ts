import { wait } from '../../src/common/wait.js';

/** Does `work` again and again, a pause after each time, until it is stopped; stopping waits for the last time. */
export function repeatedly(pauseMs: number, work: () => Promise<void>): { stop(): Promise<void> } {
  const stopped = new AbortController();
  const ended = (async () => {
    while (!stopped.signal.aborted) {
      await work();
      await wait(pauseMs, stopped.signal);
    }
  })();
  return {
    async stop() {
      stopped.abort();
      await ended;
    },
  };
}
