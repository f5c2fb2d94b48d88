import { clamp100 } from '../../../common/clamp.js';
import type { Score } from '../score.js';
import type { Facts, Signals } from '../signal.js';
import { bandOf, fromAbove } from './bands.js';
import type { ScorePart } from './build.js';
import { weightedMean } from './weighted-mean.js';

export const UPSELL_WEIGHTS = { voiced_wishes: 0.35, client_value: 0.4, calm: 0.25 } as const;
/** What a need of the last 14 days, and a wish beyond the scope of the last 7, add to `voiced_wishes`. */
export const NEED = 35;
export const SCOPE_WISH = 12;
/** How much of the calm is the want of risk; the rest is health. */
export const CALM_BY_RISK = 0.6;

export const UPSELL_BANDS = fromAbove('low', [80, 'critical'], [65, 'high'], [40, 'medium']);

/** How likely the client buys more: not at all before a need is voiced. */
export function upsellLikelihood(
  signals: Signals,
  facts: Facts,
  { health, risk, clientValue }: { health: Score; risk: Score; clientValue: Score },
): Score {
  const voiced = clamp100(NEED * facts.needs_14d + SCOPE_WISH * facts.scope_changes_7d);
  const calm = { risk: risk.value, health: health.value };
  const parts: ScorePart[] = [
    {
      key: 'voiced_wishes',
      weight: UPSELL_WEIGHTS.voiced_wishes,
      // Where somebody writes, that no need is voiced is known.
      is:
        signals.waiting_on_client_days.known || voiced > 0
          ? { value: voiced, refs: [...facts.needs_evidence, ...signals.scope_creep_rate.evidence_refs] }
          : null,
    },
    {
      key: 'client_value',
      weight: UPSELL_WEIGHTS.client_value,
      is: clientValue.value === null ? null : { value: clientValue.value, refs: clientValue.evidence_refs },
    },
    {
      key: 'calm',
      weight: UPSELL_WEIGHTS.calm,
      is:
        calm.risk === null || calm.health === null
          ? null
          : {
              value: CALM_BY_RISK * (100 - calm.risk) + (1 - CALM_BY_RISK) * calm.health,
              refs: health.evidence_refs,
            },
    },
  ];
  const score = weightedMean(parts, UPSELL_BANDS);
  return score.known && facts.needs_14d === 0
    ? { ...score, value: 0, band: bandOf(UPSELL_BANDS, 0), factors: [], evidence_refs: [] }
    : score;
}
