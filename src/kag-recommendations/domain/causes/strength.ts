import type { Chance, Measures } from '../situation.js';
import type { Cause, Level } from './cause.js';

/**
 * How strongly a cause holds: 1 where it opens, 2 at twice that. Of several measures the weakest counts, as each has to
 * be reached. 0 where one is not known.
 */
export const conditionStrength = ({ levels }: Cause, measures: Measures): number =>
  Math.max(0, Math.min(...levels.map(({ measure, opens }) => (measures[measure] ?? 0) / opens)));

/** Whether every measure is at a level; an unknown one is at none. */
export const isAt = (cause: Cause, measures: Measures, level: Exclude<keyof Level, 'measure'>): boolean =>
  cause.levels.every((one) => {
    const value = measures[one.measure];
    return value !== null && value >= one[level];
  });

/** The same of a forecast: 1 at the threshold of the account scope. */
export const chanceStrength = ({ p14, threshold }: Chance): number => p14 / threshold;
