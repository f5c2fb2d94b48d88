import type { Score } from '../score.js';
import type { Bands } from './bands.js';
import type { Signals } from '../signal.js';
import { build, type ScorePart } from './build.js';
import { type Component, measured } from './components.js';

/** Share that the worst cause takes when it is a full one; each further one takes as much of what is left. */
export const WORST = 0.5;

/** What each cause weighs beside the worst there can be, 1. */
export type Causes = Readonly<Record<Component, number>>;

/**
 * A score in which the worst cause is seen, however well all else goes: causes are put in order of what they weigh and
 * are, the first takes up to half, the second up to half of what is left, and so on.
 */
export function byTheWorst(from: 0 | 100, causes: Causes, signals: Signals, bands: Bands): Score {
  const parts = (Object.keys(causes) as Component[]).map((component): ScorePart => {
    return { key: component, weight: causes[component], is: measured(component, signals) };
  });
  const sign = from === 0 ? 1 : -1;
  return build(
    from,
    parts,
    (known) =>
      [...known]
        .sort((a, b) => b.weight * b.value - a.weight * a.value)
        .map((one, place) => ({ ...one, weight: sign * one.weight * WORST * (1 - WORST) ** place })),
    bands,
  );
}
