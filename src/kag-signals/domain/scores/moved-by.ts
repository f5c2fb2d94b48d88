import type { Factor, Score } from '../score.js';
import { SIGNAL_KEYS, type SignalKey, type Signals } from '../signal.js';
import { projectHealth } from './project-health.js';
import { risk } from './risk.js';

/** Scores that are made of signals alone, so that those of any day tell what they were made of. */
const MADE_OF_SIGNALS = { project_health: projectHealth, risk } as const;
export type MovedScore = keyof typeof MADE_OF_SIGNALS;
export const MOVED_SCORES = Object.keys(MADE_OF_SIGNALS) as MovedScore[];

/** Signals' values of a day; null or left out: it was not known. */
export type SignalValues = Partial<Record<SignalKey, number | null>>;

/** A part of a score, and by how many points it moved it. */
export interface ScoreMove {
  key: string;
  points: number;
}

/** What moved a score from one day to another, the largest part first; parts of less than half a point are left out. */
export function movedBy(score: MovedScore, before: SignalValues, after: SignalValues): ScoreMove[] {
  const [then, now] = [before, after].map((values) => contributions(MADE_OF_SIGNALS[score](signalsOf(values))));
  return [...new Set([...(then?.keys() ?? []), ...(now?.keys() ?? [])])]
    .map((key) => ({ key, points: tenths((now?.get(key) ?? 0) - (then?.get(key) ?? 0)) }))
    .filter(({ points }) => Math.abs(points) >= LEAST_POINTS)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
}

const LEAST_POINTS = 0.5;

const contributions = ({ factors }: Score): Map<string, number> =>
  new Map(factors.map(({ key, contribution }: Factor) => [key, contribution]));

/** As far as scores look at signals: at their values. */
const signalsOf = (values: SignalValues): Signals =>
  Object.fromEntries(
    SIGNAL_KEYS.map((key) => {
      const value = values[key] ?? null;
      return [key, { known: value !== null, value, status: 'unknown', details: {}, evidence_refs: [] }];
    }),
  ) as unknown as Signals;

const tenths = (value: number): number => Math.round(10 * value) / 10 + 0;
