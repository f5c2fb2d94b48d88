import { describe, expect, it } from '@jest/globals';
import type { EvidenceRef } from '../../kag-events/index.js';
import { byRank, firstRefs } from './evidence.js';

const ref = (pk: string, table = 'cw_messages'): EvidenceRef => ({ source_table: table, source_pk: pk });
const pks = (refs: Iterable<EvidenceRef>) => [...refs].map((one) => one.source_pk).join(' ');

describe('firstRefs', () => {
  it.each<[string, number, string]>([
    ['', 3, ''],
    ['a b c', 3, 'a b c'],
    ['a b c d', 3, 'a b c'],
    ['a a b a c b d', 3, 'a b c'],
    ['a b', 0, ''],
  ])('of [%s], at most %d: [%s]', (given, max, expected) => {
    const refs = given
      .split(' ')
      .filter(Boolean)
      .map((pk) => ref(pk));
    expect(pks(firstRefs(refs, max))).toBe(expected);
  });

  it('keeps rows of different tables apart, and of the same row the first ref', () => {
    const first = { ...ref('1'), message_id: '1' };
    expect(firstRefs([first, ref('1', 'linear_issues_raw'), ref('1')], 9)).toEqual([
      first,
      ref('1', 'linear_issues_raw'),
    ]);
  });
});

describe('byRank', () => {
  it('takes from every list in turn until all are empty', () => {
    const lists = [['a1', 'a2', 'a3'], [], ['b1'], ['c1', 'c2']].map((list) => list.map((pk) => ref(pk)));
    expect(pks(byRank(lists))).toBe('a1 b1 c1 a2 c2 a3');
    expect(pks(byRank([]))).toBe('');
  });
});
