/**
 * The mood of one person who wrote these, each with its score and how many days ago; two neutral messages beside them.
 */
export function moodOf(...said: readonly (readonly [score: number, daysAgo: number])[]): number {
  const weights = said.map(([, daysAgo]) => 0.5 ** (daysAgo / 10));
  const all = weights.reduce((sum, weight) => sum + weight, 2);
  return said.reduce((sum, [score], n) => sum + score * (weights[n] ?? 0), 0) / all;
}
