import { describe, expect, it } from '@jest/globals';
import { CUT_MARK } from '../domain/cut-mark.js';
import type { ColumnType, TableSpec } from './contract.js';
import { storableRow } from './storable-row.js';

const stored = (type: ColumnType, value: unknown) => {
  const table: TableSpec = { table: 't', key: ['id'], columns: { id: 'text', of: type } };
  return storableRow(table, { values: { id: 'a', of: value } }).values['of'];
};
const nested = (levels: number): unknown => (levels === 0 ? 'end' : { in: nested(levels - 1) });

describe('a row at the door', () => {
  it.each<[ColumnType, unknown]>([
    ['integer', 2 ** 31],
    ['integer', -(2 ** 31) - 1],
    ['bigint', 1e20],
    ['bigint', '99999999999999999999'],
    ['timestamptz', new Date('0000-06-01T00:00:00Z')],
    ['timestamptz', new Date(Number.NaN)],
    ['double precision', Number.POSITIVE_INFINITY],
  ])('has null where %s can’t hold %p', (type, value) => expect(stored(type, value)).toBeNull());

  it.each<[ColumnType, unknown]>([
    ['integer', 2 ** 31 - 1],
    ['bigint', 9_007_199_254_740_991],
    ['bigint', '77'],
    ['timestamptz', new Date('2026-01-01T00:00:00Z')],
    ['double precision', 0.1],
    ['text', 'short'],
    ['boolean', true],
    ['integer', null],
  ])('keeps in %s what it holds: %p', (type, value) => expect(stored(type, value)).toBe(value));

  it('has long texts without their ends, in data too, and says so', () => {
    const long = 'x'.repeat(2 ** 20 + 5);
    for (const text of [
      stored('text', long),
      (stored('jsonb', { a: [{ b: long }] }) as { a: [{ b: string }] }).a[0].b,
    ]) {
      expect(String(text).length).toBe(2 ** 20 + CUT_MARK.length);
      expect(String(text).endsWith(CUT_MARK)).toBe(true);
    }
  });

  it('has data only so deep, and the very same where nothing is too deep', () => {
    expect(JSON.stringify(stored('jsonb', nested(5_000)))).toContain('deeper levels are left out');
    const data = nested(50);
    expect(stored('jsonb', data)).toBe(data);
  });

  it('keeps a key as it is', () => {
    const table: TableSpec = { table: 't', key: ['id'], columns: { id: 'bigint' } };
    expect(storableRow(table, { values: { id: 1e30 } }).values['id']).toBe(1e30);
  });
});
