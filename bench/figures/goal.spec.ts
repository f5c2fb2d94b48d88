import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anywhere, atLeast, atLeastTimes, atMost, atMostTimes, judge, ratioOf, type Goal } from './goal.js';
import { statisticsOf } from './statistics.js';

const of = (...samples: number[]) => statisticsOf(samples);

describe('judge', () => {
  it.each<[string, Goal, string, number[], number[] | null, boolean]>([
    ['p95 ≤ 40 ms', atMost(40, 'p95'), 'ms', [10, 40], null, true],
    ['p95 ≤ 40 ms', atMost(40, 'p95'), 'ms', [10, 41], null, false],
    ['median ≥ 3,000 1/s', atLeast(3000, 'median'), '1/s', [2000, 3000, 9000], null, true],
    ['median ≥ 3,000 1/s', atLeast(3000, 'median'), '1/s', [2000, 2999, 9000], null, false],
    ['median ≤ 1.5 × floor', atMostTimes(1.5, 'median'), 'ms', [15], [10], true],
    ['median ≤ 1.5 × floor', atMostTimes(1.5, 'median'), 'ms', [16], [10], false],
    ['median ≥ 0.6 × floor', atLeastTimes(0.6, 'median'), '1/s', [60], [100], true],
    ['median ≥ 0.6 × floor', atLeastTimes(0.6, 'median'), '1/s', [59], [100], false],
    ['max ≤ 0', atMost(0, 'max'), '', [0, 0], null, true],
    ['max ≤ 0', atMost(0, 'max'), '', [0, 1], null, false],
  ])('%s', (text, goal, unit, measured, floor, met) => {
    expect(judge(goal, unit, of(...measured), floor && of(...floor))).toEqual({ goal: text, anywhere: false, met });
    expect(judge(anywhere(goal), unit, of(...measured), floor && of(...floor))).toMatchObject({ anywhere: true, met });
  });

  it('refuses a multiple of nothing', () => {
    expect(() => judge(atMostTimes(2, 'median'), 'ms', of(1), null)).toThrow('was not measured');
    expect(() => judge(atMostTimes(2, 'median'), 'ms', of(1), of(0))).toThrow('has no multiples');
  });

  it('says of no figure that it is both above and below a limit beside it', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        (x, limit) => {
          const most = judge(atMost(limit, 'median'), '', of(x), null).met;
          const least = judge(atLeast(limit, 'median'), '', of(x), null).met;
          expect(most && least).toBe(x === limit);
          expect(most || least).toBe(true);
        },
      ),
    );
  });
});

describe('ratioOf', () => {
  it('is of the same statistic on both sides', () => {
    expect(ratioOf(of(2, 4, 60), of(1, 2, 3), 'median')).toBe(2);
    expect(ratioOf(of(2, 4, 60), of(1, 2, 3), 'max')).toBe(20);
    expect(ratioOf(of(2), null, 'max')).toBeNull();
  });
});
