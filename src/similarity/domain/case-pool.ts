import { BUDGET_BANDS, DEAL_STAGES, PROJECT_TYPES } from './context.js';
import type { Signature } from './signature.js';
import { contextLikeness, similarityOf } from './similarity.js';
import { FEATURES } from './vector.js';

/** A window of a project that others may resemble. */
export interface CaseWindow extends Signature {
  project_id: string;
  /** UTC day on which it ends, `YYYY-MM-DD`. */
  window_end: string;
}

export interface RankedCase {
  score: number;
  window: CaseWindow;
}

const SIZE = FEATURES.length;

/**
 * The windows of one account scope, laid out so that comparing one with all the others touches numbers only: 10,000
 * comparisons take about a millisecond, where sets of texts take a hundred.
 */
export class CasePool {
  /** By project, the latest window of each first. */
  private readonly windows: readonly CaseWindow[];
  /** Where each project's windows begin, and behind the last one's where they end. */
  private readonly starts: number[] = [];
  private readonly placeOf = new Map<string, number>();
  private readonly vectors: Float64Array;
  /** Ids of all windows' pairs, one window after the other. */
  private readonly pairIds: Int32Array;
  private readonly pairStarts: Int32Array;
  private readonly budgets: Int8Array;
  private readonly types: Int8Array;
  private readonly stages: Int8Array;
  private readonly idOf = new Map<string, number>();
  /** How many windows have each pair, by its id. */
  private readonly having: number[] = [];

  constructor(windows: readonly CaseWindow[]) {
    this.windows = [...windows].sort(
      (a, b) => compare(a.project_id, b.project_id) || compare(b.window_end, a.window_end),
    );
    this.windows.forEach(({ project_id }, at) => {
      if (project_id === this.windows[at - 1]?.project_id) return;
      this.placeOf.set(project_id, this.starts.length);
      this.starts.push(at);
    });
    this.starts.push(this.windows.length);
    this.vectors = Float64Array.from(this.windows.flatMap(({ vector }) => vector));
    this.pairIds = Int32Array.from(this.windows.flatMap(({ pairs }) => pairs.map((pair) => this.countedId(pair))));
    let end = 0;
    this.pairStarts = Int32Array.from([0, ...this.windows.map(({ pairs }) => (end += pairs.length))]);
    this.budgets = Int8Array.from(this.windows, ({ context }) => BUDGET_BANDS.indexOf(context.budget_band));
    this.types = Int8Array.from(this.windows, ({ context }) => PROJECT_TYPES.indexOf(context.project_type));
    this.stages = Int8Array.from(this.windows, ({ context }) => DEAL_STAGES.indexOf(context.deal_stage));
  }

  /** The project's latest window; null while it has none. */
  latestOf(projectId: string): CaseWindow | null {
    const place = this.placeOf.get(projectId);
    return place === undefined ? null : (this.windows[this.starts[place] ?? -1] ?? null);
  }

  /** How many windows have this pair. */
  windowsWith(pair: string): number {
    return this.having[this.idOf.get(pair) ?? -1] ?? 0;
  }

  /**
   * The `k` other projects whose windows resemble the project's latest one the most, each by its most similar window
   * (the later of equals), best first and equals by their id. Exact: a pair set is left unread only where even an equal
   * one could not bring its window among the `k`.
   */
  top(projectId: string, k: number): RankedCase[] {
    const own = this.placeOf.get(projectId);
    if (own === undefined) return [];
    const target = this.starts[own] ?? 0;
    const has = new Uint8Array(this.having.length);
    for (const id of this.pairsOf(target)) has[id] = 1;
    const best: { score: number; at: number }[] = [];
    for (let place = 0; place + 1 < this.starts.length; place++) {
      if (place === own) continue;
      // Projects come in order of their ids: a later one that only equals the last of the best is not among them.
      const found = this.bestWindow(target, has, place, best.length < k ? -1 : (best.at(-1)?.score ?? -1));
      if (!found) continue;
      const behind = best.findIndex(({ score }) => score < found.score);
      best.splice(behind === -1 ? best.length : behind, 0, found);
      if (best.length > k) best.pop();
    }
    return best.flatMap(({ score, at }) => {
      const window = this.windows[at];
      return window ? [{ score, window }] : [];
    });
  }

  /** The project's window that is most similar to the target, if it is more so than `bar`. */
  private bestWindow(target: number, has: Uint8Array, place: number, bar: number): { score: number; at: number } | null {
    const { vectors, pairIds, pairStarts, budgets, types, stages } = this;
    const ownPairs = this.pairsOf(target).length;
    const end = this.starts[place + 1] ?? 0;
    let found: { score: number; at: number } | null = null;
    for (let at = this.starts[place] ?? end; at < end; at++) {
      const distance = distanceBetween(vectors, target * SIZE, at * SIZE);
      const likeness = contextLikeness(
        budgets[target] === budgets[at],
        types[target] === types[at],
        stages[target] === stages[at],
      );
      const from = pairStarts[at] ?? 0;
      const to = pairStarts[at + 1] ?? 0;
      const pairs = to - from;
      if (similarityOf(distance, Math.min(pairs, ownPairs), Math.max(pairs, ownPairs), likeness) <= bar) continue;
      const shared = countOf(has, pairIds, from, to);
      const score = similarityOf(distance, shared, pairs + ownPairs - shared, likeness);
      if (score <= bar) continue;
      bar = score;
      found = { score, at };
    }
    return found;
  }

  private pairsOf(at: number): Int32Array {
    return this.pairIds.subarray(this.pairStarts[at], this.pairStarts[at + 1]);
  }

  private countedId(pair: string): number {
    let id = this.idOf.get(pair);
    if (id === undefined) this.idOf.set(pair, (id = this.having.push(0) - 1));
    this.having[id] = (this.having[id] ?? 0) + 1;
    return id;
  }
}

/** The euclidean distance of the vectors that begin at `a` and at `b`. */
function distanceBetween(vectors: Float64Array, a: number, b: number): number {
  let squares = 0;
  for (let i = 0; i < SIZE; i++) {
    const difference = (vectors[a + i] ?? 0) - (vectors[b + i] ?? 0);
    squares += difference * difference;
  }
  return Math.sqrt(squares);
}

/** How many of the ids at these places are marked in `has`. */
function countOf(has: Uint8Array, ids: Int32Array, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) count += has[ids[i] ?? 0] ?? 0;
  return count;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
