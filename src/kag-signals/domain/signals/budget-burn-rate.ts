import { financeRefs, sumOf } from '../tracks/finance.js';
import { dealsOf, finite } from './deals.js';
import { type ReadSignal, unknown } from './read.js';

/**
 * Cost for each unit of the planned budget, of the deal that is worst: another deal's rest does not pay for it. Without
 * a plan there is nothing to burn at any cost.
 */
export const budgetBurnRate: ReadSignal = ({ finance }, { now }) => {
  const planned = dealsOf(finance, now).filter(({ planned_budget }) => planned_budget > 0);
  const evidence_refs = financeRefs(finance, 'planned_budget', 'cost');
  const [worst] = planned
    .map((deal) => ({ ...deal, burn: finite(deal.cost / deal.planned_budget) }))
    .sort((a, b) => b.burn - a.burn);
  if (!worst)
    return unknown({ planned_budget: sumOf(finance, 'planned_budget'), cost: sumOf(finance, 'cost') }, evidence_refs);
  return {
    value: worst.burn,
    details: {
      deal: worst.deal,
      planned_budget: worst.planned_budget,
      cost: worst.cost,
      slope_per_day: finite(worst.cost_slope / worst.planned_budget),
      deals_with_plan: planned.length,
    },
    evidence_refs,
  };
};
