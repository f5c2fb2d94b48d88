import { clamp01 } from '../../../common/clamp.js';
import { financeRefs, sumOf } from '../tracks/finance.js';
import type { ReadSignal } from './read.js';

/** The margin that is no risk at all. */
export const SOUND_MARGIN = 0.35;

/**
 * How far the margin falls short of 35 %: 0 at that or above, 1 where nothing is left of it. Until something is won, cost is
 * held against what the open deals are to bring in: work may begin before the client signs. Without either it says nothing.
 */
export const marginRisk: ReadSignal = ({ finance }) => {
  const revenue = sumOf(finance, 'revenue');
  const expected = sumOf(finance, 'expected_revenue');
  const cost = sumOf(finance, 'cost');
  const income = revenue > 0 ? revenue : expected;
  return {
    value: income > 0 ? clamp01((SOUND_MARGIN - (income - cost) / income) / SOUND_MARGIN) : 0,
    details: { revenue, expected_revenue: expected, cost },
    evidence_refs: financeRefs(finance, 'revenue', 'expected_revenue', 'cost'),
  };
};
