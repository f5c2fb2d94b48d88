import { saysEnding } from '../../common/ending-words.js';
import type { NewEvent } from '../../kag-events/index.js';
import type { RowChange } from '../core/contract.js';
import { goneAt, isGone, type Row, sinceOr, text } from '../kit/row-parts.js';
import { readStamp } from '../kit/stamp.js';
import { attioEvent } from './attio-event.js';
import { ATTIO_OPPORTUNITIES } from './tables.js';

/** What happened to a deal: its stage, and the amounts it stands for. */
export function dealEvents({ before, after }: RowChange): NewEvent[] {
  return [...stageEvents(before, after), ...ENTRIES.flatMap((entry) => entryEvents(entry, before, after))];
}

/**
 * A stage that only got another title is the same stage. Of a deal seen for the first time the stage before is not
 * known: it is an event where the deal has ended, since nothing else will come of it.
 */
function stageEvents(before: Row | null, after: Row): NewEvent[] {
  if (isGone(after)) return [];
  const [from, to] = [text(before, 'stage_title'), text(after, 'stage_title')];
  const ids = [text(before, 'stage_id'), text(after, 'stage_id')];
  const same = ids[0] !== null && ids[1] !== null ? ids[0] === ids[1] : from === to;
  if (before === null ? !saysEnding(to ?? '') : same) return [];
  const id = text(after, 'record_id') ?? '';
  const since = text(after, 'stage_since');
  return [
    attioEvent(
      {
        event_type: 'deal_stage_changed',
        occurred_at: sinceOr(since, after),
        payload: {
          deal_id: id,
          deal_name: text(after, 'name'),
          deal_status: text(after, 'stage_status'),
          from,
          to,
          amount: after['amount'] ?? null,
          currency: text(after, 'currency'),
        },
        // By when both stages began, so that each move of a deal that goes back and forth is an event.
        dedupe_key: `deal_stage_changed:${id}:${text(before, 'stage_since') ?? ''}>${since ?? ''}:${ids[1] ?? to ?? ''}`,
      },
      after,
      ATTIO_OPPORTUNITIES,
    ),
  ];
}

interface Entry {
  readonly type: 'planned_budget' | 'cost' | 'revenue' | 'expected_revenue';
  /** Columns of the amount, its currency, and since when it holds. */
  readonly amount: string;
  readonly currency: string;
  readonly since: readonly string[];
  /** Whether the amount counts at all. */
  counts(row: Row): boolean;
}

const always = (): boolean => true;
const ENTRIES: readonly Entry[] = [
  {
    type: 'planned_budget',
    amount: 'planned_budget',
    currency: 'planned_budget_currency',
    since: ['planned_budget_since'],
    counts: always,
  },
  { type: 'cost', amount: 'cost', currency: 'cost_currency', since: ['cost_since'], counts: always },
  {
    type: 'revenue',
    amount: 'amount',
    currency: 'currency',
    since: ['amount_since', 'stage_since'],
    counts: (row) => row['won'] === true,
  },
  {
    // What the work is to bring in while the deal is open: cost may come before the client has signed.
    type: 'expected_revenue',
    amount: 'amount',
    currency: 'currency',
    since: ['amount_since', 'stage_since'],
    counts: (row) => row['stage_status'] === 'open',
  },
];

/**
 * An amount that was set or changed. One that is no longer there becomes 0, since the latest amount of an entry is what
 * counts: a value that was taken out, a deal that is no longer won, one that was deleted or merged into another.
 */
function entryEvents(entry: Entry, before: Row | null, after: Row): NewEvent[] {
  const was = amountOf(entry, before);
  const is = amountOf(entry, after);
  const currency = (row: Row | null) => text(row, entry.currency);
  if (was === is && (is === 0 || currency(before) === currency(after))) return [];
  const id = text(after, 'record_id') ?? '';
  const entry_id = `${id}:${entry.type}`;
  return [
    attioEvent(
      {
        event_type: 'finance_entry_recorded',
        occurred_at: isGone(after)
          ? sinceOr(null, after)
          : notBefore(sinceOr(latest(entry, before, after), after), entry, before),
        payload: {
          entry_id,
          entry_type: entry.type,
          amount: is,
          currency: currency(after) ?? currency(before),
          deal_id: id,
          deal_name: text(after, 'name'),
          deal_status: text(after, 'stage_status'),
          related_record_ids: relatedRecords(after),
        },
        dedupe_key: `finance_entry_recorded:${entry_id}:${stampOf(entry, before)}>${stampOf(entry, after)}:${is}`,
      },
      after,
      ATTIO_OPPORTUNITIES,
    ),
  ];
}

/** The deal's company and people, on whose pages what is written about the deal may stand. */
const relatedRecords = (row: Row): string[] => [
  ...[text(row, 'company_record_id')].filter((id) => id !== null),
  ...((row['person_record_ids'] ?? []) as readonly string[]),
];

function amountOf(entry: Entry, row: Row | null): number {
  if (row === null || isGone(row) || !entry.counts(row)) return 0;
  const amount = Number(row[entry.amount] ?? 0);
  return Number.isFinite(amount) ? amount : 0;
}

/** Tells one state of an entry from every other, also from an equal amount at another time. */
const stampOf = (entry: Entry, row: Row | null): string =>
  [...entry.since.map((column) => text(row, column) ?? ''), goneAt(row)].join('/');

/** Of two amounts within one moment, the one that followed is the later event. */
function notBefore(at: Date, entry: Entry, before: Row | null): Date {
  const earlier = before === null ? [] : entry.since.flatMap((column) => readStamp(text(before, column))?.at ?? []);
  return earlier.reduce((newest, one) => (one > newest ? one : newest), at);
}

/** Since when the new amount holds: the newest of what it follows from, if that is news at all. */
function latest(entry: Entry, before: Row | null, after: Row): string | null {
  const sinces = (row: Row | null) => entry.since.flatMap((column) => text(row, column) ?? []).sort();
  const now = sinces(after).at(-1) ?? null;
  return now !== null && (before === null || isGone(before) || now !== sinces(before).at(-1)) ? now : null;
}
