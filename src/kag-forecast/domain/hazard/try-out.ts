import type { TriedDays } from './belief.js';
import { INTERVALS, logit } from './intervals.js';
import { fitLogistic, type FitOptions, type LogisticFit } from './logistic-fit.js';
import type { HazardPrior } from './prior.js';
import type { TrainingRows } from './training-rows.js';

/** The shares of the time that are learnt from, each tried out on what follows up to the next. */
const CUTS = [0.4, 0.6, 0.8, 1] as const;

/** Has an interval's rows forecast by what was learnt of earlier ones alone, whose intervals were over by then. */
export function* tryOut(
  rows: TrainingRows,
  interval: number,
  prior: HazardPrior,
  options: FitOptions,
  tried: TriedDays,
): Generator<void, void> {
  const length = INTERVALS[interval]?.to ?? 0;
  const first = rows.day.reduce((a, b) => Math.min(a, b), Infinity);
  const last = rows.day.reduce((a, b) => Math.max(a, b), 0);
  for (const [nth, part] of CUTS.slice(0, -1).entries()) {
    const cut = first + part * (last - first);
    const end = first + (CUTS[nth + 1] ?? 1) * (last - first);
    const weight = rows.weight.map((own, at) => ((rows.day[at] ?? 0) + length <= cut ? own : 0));
    if (!weight.some((own, at) => own > 0 && rows.came[at] === 1)) continue;
    const fit = yield* fitLogistic({ ...rows, weight }, prior, options);
    yield;
    tryRows(rows, fit, tried, (day) => day > cut && day <= end);
  }
}

function tryRows(
  { day, x, came, weight, width }: TrainingRows,
  { intercept, slopes, base, means }: LogisticFit,
  tried: TriedDays,
  isTried: (day: number) => boolean,
): void {
  const odds = logit(base);
  const level = slopes.reduce((sum, slope, j) => sum + slope * (means[j] ?? 0), intercept) - odds;
  for (let at = 0; at < day.length; at++) {
    if (!isTried(day[at] ?? 0)) continue;
    let score = level;
    for (let j = 0; j < width; j++) {
      const value = x[at * width + j] ?? NaN;
      if (!Number.isNaN(value)) score += (slopes[j] ?? 0) * (value - (means[j] ?? 0));
    }
    tried.base.push(odds);
    tried.score.push(score);
    tried.came.push(came[at] ?? 0);
    tried.weight.push(weight[at] ?? 0);
  }
}
