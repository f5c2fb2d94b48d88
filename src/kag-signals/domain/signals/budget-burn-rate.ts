import { financeRefs, sumsByDeal, sumOf } from '../tracks/finance.js';
import type { ReadSignal } from './read.js';

/**
 * Cost for each unit of the planned budget, of the deal that is worst: another deal's rest does not pay for it. Without a
 * plan there is nothing to burn, whatever the cost.
 */
export const budgetBurnRate: ReadSignal = ({ finance }) => {
  const deals = [...sumsByDeal(finance, 'planned_budget', 'cost').values()];
  const burns = deals.filter((deal) => deal.planned_budget > 0).map((deal) => finite(deal.cost / deal.planned_budget));
  return {
    value: burns.length === 0 ? 0 : Math.max(...burns),
    details: {
      planned_budget: sumOf(finance, 'planned_budget'),
      cost: sumOf(finance, 'cost'),
      deals_with_plan: burns.length,
    },
    evidence_refs: financeRefs(finance, 'planned_budget', 'cost'),
  };
};

/** A plan of next to nothing is overrun beyond counting; a value is a number still. */
const finite = (ratio: number): number => Math.min(Number.MAX_VALUE, Math.max(-Number.MAX_VALUE, ratio));
