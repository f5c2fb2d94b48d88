import { setImmediate } from 'node:timers/promises';

/** For how long steps may keep everything else in this process from running. */
const SLICE_MS = 15;

/** Does steps of some milliseconds each to their end, and lets other work have its turn in between. */
export async function paced<T>(steps: Generator<void, T>, signal?: AbortSignal): Promise<T> {
  let began = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - began < SLICE_MS) continue;
    await setImmediate();
    signal?.throwIfAborted();
    began = performance.now();
  }
}
