import { HANG_LIMIT_MS } from './hang-limit.js';

/** Resolves with the first truthy answer of `look`; fails with `what` when it seems to hang. */
export async function until<T>(
  what: string,
  look: () => Promise<T | null | undefined | false> | T | null | undefined | false,
): Promise<T> {
  const deadline = performance.now() + HANG_LIMIT_MS;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (performance.now() > deadline) throw new Error(`waited ${HANG_LIMIT_MS / 1000} s in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
