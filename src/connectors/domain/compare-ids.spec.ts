import { describe, expect, it } from '@jest/globals';
import { compareIds } from './compare-ids.js';

const their = (key: string, version: string | null = null) => ({ key, ref: `ref:${key}`, version });

describe('compareIds', () => {
  it('tells missing, stale and extra records apart', () => {
    const ours = new Map([
      ['same', '1'],
      ['changed', '1'],
      ['gone', '7'],
    ]);
    expect(compareIds([their('same', '1'), their('changed', '2'), their('new', '1')], ours)).toEqual({
      total: 3,
      missing: ['ref:new'],
      stale: ['ref:changed'],
      extra: ['gone'],
      completeness_pct: 33.33,
    });
  });

  it('compares ids alone where one side has no version', () => {
    expect(
      compareIds(
        [their('a'), their('b', '2')],
        new Map([
          ['a', '1'],
          ['b', null],
        ]),
      ),
    ).toMatchObject({ stale: [], completeness_pct: 100 });
  });

  it('counts a record once however often it is listed', () => {
    expect(compareIds([their('a'), their('a')], new Map())).toMatchObject({ total: 1, missing: ['ref:a'] });
  });

  it('calls nothing of nothing complete', () => {
    expect(compareIds([], new Map())).toEqual({ total: 0, missing: [], stale: [], extra: [], completeness_pct: 100 });
  });
});
