/** A line's values on a plane of 100 by 100, the highest value on top. */
export interface Plane {
  /** One line for each stretch of values that are known, as SVG writes points. */
  lines: string[];
  x: (index: number) => number;
  y: (value: number) => number;
  low: number;
  high: number;
}

/** @param bounds what must be within the plane beside the values, such as thresholds or 0 and 100 */
export function planeOf(values: readonly (number | null)[], bounds: readonly number[]): Plane {
  const known = values.filter((value) => value !== null);
  const all = [...known, ...bounds];
  const low = Math.min(...all);
  // A line that is level has room around it.
  const high = Math.max(...all) === low ? low + 1 : Math.max(...all);
  const x = (index: number) => hundredths(values.length < 2 ? 50 : (100 * index) / (values.length - 1));
  const y = (value: number) => hundredths(100 - (100 * (value - low)) / (high - low));
  return { lines: stretches(values, x, y), x, y, low, high };
}

function stretches(values: readonly (number | null)[], x: Plane['x'], y: Plane['y']): string[] {
  const all: string[][] = [];
  let before: number | null = null;
  for (const [index, value] of values.entries()) {
    if (value !== null) {
      if (before === null) all.push([]);
      all.at(-1)?.push(`${x(index)},${y(value)}`);
    }
    before = value;
  }
  return all.map((points) => points.join(' '));
}

/** The place of the nearest value that is known, of all places; null where none is. */
export function nearestKnown(values: readonly (number | null)[], index: number): number | null {
  const known = values.flatMap((value, i) => (value === null ? [] : [i]));
  return known.reduce<number | null>(
    (best, i) => (best === null || Math.abs(i - index) < Math.abs(best - index) ? i : best),
    null,
  );
}

/** The next place in a direction whose value is known; the same one at the end. */
export function nextKnown(values: readonly (number | null)[], index: number, step: 1 | -1): number {
  for (let i = index + step; i >= 0 && i < values.length; i += step) if ((values[i] ?? null) !== null) return i;
  return index;
}

const hundredths = (value: number): number => Math.round(100 * value) / 100;
