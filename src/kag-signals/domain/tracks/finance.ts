import type { EvidenceRef } from '../../../kag-events/index.js';
import { numberOf, textOf } from '../domain-event.js';
import { inTimeOrder, type Track } from './track.js';

const TYPES = ['planned_budget', 'cost', 'revenue'] as const;
export type EntryType = (typeof TYPES)[number];

/** The latest amount of each entry. */
export type Finance = Record<string, { type: EntryType; amount: number; at: number; refs: readonly EvidenceRef[] }>;

export const finance: Track<Finance> = {
  start: () => ({}),
  fold(memory, event) {
    if (event.type !== 'finance_entry_recorded') return;
    const entry = textOf(event, 'entry_id');
    const type = TYPES.find((one) => one === event.payload['entry_type']);
    const amount = numberOf(event, 'amount');
    if (entry === null || !type || amount === null) return;
    memory[entry] = { type, amount, at: event.at, refs: event.evidence };
  },
};

/** The entries of some types, oldest first. */
export const entriesOf = (memory: Finance, ...types: EntryType[]) =>
  inTimeOrder(memory).filter(({ type }) => types.includes(type));

/** Sum of the entries of a type. */
export const sumOf = (memory: Finance, type: EntryType): number =>
  entriesOf(memory, type).reduce((sum, { amount }) => sum + amount, 0);
