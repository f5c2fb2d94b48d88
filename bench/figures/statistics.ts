/** What is kept of samples, in their unit. */
export interface Statistics {
  /** Samples that the rest is made from. */
  n: number;
  median: number;
  /** Null below `ENOUGH_FOR_P95` samples, of which it would be the largest. */
  p95: number | null;
  /** Null below `ENOUGH_FOR_P99` samples. */
  p99: number | null;
  min: number;
  max: number;
}

export type Statistic = Exclude<keyof Statistics, 'n'>;

const ENOUGH_FOR_P95 = 40;
const ENOUGH_FOR_P99 = 200;

/** @throws Error without samples or with one that is not a number: a figure of nothing must not look like one */
export function statisticsOf(samples: readonly number[]): Statistics {
  const sorted = [...samples].sort((a, b) => a - b);
  const [min, max] = [sorted[0], sorted.at(-1)];
  if (min === undefined || max === undefined) throw new Error('nothing was measured');
  if (!sorted.every(Number.isFinite)) throw new Error('a sample is no number');
  return {
    n: sorted.length,
    median: quantile(sorted, 0.5),
    p95: sorted.length < ENOUGH_FOR_P95 ? null : quantile(sorted, 0.95),
    p99: sorted.length < ENOUGH_FOR_P99 ? null : quantile(sorted, 0.99),
    min,
    max,
  };
}

/** Where there are too few samples for it, the worst of them stands in for a percentile. */
export const valueOf = (statistics: Statistics, by: Statistic): number => statistics[by] ?? statistics.max;

/** Between the two neighbours in proportion, as PostgreSQL's percentile_cont does it. */
export function quantile(sorted: readonly number[], q: number): number {
  const place = (sorted.length - 1) * q;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}
