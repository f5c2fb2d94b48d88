import { isAmount } from '../../common/amount.js';
import type { AttioRecord, Value } from './payloads.js';

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** The field in which a type of attribute keeps what people see (record envelope). */
const SHOWN = [
  'value',
  'full_name',
  'email_address',
  'domain',
  'phone_number',
  'target_record_id',
  'referenced_actor_id',
];

/** The active values of an attribute; none when the record doesn't have it. */
export const valuesOf = ({ values }: AttioRecord, slug: string): readonly Value[] => values[slug] ?? [];

/** What an attribute shows, as texts; values of unknown types show nothing. */
export function textsOf(record: AttioRecord, slug: string): string[] {
  return valuesOf(record, slug).flatMap((value) => SHOWN.map((field) => textOf(value[field])).find(Boolean) ?? []);
}

export const firstText = (record: AttioRecord, slug: string): string | null => textsOf(record, slug)[0] ?? null;

export interface Money {
  readonly amount: number | null;
  readonly currency: string | null;
  readonly since: string | null;
}

/** An amount, whether its attribute is a currency or a plain number; null where it holds none that money can have. */
export function moneyOf(record: AttioRecord, slug: string): Money {
  const [value] = valuesOf(record, slug);
  const given = value?.['currency_value'] ?? value?.['value'];
  const number =
    typeof given === 'number' ? given : typeof given === 'string' && given.trim() !== '' ? Number(given) : NaN;
  const amount = isAmount(number) ? number : null;
  return {
    amount,
    currency: amount === null ? null : textOf(value?.['currency_code']),
    since: amount === null ? null : sinceOf(value),
  };
}

export interface Stage {
  readonly id: string | null;
  readonly title: string | null;
  readonly since: string | null;
}

/** The value of a status attribute; the vendor's schema also allows the bare id of the status in its place. */
export function stageOf(record: AttioRecord, slug: string): Stage {
  const [value] = valuesOf(record, slug);
  const status = value?.['status'] ?? value?.['option'];
  if (typeof status === 'string') return { id: status, title: null, since: sinceOf(value) };
  if (typeof status !== 'object' || status === null) return { id: null, title: null, since: null };
  const { id, title } = status as { id?: unknown; title?: unknown };
  const ids = typeof id === 'object' && id !== null ? (id as Record<string, unknown>) : {};
  return { id: textOf(ids['status_id'] ?? ids['option_id'] ?? id), title: textOf(title), since: sinceOf(value) };
}

/** Since when the newest of the values is active. Texts of one form and zone, so their order is that of time. */
export function latestSince(record: AttioRecord, slugs: readonly string[]): string | null {
  const times = slugs.flatMap((slug) => valuesOf(record, slug)).flatMap((value) => sinceOf(value) ?? []);
  return times.sort().at(-1) ?? null;
}

const sinceOf = (value: Value | undefined): string | null => textOf(value?.['active_from']);
