import fc from 'fast-check';
import { ReplayLag } from './replay-lag.js';

const lagAfter = (seen: readonly (readonly [at: number, primary: number, standby: number])[]): (number | null)[] => {
  const lag = new ReplayLag();
  return seen.map(([at, primary, standby]) => {
    lag.primaryAt(BigInt(primary), at);
    return lag.behind(BigInt(standby), at);
  });
};

describe('how far a standby is behind', () => {
  it.each([
    ['level from the beginning', [[0, 100, 100]], [0]],
    [
      'a primary at rest, however long',
      [
        [0, 100, 100],
        [60_000, 100, 100],
      ],
      [0, 0],
    ],
    [
      'unknown until it has been where the primary was',
      [
        [0, 100, 90],
        [1000, 200, 99],
        [2000, 300, 100],
      ],
      [null, null, 2000],
    ],
    [
      'standing still: since the primary was last seen there',
      [
        [0, 100, 100],
        [1000, 100, 100],
        [2000, 150, 100],
        [3000, 180, 100],
        [9000, 180, 100],
      ],
      [0, 0, 1000, 2000, 8000],
    ],
    [
      'catching up: since the primary was last seen where it is now',
      [
        [0, 100, 100],
        [1000, 200, 100],
        [2000, 300, 100],
        [3000, 300, 200],
        [4000, 300, 300],
      ],
      [0, 1000, 2000, 2000, 0],
    ],
    [
      'ahead of the last look at the primary',
      [
        [0, 100, 140],
        [1000, 150, 160],
      ],
      [0, 0],
    ],
    [
      'another primary: unknown again',
      [
        [0, 500, 500],
        [1000, 300, 290],
        [2000, 400, 300],
      ],
      [0, null, 1000],
    ],
  ] as const)('%s', (_what, seen, expected) => {
    expect(lagAfter(seen)).toEqual(expected);
  });

  it('grows while the primary is not seen', () => {
    const lag = new ReplayLag();
    lag.primaryAt(100n, 0);
    expect([0, 400, 9000].map((now) => lag.behind(150n, now))).toEqual([0, 400, 9000]);
  });

  it('is nothing before anything was seen', () => {
    expect(new ReplayLag().behind(7n, 0)).toBeNull();
  });

  const steps = fc.array(fc.record({ wrote: fc.nat(1000), wait: fc.integer({ min: 1, max: 5000 }) }), {
    minLength: 1,
    maxLength: 700,
  });

  it('is nothing for a standby that keeps up', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const lag = new ReplayLag();
        let [at, position] = [0, 0n];
        for (const { wrote, wait } of all) {
          at += wait;
          position += BigInt(wrote);
          lag.primaryAt(position, at);
          expect(lag.behind(position, at)).toBe(0);
        }
      }),
    );
  });

  it('grows as time does for one that stands still, for longer than all that is remembered', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const lag = new ReplayLag();
        lag.primaryAt(0n, 0);
        expect(lag.behind(0n, 0)).toBe(0);
        let [at, position, level] = [0, 0n, 0];
        for (const { wrote, wait } of all) {
          at += wait;
          position += BigInt(wrote);
          if (position === 0n) level = at;
          lag.primaryAt(position, at);
          expect(lag.behind(0n, at)).toBe(at - level);
        }
      }),
    );
  });
});
