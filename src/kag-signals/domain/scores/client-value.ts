import { clamp100 } from '../../../common/clamp.js';
import type { Score } from '../score.js';
import type { Facts, Signal, Signals } from '../signal.js';
import type { Bands } from './bands.js';
import type { ScorePart } from './build.js';
import type { Concern } from './components.js';
import { weightedMean } from './weighted-mean.js';

/** Revenue that counts in full. */
export const FULL_REVENUE = 100_000;

export const VALUE_WEIGHTS = {
  revenue: 0.3,
  margin_left: 0.25,
  activity_left: 0.2,
  project_health: 0.15,
  sentiment: 0.1,
} as const;

export const VALUE_BANDS: Bands = {
  steps: [
    { is: 'at_least', limit: 80, band: 'high' },
    { is: 'at_least', limit: 60, band: 'medium' },
    { is: 'at_least', limit: 25, band: 'low' },
  ],
  otherwise: 'critical',
};

/** What the client is worth to the agency. */
export function clientValue(signals: Signals, facts: Facts, health: Score): Score {
  const sentiment = signals.client_sentiment;
  const is: Readonly<Record<keyof typeof VALUE_WEIGHTS, Concern | null>> = {
    revenue: valued(
      facts.revenue === null ? null : clamp100((facts.revenue / FULL_REVENUE) * 100),
      signals.margin_risk.evidence_refs,
    ),
    margin_left: leftOf(signals.margin_risk),
    activity_left: leftOf(signals.activity_drop),
    project_health: valued(health.value, health.evidence_refs),
    sentiment: valued(sentiment.value === null ? null : clamp100((sentiment.value + 1) * 50), sentiment.evidence_refs),
  };
  const keys = Object.keys(VALUE_WEIGHTS) as (keyof typeof VALUE_WEIGHTS)[];
  const parts = keys.map((key): ScorePart => ({ key, weight: VALUE_WEIGHTS[key], is: is[key] }));
  return weightedMean(parts, VALUE_BANDS);
}

const valued = (value: number | null, refs: Concern['refs']): Concern | null =>
  value === null ? null : { value, refs };

/** What a signal from 0 to 1 that tells of harm leaves of 100. */
const leftOf = ({ value, evidence_refs }: Signal): Concern | null =>
  valued(value === null ? null : clamp100(100 * (1 - value)), evidence_refs);
