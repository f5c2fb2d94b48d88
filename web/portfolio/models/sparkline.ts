export const WIDTH = 132;
export const HEIGHT = 34;
/** Room for the dot at the end. */
const MARGIN = 3;
/** So many points at least from top to bottom: small moves must look small. */
const LEAST_SPAN = 30;

export interface Sparkline {
  /** One line for each stretch of days that are known. */
  lines: string[];
  /** The last day that is known. */
  end: { x: number; y: number };
}

/** Scores of days, the oldest first, as lines; null where fewer than two days are known. */
export function sparklineOf(series: readonly (number | null)[]): Sparkline | null {
  const known = series.filter((value) => value !== null);
  if (known.length < 2) return null;
  const [low, high] = spanOf(known);
  const at = (value: number, day: number) => ({
    x: tenths(MARGIN + (day / (series.length - 1)) * (WIDTH - 2 * MARGIN)),
    y: tenths(MARGIN + ((high - value) / (high - low)) * (HEIGHT - 2 * MARGIN)),
  });
  const stretches: { x: number; y: number }[][] = [];
  let before: number | null = null;
  for (const [day, value] of series.entries()) {
    if (value !== null) {
      if (before === null) stretches.push([]);
      stretches.at(-1)?.push(at(value, day));
    }
    before = value;
  }
  const end = stretches.at(-1)?.at(-1);
  if (!end) return null;
  return { lines: stretches.map((stretch) => stretch.map(({ x, y }) => `${x},${y}`).join(' ')), end };
}

/** Around the values, within 0 and 100. */
function spanOf(values: readonly number[]): [number, number] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const missing = Math.max(0, LEAST_SPAN - (most - least)) / 2;
  const low = Math.max(0, Math.min(least - missing, 100 - LEAST_SPAN));
  return [low, Math.max(most, Math.min(100, most + missing), low + LEAST_SPAN)];
}

const tenths = (value: number): number => Math.round(10 * value) / 10;
