import { clamp100 } from '../../../common/clamp.js';
import type { Band, Score } from '../score.js';
import type { Facts, Signals } from '../signal.js';
import { build, type Part } from './build.js';

/** How likely the client buys more. */
export function upsellLikelihood(
  signals: Signals,
  facts: Facts,
  scores: { health: Score; risk: Score; clientValue: Score },
): Score {
  const { health, risk, clientValue } = scores;
  const parts: Part[] = [
    {
      key: 'voiced_wishes',
      value: clamp100(35 * facts.needs_7d + 12 * facts.scope_changes_7d),
      weight: 0.35,
      refs: [...facts.needs_evidence, ...signals.scope_creep_rate.evidence_refs],
    },
    { key: 'client_value', value: clientValue.value, weight: 0.4, refs: clientValue.evidence_refs },
    {
      key: 'calm',
      value: 0.6 * (100 - risk.value) + 0.4 * health.value,
      weight: 0.25,
      refs: health.evidence_refs,
    },
  ];
  return build(0, parts, band);
}

function band(value: number): Band {
  return value >= 80 ? 'critical' : value >= 65 ? 'high' : value >= 40 ? 'medium' : 'low';
}
