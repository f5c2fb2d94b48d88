import { describe, expect, it } from '@jest/globals';
import { expectLinear } from './growth.js';

/** So many steps that no compiler leaves them out. */
function steps(count: number): number {
  let state = 1;
  for (let i = 0; i < count; i++) state = (state * 31 + i) | 0;
  return state;
}

describe('the guard of growth', () => {
  it.each<[string, (size: number) => number]>([
    ['next to nothing', () => 1],
    ['in proportion', (size) => steps(size * 1_000)],
    ['a little faster', (size) => steps(size * 100 * Math.ceil(Math.log2(size)))],
  ])('lets work be that grows %s', (_, work) => expect(() => expectLinear(10_000, work)).not.toThrow());

  it('lets work be whose last result is kept', () => {
    let last = 0;
    const work = (size: number) => (size === last ? 0 : steps((last = size) * 1_000));
    expect(() => expectLinear(10_000, work)).not.toThrow();
  });

  it('fails work that grows by the square', () =>
    expect(() => expectLinear(7_000, (size) => steps(size ** 2))).toThrow(/Expected: <= 8/));
});
