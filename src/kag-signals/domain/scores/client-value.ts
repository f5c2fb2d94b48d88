import { clamp100 } from '../../../common/clamp.js';
import type { Band, Score } from '../score.js';
import type { Facts, Signals } from '../signal.js';
import { build, componentPart, type Part } from './build.js';

/** Revenue that counts in full. */
const FULL_REVENUE = 100_000;

/** What the client is worth to the agency. */
export function clientValue(signals: Signals, facts: Facts, health: Score): Score {
  const parts: Part[] = [
    {
      key: 'revenue',
      value: clamp100((facts.revenue / FULL_REVENUE) * 100),
      weight: 0.3,
      refs: signals.margin_risk.evidence_refs,
    },
    { ...componentPart('margin', 0.25, signals, true), key: 'margin_left' },
    { ...componentPart('activity', 0.2, signals, true), key: 'activity_left' },
    {
      key: 'sentiment_ewma',
      value: (facts.sentiment_ewma + 1) * 50,
      weight: 0.1,
      refs: signals.sentiment_trend.evidence_refs,
    },
    { key: 'project_health', value: health.value, weight: 0.15, refs: health.evidence_refs },
  ];
  return build(0, parts, band);
}

function band(value: number): Band {
  return value >= 80 ? 'high' : value >= 60 ? 'medium' : value < 25 ? 'critical' : 'low';
}
