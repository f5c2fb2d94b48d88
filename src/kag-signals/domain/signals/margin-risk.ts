import { clamp01 } from '../../../common/clamp.js';
import { financeRefs, sumOf } from '../tracks/finance.js';
import type { ReadSignal } from './read.js';

/** The margin that is no risk at all. */
export const SOUND_MARGIN = 0.35;

/** How far the margin falls short of 35 %: 0 at that or above, 1 where nothing is left of it. */
export const marginRisk: ReadSignal = ({ finance }) => {
  const revenue = sumOf(finance, 'revenue');
  const cost = sumOf(finance, 'cost');
  const risk = revenue > 0 ? clamp01((SOUND_MARGIN - (revenue - cost) / revenue) / SOUND_MARGIN) : cost > 0 ? 1 : 0;
  return {
    value: risk,
    details: { revenue, cost },
    evidence_refs: financeRefs(finance, 'revenue', 'cost'),
  };
};
