import { describe, expect, it } from '@jest/globals';
import { lostDealOf, type DealMove } from './lost-deal.js';

const move = (deal_id: string, to: string, on: string): DealMove => ({
  deal_id,
  deal_name: deal_id,
  to,
  on,
  evidence_refs: [],
});

describe('the deal that was lost last', () => {
  it.each<[name: string, moves: DealMove[], expected: string | null]>([
    ['none has moved', [], null],
    ['none is lost', [move('a', 'Won', '2026-03-02')], null],
    ['lost', [move('a', 'Lost', '2026-03-02')], '2026-03-02'],
    ['lost, and taken up again', [move('a', 'Negotiation', '2026-03-05'), move('a', 'Lost', '2026-03-02')], null],
    ['another one moves', [move('b', 'Won', '2026-03-05'), move('a', 'Lost', '2026-03-02')], '2026-03-02'],
    ['two', [move('b', 'Lost', '2026-03-05'), move('a', 'Lost', '2026-03-02')], '2026-03-05'],
  ])('%s', (_name, moves, expected) => expect(lostDealOf(moves)?.on ?? null).toBe(expected));
});
