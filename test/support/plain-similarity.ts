import type { CaseWindow, RankedCase } from '../../src/similarity/domain/case-pool.js';
import type { Signature } from '../../src/similarity/domain/signature.js';

/** How far each number of a window stands out among all windows, as docs/contract/similarity.md writes it. */
function standingOut(all: readonly Signature[], { vector }: Signature): number[] {
  return vector.map((value, i) => {
    const known = all.flatMap((one) => one.vector[i] ?? []);
    const mean = known.reduce((sum, x) => sum + x, 0) / known.length;
    const spread = Math.sqrt(known.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / known.length);
    return value === null ? 0 : Math.max(0, (value - mean) / Math.max(0.1, spread));
  });
}

/** The similarity as docs/contract/similarity.md writes it, on sets of texts: what the quick way is held against. */
export function plainSimilarity(a: Signature, b: Signature, all: readonly Signature[]): number {
  const [outOfA, outOfB] = [standingOut(all, a), standingOut(all, b)];
  const sum = (of: (x: number, y: number) => number) => outOfA.reduce((so, x, i) => so + of(x, outOfB[i]!), 0);
  const alike = sum(Math.max) === 0 ? 1 : sum(Math.min) / sum(Math.max);
  const [ofA, ofB] = [new Set(a.pairs), new Set(b.pairs)];
  const both = [...ofA].filter((pair) => ofB.has(pair)).length;
  const either = new Set([...ofA, ...ofB]).size;
  const context =
    (a.context.project_type === b.context.project_type ? 0.5 : 0) +
    (a.context.deal_stage === b.context.deal_stage ? 0.5 : 0);
  return 0.8 * alike + 0.1 * (either === 0 ? 0 : both / either) + 0.1 * context;
}

/** Compares with every window there is, then sorts: the best window of each other project, the best `k` of these. */
export function plainTop(windows: readonly CaseWindow[], projectId: string, k: number): RankedCase[] {
  // In the order in which they are summed, so that sums are the same to the last bit.
  const inOrder = [...windows].sort(
    (a, b) =>
      (a.project_id < b.project_id ? -1 : a.project_id > b.project_id ? 1 : 0) ||
      (a.window_end > b.window_end ? -1 : 1),
  );
  const latestFirst = [...windows].sort((a, b) => (a.window_end > b.window_end ? -1 : 1));
  const target = latestFirst.find(({ project_id }) => project_id === projectId);
  if (!target) return [];
  const best = new Map<string, RankedCase>();
  for (const window of latestFirst) {
    if (window.project_id === projectId) continue;
    const score = plainSimilarity(target, window, inOrder);
    if (score > (best.get(window.project_id)?.score ?? -1)) best.set(window.project_id, { score, window });
  }
  return [...best.values()]
    .sort((a, b) => b.score - a.score || (a.window.project_id < b.window.project_id ? -1 : 1))
    .slice(0, k);
}
