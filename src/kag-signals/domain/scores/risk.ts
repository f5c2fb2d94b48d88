import type { Band, Score } from '../score.js';
import type { Signals } from '../signal.js';
import { build, componentPart } from './build.js';
import type { Component } from './components.js';

const WEIGHTS: readonly (readonly [Component, number])[] = [
  ['blockers', 0.18],
  ['stage', 0.18],
  ['budget', 0.16],
  ['margin', 0.16],
  ['scope', 0.1],
  ['agreement', 0.08],
  ['waiting', 0.06],
  ['response', 0.04],
  ['sentiment', 0.02],
  ['activity', 0.02],
];

/** How much is at stake in delivery and money above all. */
export function risk(signals: Signals): Score {
  const parts = WEIGHTS.map(([component, weight]) => componentPart(component, weight, signals));
  return build(0, parts, band);
}

function band(value: number): Band {
  return value >= 80 ? 'critical' : value >= 65 ? 'high' : value >= 45 ? 'medium' : 'low';
}
