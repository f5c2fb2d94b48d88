import { financeRefs, sumOf } from '../tracks/finance.js';
import type { ReadSignal } from './read.js';

/** What cost without a plan counts as. */
export const UNPLANNED = 1.5;

/** Cost for each unit of the planned budget. */
export const budgetBurnRate: ReadSignal = ({ finance }) => {
  const planned = sumOf(finance, 'planned_budget');
  const cost = sumOf(finance, 'cost');
  return {
    value: planned > 0 ? finite(cost / planned) : cost > 0 ? UNPLANNED : 0,
    details: { planned_budget: planned, cost },
    evidence_refs: financeRefs(finance, 'planned_budget', 'cost'),
  };
};

/** A plan of next to nothing is overrun beyond counting; a value is a number still. */
const finite = (ratio: number): number => Math.min(Number.MAX_VALUE, Math.max(-Number.MAX_VALUE, ratio));
