import fc from 'fast-check';
import { whyPrimary, type ReplicaLook } from './barrier.js';

const LEVEL: ReplicaLook = { follows: true, replayed: 500n, behindMs: 0 };

describe('what keeps a read at the primary', () => {
  it.each([
    ['nothing', LEVEL, null, null],
    ['nothing, where its reader’s change is replayed', LEVEL, 500n, null],
    ['a change of its reader that is not', LEVEL, 501n, 'own_change'],
    ['a standby that does not answer', null, null, 'away'],
    ['a database that is none', { ...LEVEL, follows: false }, null, 'not_a_standby'],
    ['one that was made a primary', { ...LEVEL, replayed: null }, null, 'not_a_standby'],
    ['a lag that nothing tells', { ...LEVEL, behindMs: null }, null, 'unknown_lag'],
    ['nothing, at the limit', { ...LEVEL, behindMs: 5000 }, null, null],
    ['a lag beyond it', { ...LEVEL, behindMs: 5001 }, null, 'lag'],
    ['the lag before its reader’s change', { ...LEVEL, behindMs: 5001 }, 501n, 'lag'],
  ] as const)('%s', (_what, look, after, expected) => {
    expect(whyPrimary(look, after, 5000)).toBe(expected);
  });

  it('lets no reader miss a change, at any positions', () => {
    const position = fc.bigInt({ min: 0n, max: 2n ** 63n - 1n });
    fc.assert(
      fc.property(position, position, (replayed, after) => {
        expect(whyPrimary({ ...LEVEL, replayed }, after, 5000) === null).toBe(replayed >= after);
      }),
    );
  });
});
