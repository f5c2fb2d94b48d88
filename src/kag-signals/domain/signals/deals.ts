import { daysBetween } from '../periods.js';
import { entriesByDeal, SLOPE_DAYS, type Entry, type EntryType, type Finance } from '../tracks/finance.js';

/** A slope over fewer days would take one bill for a pace. */
const LEAST_SLOPE_DAYS = 7;

/** The money of a deal. */
export interface DealMoney {
  /** Its name or else its id; null where entries name no deal. */
  deal: string | null;
  planned_budget: number;
  cost: number;
  /** By how much the cost grew a day in the last 28 days. */
  cost_slope: number;
  /** What was won, or until then what the deal is to bring in. */
  income: number;
  revenue: number;
  expected_revenue: number;
}

/**
 * The money of the deals that are not lost: what is spent on a lost one is gone, and no work goes on that could stop.
 */
export function dealsOf(memory: Finance, now: number): DealMoney[] {
  return [...entriesByDeal(memory)].flatMap(([id, entries]) => {
    const deal = id === null ? undefined : memory.deals[id];
    if (isLost(deal?.status ?? null, entries)) return [];
    const sum = (type: EntryType) => total(entries, type, ({ amount }) => amount);
    const [revenue, expected_revenue] = [sum('revenue'), sum('expected_revenue')];
    return {
      deal: deal?.name ?? id,
      planned_budget: sum('planned_budget'),
      cost: sum('cost'),
      cost_slope: total(entries, 'cost', (entry) => slopeOf(entry, now)),
      income: revenue > 0 ? revenue : expected_revenue,
      revenue,
      expected_revenue,
    };
  });
}

/** Events that are older than the status of deals show it by their value, which is gone then. */
function isLost(status: string | null, entries: readonly Entry[]): boolean {
  if (status !== null) return status === 'lost';
  const values = entries.filter(({ type }) => type === 'revenue' || type === 'expected_revenue');
  return values.length > 0 && values.every(({ amount }) => amount === 0);
}

const total = (entries: readonly Entry[], type: EntryType, of: (entry: Entry) => number): number =>
  entries.filter((entry) => entry.type === type).reduce((sum, entry) => sum + of(entry), 0);

function slopeOf(entry: Entry, now: number): number {
  const history = [...entry.earlier, entry];
  const before = history.findLast(({ at }) => daysBetween(at, now) >= SLOPE_DAYS) ?? history[0] ?? entry;
  const days = Math.min(SLOPE_DAYS, Math.max(LEAST_SLOPE_DAYS, daysBetween(before.at, now)));
  return Math.max(0, entry.amount - before.amount) / days;
}

/** A plan of next to nothing is overrun beyond counting; a value is a number still. */
export const finite = (ratio: number): number => Math.min(Number.MAX_VALUE, Math.max(-Number.MAX_VALUE, ratio));
