import { isStorableTime } from '../domain/vendor-time.js';
import { CUT_MARK } from '../domain/cut-mark.js';
import type { ColumnType, ConnectorRow, TableSpec } from './contract.js';

/** Characters of one text; what a person writes never comes near it, and search takes it in parts. */
const LONGEST_TEXT = 2 ** 20;
/** Levels of `data`: PostgreSQL reads JSON by recursion. */
const DEEPEST = 100;
const TOO_DEEP = '[deeper levels are left out]';

const INTEGERS: Readonly<Record<string, readonly [number, number]>> = {
  integer: [-(2 ** 31), 2 ** 31 - 1],
  bigint: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
};

/**
 * A row as PostgreSQL can hold it, whatever the vendor wrote: what is too long or too deep is cut, which its place says,
 * and what no column of its type has is null. A key is left as it is: cut, it would be another record's.
 */
export function storableRow({ key, columns }: TableSpec, row: ConnectorRow): ConnectorRow {
  const changed: [string, unknown][] = [];
  for (const [column, type] of Object.entries(columns)) {
    const value = row.values[column];
    if (value === null || value === undefined || key.includes(column)) continue;
    const stored = storable(type, value);
    if (stored !== value) changed.push([column, stored]);
  }
  return changed.length === 0 ? row : { ...row, values: { ...row.values, ...Object.fromEntries(changed) } };
}

function storable(type: ColumnType, value: unknown): unknown {
  if (type === 'jsonb') return storableJson(value, 0);
  if (type === 'text') return typeof value === 'string' ? cut(value) : value;
  if (type === 'timestamptz') return value instanceof Date && !isStorableTime(value.getTime()) ? null : value;
  if (type === 'double precision') return typeof value === 'number' && !Number.isFinite(value) ? null : value;
  const range = INTEGERS[type];
  const number = typeof value === 'number' || typeof value === 'string' ? Number(value) : null;
  return range && number !== null && !(number >= range[0] && number <= range[1]) ? null : value;
}

const cut = (text: string): string => (text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) + CUT_MARK : text);

/** The same value where nothing in it has to change, so that most of `data` is not copied. */
function storableJson(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return cut(value);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (depth >= DEEPEST) return TOO_DEEP;
  if (Array.isArray(value)) {
    const items = value.map((item) => storableJson(item, depth + 1));
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  const entries = Object.entries(value);
  const stored = entries.map(([name, item]) => [name, storableJson(item, depth + 1)] as const);
  return stored.every(([, item], index) => item === entries[index]?.[1]) ? value : Object.fromEntries(stored);
}
