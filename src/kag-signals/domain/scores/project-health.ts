import type { Band, Score } from '../score.js';
import type { Signals } from '../signal.js';
import { build, componentPart } from './build.js';
import type { Component } from './components.js';

const WEIGHTS: readonly (readonly [Component, number])[] = [
  ['blockers', 0.15],
  ['stage', 0.15],
  ['waiting', 0.1],
  ['agreement', 0.1],
  ['scope', 0.1],
  ['budget', 0.1],
  ['response', 0.08],
  ['sentiment', 0.08],
  ['margin', 0.08],
  ['activity', 0.06],
];

/** 100 less all that is wrong; its band is the level of concern. */
export function projectHealth(signals: Signals): Score {
  const parts = WEIGHTS.map(([component, weight]) => componentPart(component, -weight, signals));
  return build(100, parts, concern);
}

function concern(health: number): Band {
  return health < 40 ? 'critical' : health < 60 ? 'high' : health < 75 ? 'medium' : 'low';
}
