import type { EvidenceRef } from '../../../kag-events/index.js';
import type { Category } from '../recommendation.js';
import type { Chances, Situation } from '../situation.js';
import { deliveryRisk } from './delivery-risk.js';
import { financeRisk } from './finance-risk.js';
import type { Rule } from './rule.js';
import { scopeCreepChangeRequest } from './scope-creep-change-request.js';
import { upsellOpportunity } from './upsell-opportunity.js';
import { waitingOnClient } from './waiting-on-client.js';
import { winback } from './winback.js';

export const RULES: readonly Rule[] = [
  waitingOnClient,
  scopeCreepChangeRequest,
  deliveryRisk,
  financeRisk,
  upsellOpportunity,
  winback,
];
const MOST_REFS = 30;

/** What is to be done now, before any gate. */
export interface Wanted {
  category: Category;
  rule: Rule;
  priority: 4 | 5;
  /** What the rule's forecast says. */
  chances: Chances;
  /** 30 at most, as the forecast has them. */
  evidence_refs: EvidenceRef[];
}

/** Every rule that holds, in the contract's order. A rule whose forecast is not publishable never does. */
export function recommend(situation: Situation): Wanted[] {
  return RULES.flatMap((rule): Wanted[] => {
    const forecast = situation.forecasts[rule.risk];
    if (!forecast || !rule.holds(situation, forecast)) return [];
    const { p7, p14, p30, evidence_refs } = forecast;
    return [
      {
        category: rule.category,
        rule,
        priority: rule.urgent(situation, forecast) ? 5 : 4,
        chances: { p7, p14, p30 },
        evidence_refs: evidence_refs.slice(0, MOST_REFS),
      },
    ];
  });
}
