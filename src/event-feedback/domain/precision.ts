/** Below this many judged events a share says little: its interval would be wider than half of what there is. */
export const ENOUGH = 20;
/** Of the normal distribution: 95 of 100 lie within it on both sides. */
const Z = 1.959964;

/** A share with the bounds between which it lies with 95 %, each from 0 to 1. */
export interface Precision {
  value: number;
  low: number;
  high: number;
}

/**
 * How many of the judged events were right, with Wilson’s score interval (E. B. Wilson, “Probable inference, the law of
 * succession, and statistical inference”, 1927), which stays within 0 and 1 for small numbers too. To three decimals.
 * Null: fewer than `ENOUGH` were judged.
 */
export function precisionOf(right: number, judged: number): Precision | null {
  if (judged < ENOUGH) return null;
  const share = right / judged;
  const square = Z ** 2 / judged;
  const middle = share + square / 2;
  const reach = Z * Math.sqrt((share * (1 - share)) / judged + square / (4 * judged));
  const bound = (value: number) => rounded(Math.min(1, Math.max(0, value / (1 + square))));
  return { value: rounded(share), low: bound(middle - reach), high: bound(middle + reach) };
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
