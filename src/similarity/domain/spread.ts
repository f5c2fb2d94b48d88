/** Numbers of an account scope vary by so much at least: a difference of next to nothing is none. */
export const LEAST_SPREAD = 0.1;

/**
 * How far each number stands out in its window: by how many spreads of its feature it lies above what is usual in the
 * account scope; 0 where it does not, or is not known.
 * @param numbers the windows' vectors one after the other, NaN for what is not known
 * @param size numbers of a vector
 */
export function standingOut(numbers: Float64Array, size: number): Float64Array {
  const out = new Float64Array(numbers.length);
  for (let feature = 0; feature < size; feature++) {
    const { mean, spread } = usual(numbers, feature, size);
    for (let at = feature; at < numbers.length; at += size) {
      const above = ((numbers[at] ?? NaN) - mean) / spread;
      out[at] = above > 0 ? above : 0;
    }
  }
  return out;
}

/** A feature's mean, and its standard deviation. */
function usual(numbers: Float64Array, feature: number, size: number): { mean: number; spread: number } {
  const meanOf = (of: (value: number) => number): number => {
    let [count, sum] = [0, 0];
    for (let at = feature; at < numbers.length; at += size) {
      const value = numbers[at] ?? NaN;
      if (Number.isNaN(value)) continue;
      count++;
      sum += of(value);
    }
    return count === 0 ? 0 : sum / count;
  };
  const mean = meanOf((value) => value);
  const spread = Math.sqrt(meanOf((value) => (value - mean) * (value - mean)));
  return { mean, spread: Math.max(LEAST_SPREAD, spread) };
}
