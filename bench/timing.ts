/** Adds the milliseconds that `work` takes to the samples; returns what it gave. */
export async function timed<T>(samples: number[], work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await work();
  samples.push(performance.now() - started);
  return result;
}

/**
 * Calls `once` up to `most` times, at least once, and begins no other after `budgetMs`: slow machines get fewer runs,
 * not longer ones.
 */
export async function repeat(most: number, budgetMs: number, once: (round: number) => Promise<void>): Promise<void> {
  const started = performance.now();
  for (let round = 0; round < most && (round === 0 || performance.now() - started < budgetMs); round++)
    await once(round);
}
