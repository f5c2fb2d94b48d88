import { describe, expect, it } from '@jest/globals';
import { firstRefs, type SourceRow } from './source-row.js';

const ref = (pk: string, table = 'cw_messages'): SourceRow => ({ source_table: table, source_pk: pk });
const pks = (refs: Iterable<SourceRow>) => [...refs].map((one) => one.source_pk).join(' ');

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

  it('takes no more from what it is given than it needs', () => {
    const looked: string[] = [];
    const rows = (function* () {
      for (const pk of ['a', 'b', 'c', 'd']) {
        looked.push(pk);
        yield ref(pk);
      }
    })();
    expect(pks(firstRefs(rows, 2))).toBe('a b');
    expect(looked).toEqual(['a', 'b', 'c']);
  });
});
