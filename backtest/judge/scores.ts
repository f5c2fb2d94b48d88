import type { Judged } from './judged.js';

/** No forecast is punished for more certainty than this. */
const SURE = 1e-6;

/** Mean squared distance of the probability to what happened; NaN where there is nothing to judge. */
export const brier = (judged: readonly Judged[]): number => mean(judged, ({ p, came }) => (p - (came ? 1 : 0)) ** 2);

export const logLoss = (judged: readonly Judged[]): number =>
  mean(judged, ({ p, came }) => -Math.log(Math.min(1 - SURE, Math.max(SURE, came ? p : 1 - p))));

/** What the forecasts say on average, and how often it came. */
export const meanForecast = (judged: readonly Judged[]): number => mean(judged, ({ p }) => p);
export const frequency = (judged: readonly Judged[]): number => mean(judged, ({ came }) => (came ? 1 : 0));

/** The chance that a day before trouble got a higher probability than one that was not; ties count half. */
export function auc(judged: readonly Judged[]): number {
  const sorted = [...judged].sort((a, b) => a.p - b.p);
  let rankSum = 0;
  let positives = 0;
  for (let from = 0; from < sorted.length;) {
    let to = from;
    while (to < sorted.length && sorted[to]?.p === sorted[from]?.p) to++;
    const came = sorted.slice(from, to).filter((one) => one.came).length;
    rankSum += came * ((from + 1 + to) / 2);
    positives += came;
    from = to;
  }
  const negatives = sorted.length - positives;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

function mean(judged: readonly Judged[], of: (one: Judged) => number): number {
  return judged.reduce((sum, one) => sum + of(one), 0) / judged.length;
}
