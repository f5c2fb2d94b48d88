import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Fitted } from './fit.js';
import type { Labelled } from './sentences.js';

/** What a thread learns from. */
export interface ToLearn {
  readonly labelled: readonly Labelled[];
  readonly vocabulary: readonly string[];
}

/**
 * What is learned from each of the sets, in their order: the same as in this thread, as many at once as there are
 * processors.
 * @throws Error of a thread that fails
 */
export async function fitInThreads(
  sets: readonly (readonly Labelled[])[],
  vocabulary: readonly string[],
): Promise<Fitted[]> {
  const fitted: Fitted[] = [];
  const waiting = [...sets.entries()];
  const thread = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [at, labelled] = next;
      fitted[at] = await fitInThread({ labelled, vocabulary });
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, thread));
  return fitted;
}

const fitInThread = (workerData: ToLearn): Promise<Fitted> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./fit.worker.js', import.meta.url), { workerData });
    worker.once('message', (weights: Float64Array) => resolve({ weights }));
    worker.once('error', reject);
    worker.once('exit', (code) =>
      reject(new Error(`A thread of the training ended with ${code}, and learned nothing`)),
    );
  });
