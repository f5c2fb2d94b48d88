import type { RowChange } from '../core/contract.js';
import { readStamp } from './stamp.js';

export type Row = RowChange['after'];

/** A column's text, null for everything else. */
export const text = (row: Row | null, column: string): string | null => {
  const value = row?.[column];
  return typeof value === 'string' && value !== '' ? value : null;
};

export const isGone = (row: Row | null): boolean => row === null || (row['deleted_at'] ?? null) !== null;

const dateOf = (value: unknown): Date | null =>
  value instanceof Date ? value : typeof value === 'string' ? (readStamp(value)?.at ?? null) : null;

/** The row's own time: of creation at the vendor, as every row has it. */
export const createdAt = (row: Row): Date => dateOf(row['vendor_created_at']) ?? new Date(0);

/** When a value became what it is; where the vendor shows none (it was removed), when we saw that. */
export const sinceOr = (since: string | null, row: Row): Date =>
  readStamp(since)?.at ?? dateOf(row['updated_at']) ?? createdAt(row);

/** The time a row was marked deleted, as text for keys; empty for a row that is there. */
export const goneAt = (row: Row | null): string => dateOf(row?.['deleted_at'])?.toISOString() ?? '';
