import type { EvidenceRef } from '../../../kag-events/index.js';
import { clamp100 } from '../../../common/clamp.js';
import { firstRefs, SCORE_REFS } from '../evidence.js';
import type { Band, Factor, Score } from '../score.js';
import { type Signals } from '../signal.js';
import { type Component, componentOf } from './components.js';

/** A part of a score before it is added up: its value (0 to 100), its weight (below 0: it takes away), what it rests on. */
export interface Part {
  key: string;
  value: number;
  weight: number;
  refs: readonly EvidenceRef[];
}

/** A part made of a component; with `good` what the component leaves of 100. */
export function componentPart(component: Component, weight: number, signals: Signals, good = false): Part {
  const { value, signal } = componentOf(component, signals);
  return {
    key: component,
    value: good ? 100 - value : value,
    weight,
    refs: signals[signal].evidence_refs,
  };
}

/** Adds the parts up from `base`. The evidence is that of the parts that count most, first. */
export function build(base: number, parts: readonly Part[], bandOf: (value: number) => Band): Score {
  const factors = parts.map(({ key, value, weight }): Factor => ({ key, value, weight, contribution: weight * value }));
  const sum = factors.reduce((total, { contribution }) => total + contribution, base);
  const value = clamp100(sum);
  const weightiest = parts
    .map(({ refs, value: part, weight }) => ({ refs, size: Math.abs(weight * part) }))
    .sort((a, b) => b.size - a.size);
  return {
    value,
    band: bandOf(value),
    factors,
    evidence_refs: firstRefs(
      weightiest.map(({ refs }) => refs),
      SCORE_REFS,
    ),
  };
}
