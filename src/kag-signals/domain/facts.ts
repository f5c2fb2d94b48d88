import { latestRefs } from './evidence.js';
import { within } from './periods.js';
import type { Facts } from './signal.js';
import { dealsOf } from './signals/deals.js';
import type { State } from './state.js';
import { type Finance, sumOf } from './tracks/finance.js';
import { NEED_DAYS, WISH_DAYS } from './tracks/wishes.js';

/** What scores need beside the signals, at a moment. */
export function factsOf({ finance, wishes }: State, now: number): Facts {
  const needs = wishes.needs.filter(({ at }) => within(at, now, NEED_DAYS));
  const isValued = sumOf(finance, 'expected_revenue') !== null;
  return {
    // While its deals are open, that nothing is won is known.
    revenue: sumOf(finance, 'revenue') ?? (isValued ? 0 : null),
    cost: ofDeals(finance, 'cost', now),
    planned_budget: ofDeals(finance, 'planned_budget', now),
    scope_changes_7d: wishes.scope_changes.filter(({ at }) => within(at, now, WISH_DAYS)).length,
    needs_14d: needs.length,
    needs_evidence: latestRefs(needs),
  };
}

/** What the deals that are not lost hold together; null without entries of the type. */
const ofDeals = (finance: Finance, type: 'cost' | 'planned_budget', now: number): number | null =>
  sumOf(finance, type) === null ? null : dealsOf(finance, now).reduce((sum, deal) => sum + deal[type], 0);
