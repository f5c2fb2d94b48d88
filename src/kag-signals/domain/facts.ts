import { latestRefs } from './evidence.js';
import { within } from './periods.js';
import type { Facts } from './signal.js';
import type { State } from './state.js';
import { sumOf } from './tracks/finance.js';
import { WISH_DAYS } from './tracks/wishes.js';

/** What scores need beside the signals, at a moment. */
export function factsOf({ finance, wishes }: State, now: number): Facts {
  const recent = <T extends { at: number }>(list: T[]) => list.filter(({ at }) => within(at, now, WISH_DAYS));
  const needs = recent(wishes.needs);
  const isValued = sumOf(finance, 'expected_revenue') !== null;
  return {
    // While its deals are open, that nothing is won is known.
    revenue: sumOf(finance, 'revenue') ?? (isValued ? 0 : null),
    cost: sumOf(finance, 'cost'),
    planned_budget: sumOf(finance, 'planned_budget'),
    scope_changes_7d: recent(wishes.scope_changes).length,
    needs_7d: needs.length,
    needs_evidence: latestRefs(needs),
  };
}
