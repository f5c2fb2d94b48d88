import { firstRefs, isAmong } from '../../../common/source-row.js';
import { isAmount } from '../../../common/amount.js';
import type { EvidenceRef } from '../../../kag-events/index.js';
import { type DomainEvent, numberOf, textOf, textsOf } from '../domain-event.js';
import { latestRefs, newestFirst, SIGNAL_REFS } from '../evidence.js';
import { daysBetween } from '../periods.js';
import { inTimeOrder, type Track } from './track.js';

const TYPES = ['planned_budget', 'cost', 'revenue', 'expected_revenue'] as const;
export type EntryType = (typeof TYPES)[number];

/** How far back the growth of an amount is measured. */
export const SLOPE_DAYS = 28;

interface Amount {
  at: number;
  amount: number;
}

export interface Entry extends Amount {
  type: EntryType;
  /** Null where an entry names none: all of these count as one deal. */
  deal: string | null;
  refs: readonly EvidenceRef[];
  /** The deal, its company and its people: the records whose notes explain the amount. */
  records: string[];
  /** What it was before, oldest first: the amounts of the last 28 days, and the last one from before these. */
  earlier: Amount[];
}

/** The latest news of a deal. */
interface Deal {
  name: string | null;
  /** Null: all events are older than this field. */
  status: string | null;
}

interface Mention {
  at: number;
  refs: readonly EvidenceRef[];
}

export interface Finance {
  /** The latest amount of each entry. */
  entries: Record<string, Entry>;
  deals: Record<string, Deal>;
  /** By the record that they are about, the latest that tell of invoices or of the budget, oldest first. */
  told: Record<string, Mention[]>;
}

export const finance: Track<Finance> = {
  start: () => ({ entries: {}, deals: {}, told: {} }),
  fold(memory, event) {
    if (event.type === 'finance_entry_recorded') record(memory, event);
    if (event.type === 'finance_entry_recorded' || event.type === 'deal_stage_changed') knowDeal(memory, event);
    if (!tellsOfMoney(event) || event.evidence.length === 0) return;
    // Kept of every record: what a note is about may be known before the deal has any amount.
    for (const id of textsOf(event, 'record_ids')) {
      const before = (memory.told[id] ?? []).filter(({ refs }) => !refs.some((ref) => isAmong(ref, event.evidence)));
      memory.told[id] = [...before, { at: event.at, refs: event.evidence }].slice(-SIGNAL_REFS);
    }
  },
};

function record(memory: Finance, event: DomainEvent): void {
  const entry = textOf(event, 'entry_id');
  const type = TYPES.find((one) => one === event.payload['entry_type']);
  const amount = numberOf(event, 'amount');
  if (entry === null || !type || amount === null || !isAmount(amount)) return;
  const deal = textOf(event, 'deal_id');
  const records = [...(deal === null ? [] : [deal]), ...textsOf(event, 'related_record_ids')];
  const before = memory.entries[entry];
  const earlier = before ? sinceSlope([...before.earlier, { at: before.at, amount: before.amount }], event.at) : [];
  memory.entries[entry] = { type, deal, amount, at: event.at, refs: event.evidence, records, earlier };
}

/** Drops what is older than the last amount from before the slope's days. */
function sinceSlope(amounts: Amount[], now: number): Amount[] {
  return amounts.slice(
    Math.max(
      0,
      amounts.findLastIndex(({ at }) => daysBetween(at, now) >= SLOPE_DAYS),
    ),
  );
}

function knowDeal(memory: Finance, event: DomainEvent): void {
  const id = textOf(event, 'deal_id');
  if (id === null) return;
  const before = memory.deals[id];
  memory.deals[id] = {
    name: textOf(event, 'deal_name') ?? before?.name ?? null,
    status: textOf(event, 'deal_status') ?? before?.status ?? null,
  };
}

const tellsOfMoney = ({ type, payload }: DomainEvent): boolean =>
  type === 'invoice_sent' ||
  type === 'invoice_paid' ||
  ((type === 'note_logged' || type === 'activity_logged') && payload['about_budget'] === true);

/** The entries of some types, oldest first. */
const entriesOf = (memory: Finance, types: readonly EntryType[]) =>
  inTimeOrder(memory.entries).filter(({ type }) => types.includes(type));

/** Sum of the entries of a type; null without entries. */
export function sumOf(memory: Finance, type: EntryType): number | null {
  const entries = entriesOf(memory, [type]);
  return entries.length === 0 ? null : entries.reduce((sum, { amount }) => sum + amount, 0);
}

/** All entries by deal, in the order in which the deals' first entries came. */
export function entriesByDeal(memory: Finance): Map<string | null, Entry[]> {
  const deals = new Map<string | null, Entry[]>();
  for (const entry of entriesOf(memory, TYPES)) deals.set(entry.deal, [...(deals.get(entry.deal) ?? []), entry]);
  return deals;
}

/**
 * What the entries of some types rest on, newest first: the deals that hold the amounts, and as many as a signal has
 * room for of the invoices and notes that say what became of these deals' money.
 */
export function financeRefs(memory: Finance, ...types: EntryType[]): EvidenceRef[] {
  const entries = entriesOf(memory, types);
  const records = [...new Set(entries.flatMap((entry) => entry.records))];
  const mentions = records.flatMap((id) => memory.told[id] ?? []).sort((a, b) => a.at - b.at);
  return newestFirst(firstRefs([...latestRefs(entries), ...latestRefs(mentions)], SIGNAL_REFS));
}
