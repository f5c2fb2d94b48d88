import { DEAL_STAGES, PROJECT_TYPES, type CaseContext } from './context.js';
import type { Signature } from './signature.js';
import { alikeAt, contextLikeness, similarityOf } from './similarity.js';
import { standingOut } from './spread.js';
import { FEATURES } from './vector.js';
import type { WindowEnd } from './what-followed.js';

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

/** A window with its pairs as numbers. */
interface EncodedWindow extends Omit<CaseWindow, 'pairs'> {
  readonly pairIds: readonly number[];
}

/** What else a window has: texts and circumstances that many windows share are there once. */
type Label = Pick<CaseWindow, 'project_id' | 'window_end' | 'context'>;

const SIZE = FEATURES.length;
/** Circumstances that count. */
const CODES = 2;

/**
 * The windows of one account scope, laid out to be compared with each other: what a comparison reads lies side by side,
 * as numbers. With an object for each window instead, 57,000 of them took four times as long to go through.
 */
export class CasePool {
  /** All pairs that any window has; a pair's id is its place. */
  private readonly pairs: string[] = [];
  private readonly idOf = new Map<string, number>();
  /** How many windows have each pair, by its id. */
  private readonly having: number[] = [];
  /** By the projects' ids, the latest window of each first. */
  private readonly labels: readonly Label[];
  /** Places of each project's windows, from the first to behind the last. */
  private readonly places = new Map<string, { from: number; to: number }>();
  private readonly vectors: Float64Array;
  /** How far each of their numbers stands out in the scope. */
  private readonly out: Float64Array;
  /** The ids of each window's pairs begin where `pairStarts` says, and end where the next one's begin. */
  private readonly pairIds: Int32Array;
  private readonly pairStarts: Int32Array;
  private readonly contexts: Int8Array;

  constructor(windows: Iterable<CaseWindow>) {
    const encoded = Array.from(windows, (window) => this.encode(window)).sort(
      (a, b) => compare(a.project_id, b.project_id) || compare(b.window_end, a.window_end),
    );
    this.vectors = new Float64Array(encoded.length * SIZE);
    this.contexts = new Int8Array(encoded.length * CODES);
    this.pairStarts = new Int32Array(encoded.length + 1);
    this.pairIds = new Int32Array(encoded.reduce((sum, { pairIds }) => sum + pairIds.length, 0));
    let end = 0;
    encoded.forEach(({ project_id, vector, context, pairIds }, at) => {
      this.vectors.set(
        vector.map((value) => value ?? NaN),
        at * SIZE,
      );
      this.contexts.set(contextCodes(context), at * CODES);
      this.pairIds.set(pairIds, end);
      this.pairStarts[at + 1] = end += pairIds.length;
      this.places.set(project_id, { from: this.places.get(project_id)?.from ?? at, to: at + 1 });
    });
    this.out = standingOut(this.vectors, SIZE);
    this.labels = labelsOf(encoded);
  }

  /** How many windows there are. */
  get size(): number {
    return this.labels.length;
  }

  /** Whose its windows are, and when they ended. */
  ends(): readonly WindowEnd[] {
    return this.labels;
  }

  /** The project's latest window; null while it has none. */
  latestOf(projectId: string): CaseWindow | null {
    const places = this.places.get(projectId);
    return places ? this.windowAt(places.from) : null;
  }

  /** How many windows have this pair. */
  windowsWith(pair: string): number {
    return this.having[this.idOf.get(pair) ?? -1] ?? 0;
  }

