import { latestRefs } from './evidence.js';
import { within } from './periods.js';
import type { Facts } from './signal.js';
import type { State } from './state.js';
import { sumOf } from './tracks/finance.js';
import { NEED_DAYS, WISH_DAYS } from './tracks/wishes.js';

/** What scores need beside the signals, at a moment. */
export function factsOf({ finance, wishes }: State, now: number): Facts {
  const needs = wishes.needs.filter(({ at }) => within(at, now, NEED_DAYS));
  const isValued = sumOf(finance, 'expected_revenue') !== null;
  return {
    // While its deals are open, that nothing is won is known.
    revenue: sumOf(finance, 'revenue') ?? (isValued ? 0 : null),
    cost: sumOf(finance, 'cost'),
    planned_budget: sumOf(finance, 'planned_budget'),
    scope_changes_7d: wishes.scope_changes.filter(({ at }) => within(at, now, WISH_DAYS)).length,
    needs_14d: needs.length,
    needs_evidence: latestRefs(needs),
  };
}
