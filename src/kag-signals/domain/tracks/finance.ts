import { isAmount } from '../../../common/amount.js';
import type { EvidenceRef } from '../../../kag-events/index.js';
import { type DomainEvent, numberOf, textOf, textsOf } from '../domain-event.js';
import { firstRefs, latestRefs, newestFirst, SIGNAL_REFS } from '../evidence.js';
import { inTimeOrder, type Track } from './track.js';

const TYPES = ['planned_budget', 'cost', 'revenue', 'expected_revenue'] as const;
export type EntryType = (typeof TYPES)[number];

interface Entry {
  type: EntryType;
  /** Null where an entry names none: all of these count as one deal. */
  deal: string | null;
  amount: number;
  at: number;
  refs: readonly EvidenceRef[];
  /** The deal, its company and its people: the records where it is told why the amount is what it is. */
  records: string[];
}

interface Told {
  at: number;
  refs: readonly EvidenceRef[];
}

export interface Finance {
  /** The latest amount of each entry. */
  entries: Record<string, Entry>;
  /** By the record that they are about, the latest that tell of invoices or of the budget, oldest first. */
  told: Record<string, Told[]>;
}

export const finance: Track<Finance> = {
  start: () => ({ entries: {}, told: {} }),
  fold(memory, event) {
    if (event.type === 'finance_entry_recorded') record(memory, event);
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
  memory.entries[entry] = { type, deal, amount, at: event.at, refs: event.evidence, records };
}

const tellsOfMoney = ({ type, payload }: DomainEvent): boolean =>
  type === 'invoice_sent' ||
  type === 'invoice_paid' ||
  ((type === 'note_logged' || type === 'activity_logged') && payload['about_budget'] === true);

const isAmong = (ref: EvidenceRef, refs: readonly EvidenceRef[]): boolean =>
  refs.some((one) => one.source_table === ref.source_table && one.source_pk === ref.source_pk);

/** The entries of some types, oldest first. */
const entriesOf = (memory: Finance, types: readonly EntryType[]) =>
  inTimeOrder(memory.entries).filter(({ type }) => types.includes(type));

/** Sum of the entries of a type. */
export const sumOf = (memory: Finance, type: EntryType): number =>
  entriesOf(memory, [type]).reduce((sum, { amount }) => sum + amount, 0);

/** Sums of the entries of some types by deal, in the order in which the deals' first entries came. */
export function sumsByDeal(memory: Finance, ...types: EntryType[]): Map<string | null, Record<EntryType, number>> {
  const sums = new Map<string | null, Record<EntryType, number>>();
  for (const { deal, type, amount } of entriesOf(memory, types)) {
    const sum = sums.get(deal) ?? { planned_budget: 0, cost: 0, revenue: 0, expected_revenue: 0 };
    sum[type] += amount;
    sums.set(deal, sum);
  }
  return sums;
}

/**
 * What the entries of some types rest on, newest first: the deals that hold the amounts, and as many as a signal has
 * room for of the invoices and notes that say what became of these deals' money.
 */
export function financeRefs(memory: Finance, ...types: EntryType[]): EvidenceRef[] {
  const entries = entriesOf(memory, types);
  const records = [...new Set(entries.flatMap((entry) => entry.records))];
  const told = records.flatMap((id) => memory.told[id] ?? []).sort((a, b) => a.at - b.at);
  return newestFirst(firstRefs([latestRefs(entries), latestRefs(told)], SIGNAL_REFS));
}
