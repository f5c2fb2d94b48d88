import { clamp01 } from '../../../common/clamp.js';
import { financeRefs, sumOf } from '../tracks/finance.js';
import { dealsOf, finite } from './deals.js';
import { type ReadSignal, unknown } from './read.js';

/** The lowest margin without risk. */
export const SOUND_MARGIN = 0.35;

/**
 * How far the margin of the worst deal falls short of 35 %: 0 at that or above, 1 where nothing is left of it. Until a
 * deal is won, its cost is held against what it is to bring in: work may begin before the client signs.
 */
export const marginRisk: ReadSignal = ({ finance }, { now }) => {
  const evidence_refs = financeRefs(finance, 'revenue', 'expected_revenue', 'cost');
  const [worst] = dealsOf(finance, now)
    .filter(({ income, cost }) => income > 0 && cost > 0)
    .map((deal) => ({ ...deal, margin: finite((deal.income - deal.cost) / deal.income) }))
    .sort((a, b) => a.margin - b.margin);
  if (!worst)
    return unknown(
      {
        revenue: sumOf(finance, 'revenue'),
        expected_revenue: sumOf(finance, 'expected_revenue'),
        cost: sumOf(finance, 'cost'),
      },
      evidence_refs,
    );
  return {
    value: clamp01((SOUND_MARGIN - worst.margin) / SOUND_MARGIN),
    details: {
      deal: worst.deal,
      revenue: worst.revenue,
      expected_revenue: worst.expected_revenue,
      cost: worst.cost,
      margin: worst.margin,
      // By how much a day the margin shrank.
      margin_slope_per_day: finite(worst.cost_slope / worst.income),
    },
    evidence_refs,
  };
};
