import { latestRefs } from './evidence.js';
import { within } from './periods.js';
import type { Facts } from './signal.js';
import type { State } from './state.js';
import { sumOf } from './tracks/finance.js';
import { WISH_DAYS } from './tracks/wishes.js';

/** What scores need beside the signals, at a moment. */
export function factsOf({ sentiment, finance, wishes }: State, now: number): Facts {
  const recent = <T extends { at: number }>(list: T[]) => list.filter(({ at }) => within(at, now, WISH_DAYS));
  const needs = recent(wishes.needs);
  return {
    sentiment_ewma: sentiment.ewma ?? 0,
    revenue: sumOf(finance, 'revenue'),
    cost: sumOf(finance, 'cost'),
    planned_budget: sumOf(finance, 'planned_budget'),
    scope_changes_7d: recent(wishes.scope_changes).length,
    needs_7d: needs.length,
    needs_evidence: latestRefs(needs),
  };
}
