import { wait } from '../common/wait.js';

/** SQLSTATEs of a lock that was not to be had in time, and of one that others waited for in a circle. */
const LOCKED_OUT: readonly unknown[] = ['55P03', '40P01'];

/** Does the work, again and again while others hold locks that it needs. */
export async function onceUnlocked<T>(work: () => Promise<T>, againMs: number): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!LOCKED_OUT.includes((error as { code?: unknown }).code)) throw error;
      await wait(againMs);
    }
  }
}