  /**
   * The `k` other projects whose windows resemble the project's latest one the most, each by its most similar window
   * (the later of equals), best first and equals by their id. Exact: a pair set is left unread only where even one with
   * all pairs in common could not bring its window among the `k`.
   */
  top(projectId: string, k: number): RankedCase[] {
    const target = this.places.get(projectId)?.from;
    if (target === undefined) return [];
    const has = new Uint8Array(this.pairs.length);
    for (const id of this.pairsAt(target)) has[id] = 1;
    const best: { score: number; at: number }[] = [];
    for (const [otherId, { from, to }] of this.places) {
      if (otherId === projectId) continue;
      // Projects come in order of their ids: a later one that only equals the last of the best is not among them.
      const found = this.bestOf(from, to, target, has, best.length < k ? -1 : (best.at(-1)?.score ?? -1));
      if (!found) continue;
      const behind = best.findIndex(({ score }) => score < found.score);
      best.splice(behind === -1 ? best.length : behind, 0, found);
      if (best.length > k) best.pop();
    }
    return best.flatMap(({ score, at }) => {
      const window = this.windowAt(at);
      return window ? [{ score, window }] : [];
    });
  }

  /**
   * The window of these places that is most similar to the target, if one is more so than `bar`; the first of equals.
   */
  private bestOf(from: number, to: number, target: number, has: Uint8Array, bar: number) {
    const { out, contexts, pairIds, pairStarts } = this;
    const own = this.pairsAt(target).length;
    let found: { score: number; at: number } | null = null;
    for (let at = from; at < to; at++) {
      const alike = alikeAt(out, target * SIZE, at * SIZE, SIZE);
      const likeness = contextLikeness(
        contexts[target * CODES] === contexts[at * CODES],
        contexts[target * CODES + 1] === contexts[at * CODES + 1],
      );
      const start = pairStarts[at] ?? 0;
      const end = pairStarts[at + 1] ?? start;
      const pairs = end - start;
      if (similarityOf(alike, Math.min(pairs, own), Math.max(pairs, own), likeness) <= bar) continue;
      const shared = countOf(has, pairIds, start, end);
      const score = similarityOf(alike, shared, pairs + own - shared, likeness);
      if (score <= bar) continue;
      bar = score;
      found = { score, at };
    }
    return found;
  }

  private pairsAt(at: number): Int32Array {
    return this.pairIds.subarray(this.pairStarts[at], this.pairStarts[at + 1]);
  }

  private windowAt(at: number): CaseWindow | null {
    const label = this.labels[at];
    if (!label) return null;
    return {
      ...label,
      vector: Array.from(this.vectors.subarray(at * SIZE, (at + 1) * SIZE), (value) =>
        Number.isNaN(value) ? null : value,
      ),
      pairs: Array.from(this.pairsAt(at), (id) => this.pairs[id] ?? ''),
    };
  }

  private encode({ pairs, ...window }: CaseWindow): EncodedWindow {
    const pairIds = pairs.map((pair) => {
      let id = this.idOf.get(pair);
      if (id === undefined) {
        id = this.pairs.push(pair) - 1;
        this.idOf.set(pair, id);
      }
      this.having[id] = (this.having[id] ?? 0) + 1;
      return id;
    });
    return { ...window, pairIds };
  }
}

function labelsOf(windows: readonly EncodedWindow[]): Label[] {
  const texts = new Map<string, string>();
  const contexts = new Map<string, CaseContext>();
  const once = <T>(seen: Map<string, T>, key: string, value: T): T => {
    const known = seen.get(key);
    if (known === undefined) seen.set(key, value);
    return known ?? value;
  };
  return windows.map(({ project_id, window_end, context }) => ({
    project_id: once(texts, project_id, project_id),
    window_end: once(texts, window_end, window_end),
    context: once(contexts, JSON.stringify(context), context),
  }));
}

const contextCodes = ({ project_type, deal_stage }: CaseContext): number[] => [
  PROJECT_TYPES.indexOf(project_type),
  DEAL_STAGES.indexOf(deal_stage),
];

/** How many of the ids from `start` to `end` are marked in `has`. */
function countOf(has: Uint8Array, ids: Int32Array, start: number, end: number): number {
  let count = 0;
  for (let i = start; i < end; i++) count += has[ids[i] ?? 0] ?? 0;
  return count;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
