import { AsyncLocalStorage } from 'node:async_hooks';
import type { Tx } from './sql.js';

/** Throws where what follows in the transaction may not be written; what it finds has to stay so until that ends. */
export type WriteFence = (tx: Tx) => Promise<void>;

const fences = new AsyncLocalStorage<WriteFence>();

/** Does work all of whose writes pass the fence: each of its transactions begins with it. */
export function behindFence<T>(fence: WriteFence, work: () => Promise<T>): Promise<T> {
  return fences.run(fence, work);
}

/** What the work that is under way has to pass; null: nothing. */
export function currentFence(): WriteFence | null {
  return fences.getStore() ?? null;
}
