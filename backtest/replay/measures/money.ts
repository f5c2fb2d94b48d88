import { DAY_MS } from '../../../src/common/day.js';
import { numberOf, textOf } from '../../../src/kag-signals/domain/domain-event.js';
import type { WorldEvent } from '../../worlds/narrate/scene.js';

const SLOPE_DAYS = 28;

interface Deal {
  budget: number;
  worth: number;
  /** Oldest first. */
  costs: { at: number; amount: number }[];
}

/** What the deals' entries tell, of the worst deal: how much of the budget is spent, what is left, and how fast. */
export class Money {
  private readonly deals = new Map<string, Deal>();

  take(event: WorldEvent): void {
    const id = textOf(event, 'deal_id');
    const amount = numberOf(event, 'amount');
    if (event.type !== 'finance_entry_recorded' || id === null || amount === null) return;
    const deal = this.deals.get(id) ?? { budget: 0, worth: 0, costs: [] };
    this.deals.set(id, deal);
    const type = event.payload['entry_type'];
    if (type === 'planned_budget') deal.budget = amount;
    else if (type === 'revenue') deal.worth = amount;
    else deal.costs.push({ at: event.at, amount });
  }

  measures(now: number) {
    const burning = [...this.deals.values()].filter(({ budget, costs }) => budget > 0 && costs.length > 0);
    const earning = [...this.deals.values()].filter(({ worth, costs }) => worth > 0 && costs.length > 0);
    const burn = worst(burning.map((deal) => [costOf(deal) / deal.budget, slopeOf(deal, now) / deal.budget]));
    const spent = worst(earning.map((deal) => [costOf(deal) / deal.worth, slopeOf(deal, now) / deal.worth]));
    return {
      burn: burn?.[0] ?? null,
      burn_slope: burn?.[1] ?? null,
      margin: spent ? 1 - spent[0] : null,
      margin_slope: spent?.[1] ?? null,
    };
  }
}

const costOf = ({ costs }: Deal): number => costs.at(-1)?.amount ?? 0;

/** By how much the cost grew a day. */
function slopeOf({ costs }: Deal, now: number): number {
  const from = now - SLOPE_DAYS * DAY_MS;
  const before = costs.findLast(({ at }) => at <= from) ?? costs[0];
  const last = costs.at(-1);
  if (!before || !last) return 0;
  const days = Math.max(7, Math.min(SLOPE_DAYS, (now - before.at) / DAY_MS));
  return Math.max(0, last.amount - before.amount) / days;
}

const worst = (deals: (readonly [number, number])[]) => deals.sort((a, b) => b[0] - a[0])[0];
