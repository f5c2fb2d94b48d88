import fc from 'fast-check';
import { fuse } from './fuse.js';

const none = new Map<string, number>();

describe('fuse', () => {
  it('puts first what both lists have', () => {
    const fused = fuse({ vector: ['a', 'b'], lexical: ['c', 'b'], exact: none });
    expect(fused.map(({ key }) => key)).toEqual(['b', 'a', 'c']);
    expect(fused[0]).toMatchObject({ score: 1 / 62 + 1 / 62, ranks: { vector: 2, lexical: 2, exact: null } });
  });

  it('puts a text that names the identifier before all that resemble it', () => {
    const fused = fuse({ vector: ['a', 'b'], lexical: ['a', 'b'], exact: new Map([['z', 1]]) });
    expect(fused[0]).toEqual({ key: 'z', score: 1, ranks: { vector: null, lexical: null, exact: 1 } });
  });

  it('lists every text once, in falling order of score', () => {
    const list = fc.uniqueArray(fc.constantFrom(...'abcdefghij'));
    fc.assert(
      fc.property(
        list,
        list,
        fc.dictionary(fc.constantFrom(...'abcx'), fc.integer({ min: 0, max: 3 })),
        (vector, lexical, exact) => {
          const fused = fuse({ vector, lexical, exact: new Map(Object.entries(exact)) });
          const keys = fused.map(({ key }) => key);
          expect(new Set(keys).size).toBe(keys.length);
          for (const key of [...vector, ...lexical]) expect(keys).toContain(key);
          for (let i = 1; i < fused.length; i++) expect(fused[i - 1]!.score).toBeGreaterThanOrEqual(fused[i]!.score);
        },
      ),
    );
  });
});
