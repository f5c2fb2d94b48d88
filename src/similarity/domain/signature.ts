import { dayOf } from '../../common/day.js';
import { stableHash } from '../../common/stable-hash.js';
import { DAY_MS } from '../../common/time-units.js';
import type { CaseContext } from './context.js';
import { vectorOf, type DayNumbers, type Vector } from './vector.js';

/** How many days a signature may look back on. */
export const WINDOW_DAYS = [7, 14, 30] as const;
export type WindowDays = (typeof WINDOW_DAYS)[number];

/** What a project's window looked like, in what two windows are compared by. */
export interface Signature {
  /** 14 numbers in the order of `FEATURES`. */
  vector: Vector;
  /** Consecutive domain events as `a>b`, each once, in order of their text. */
  pairs: string[];
  context: CaseContext;
}

/** A signature with what it rests on; equal hashes mean that nothing of it differs. */
export interface TakenSignature extends Signature {
  snapshots: number;
  hash: string;
}

/** A pair of consecutive events, and when the first of the two happened the last time. */
export interface SeenPair {
  pair: string;
  began_at: Date;
}

/**
 * The signature of the window of `windowDays` that ends at `now`.
 * @param snapshots the project's, in order of their days, none after the day of `now`; older ones are left out
 * @param pairs those of a window at least as long
 * @returns null without a snapshot in the window
 */
export function signatureOf(
  windowDays: WindowDays,
  now: Date,
  snapshots: readonly DayNumbers[],
  pairs: readonly SeenPair[],
  contextOf: (pipelineAmount: number) => CaseContext,
): TakenSignature | null {
  const since = new Date(now.getTime() - windowDays * DAY_MS);
  const sinceDay = dayOf(since);
  const inWindow = snapshots.filter(({ day }) => day > sinceDay);
  const latest = inWindow.at(-1);
  if (!latest) return null;
  const signature: Signature = {
    vector: vectorOf(inWindow),
    // Two events follow each other within the window exactly when the first of them lies in it.
    pairs: pairs
      .filter(({ began_at }) => began_at > since)
      .map(({ pair }) => pair)
      .sort(),
    context: contextOf(latest.pipeline_amount),
  };
  const snapshotCount = inWindow.length;
  return { ...signature, snapshots: snapshotCount, hash: stableHash({ ...signature, snapshots: snapshotCount }) };
}
