import type { CaseWindow, RankedCase } from '../../src/similarity/domain/case-pool.js';
import type { Signature } from '../../src/similarity/domain/signature.js';

/** The similarity as the contract writes it, on sets of texts: what the quick way is held against. */
export function plainSimilarity(a: Signature, b: Signature): number {
  const euclid = Math.sqrt(a.vector.reduce((sum, x, i) => sum + (x - b.vector[i]!) * (x - b.vector[i]!), 0));
  const [ofA, ofB] = [new Set(a.pairs), new Set(b.pairs)];
  const both = [...ofA].filter((pair) => ofB.has(pair)).length;
  const either = new Set([...ofA, ...ofB]).size;
  const context =
    (a.context.budget_band === b.context.budget_band ? 0.4 : 0) +
    (a.context.project_type === b.context.project_type ? 0.3 : 0) +
    (a.context.deal_stage === b.context.deal_stage ? 0.3 : 0);
  return 0.6 / (1 + euclid) + 0.3 * (either === 0 ? 0 : both / either) + 0.1 * context;
}

/** Compares with every window there is, then sorts: the best window of each other project, the best `k` of these. */
export function plainTop(windows: readonly CaseWindow[], projectId: string, k: number): RankedCase[] {
  const latestFirst = [...windows].sort((a, b) => (a.window_end > b.window_end ? -1 : 1));
  const target = latestFirst.find(({ project_id }) => project_id === projectId);
  if (!target) return [];
  const best = new Map<string, RankedCase>();
  for (const window of latestFirst) {
    if (window.project_id === projectId) continue;
    const score = plainSimilarity(target, window);
    if (score > (best.get(window.project_id)?.score ?? -1)) best.set(window.project_id, { score, window });
  }
  return [...best.values()]
    .sort((a, b) => b.score - a.score || (a.window.project_id < b.window.project_id ? -1 : 1))
    .slice(0, k);
}
