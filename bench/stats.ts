/** A measured figure with what a reader needs to judge it. */
export interface Figure {
  group: string;
  name: string;
  unit: string;
  /** Samples that the rest is made from. */
  n: number;
  median: number;
  /** Null below `ENOUGH_FOR_P95` samples, of which it would be the largest. */
  p95: number | null;
  min: number;
  max: number;
}

const ENOUGH_FOR_P95 = 40;

/** @throws Error without samples: a figure of nothing must not look like one */
export function figure(group: string, name: string, unit: string, samples: readonly number[]): Figure {
  if (samples.length === 0) throw new Error(`${group}, ${name}: nothing was measured`);
  const sorted = [...samples].sort((a, b) => a - b);
  return {
    group,
    name,
    unit,
    n: sorted.length,
    median: quantile(sorted, 0.5),
    p95: sorted.length < ENOUGH_FOR_P95 ? null : quantile(sorted, 0.95),
    min: sorted[0] ?? 0,
    max: sorted.at(-1) ?? 0,
  };
}

/** Between the two neighbours in proportion, as PostgreSQL's percentile_cont does it. */
export function quantile(sorted: readonly number[], q: number): number {
  const place = (sorted.length - 1) * q;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

/** Calls `once` up to `most` times, at least once, and begins no other after `budgetMs`: slow machines get fewer runs, not longer ones. */
export async function repeat(most: number, budgetMs: number, once: (round: number) => Promise<void>): Promise<void> {
  const started = performance.now();
  for (let round = 0; round < most && (round === 0 || performance.now() - started < budgetMs); round++)
    await once(round);
}
