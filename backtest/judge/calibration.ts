import type { Judged } from './judged.js';
import { frequency, meanForecast } from './scores.js';

/** Forecasts of about the same probability. */
export interface Bin {
  count: number;
  said: number;
  came: number;
}

const BINS = 10;

/** The forecasts by what they said, in bins of a tenth; bins without any are left out. */
export function reliability(judged: readonly Judged[]): Bin[] {
  const bins = Map.groupBy(judged, ({ p }) => Math.min(BINS - 1, Math.floor(p * BINS)));
  return [...bins]
    .sort(([a], [b]) => a - b)
    .map(([, own]) => ({ count: own.length, said: meanForecast(own), came: frequency(own) }));
}

/** The expected calibration error: how far off what was said is from what came, in the mean over forecasts. */
export const calibrationError = (judged: readonly Judged[]): number =>
  reliability(judged).reduce((sum, { count, said, came }) => sum + (count / judged.length) * Math.abs(said - came), 0);
