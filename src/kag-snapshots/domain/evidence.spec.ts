import { describe, expect, it } from '@jest/globals';
import type { EvidenceRef } from '../../kag-events/index.js';
import { byRank } from './evidence.js';

const ref = (pk: string): EvidenceRef => ({ source_table: 'cw_messages', source_pk: pk });
const pks = (refs: Iterable<EvidenceRef>) => [...refs].map((one) => one.source_pk).join(' ');

describe('byRank', () => {
  it('takes from every list in turn until all are empty', () => {
    const lists = [['a1', 'a2', 'a3'], [], ['b1'], ['c1', 'c2']].map((list) => list.map((pk) => ref(pk)));
    expect(pks(byRank(lists))).toBe('a1 b1 c1 a2 c2 a3');
    expect(pks(byRank([]))).toBe('');
  });
});
