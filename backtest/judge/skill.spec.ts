import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Random } from '../random.js';
import type { Judged } from './judged.js';
import { skillOf } from './skill.js';
import { foldsOf, isSettled } from './split.js';

const days = (group: string, came: boolean, p: number): Judged => ({ group, came, p });

describe('skill', () => {
  const came = Array.from({ length: 200 }, (_, at) => at % 4 === 0);
  const reference = came.map((is, at) => days(`p${at % 20}`, is, 0.25));

  it('is 0 against itself, 1 for the all-knowing, below 0 for who is worse', () => {
    const knowing = reference.map((one) => ({ ...one, p: one.came ? 1 : 0 }));
    const wrong = reference.map((one) => ({ ...one, p: 0.9 }));
    expect(skillOf(reference, reference, new Random('s'))).toEqual({ value: 0, low: 0, high: 0 });
    expect(skillOf(knowing, reference, new Random('s')).value).toBe(1);
    expect(skillOf(wrong, reference, new Random('s')).high).toBeLessThan(0);
  });

  it('has the same interval for the same seed, and the value lies in it', () => {
    const other = reference.map((one, at) => ({ ...one, p: one.came ? 0.2 + (at % 7) / 20 : 0.2 }));
    const one = skillOf(other, reference, new Random('s'));
    expect(skillOf(other, reference, new Random('s'))).toEqual(one);
    expect(one.low).toBeLessThanOrEqual(one.value);
    expect(one.value).toBeLessThanOrEqual(one.high);
  });

  it('is wider where the same days come from fewer projects', () => {
    const width = (projects: number) => {
      const of = (p: (is: boolean, group: number) => number) =>
        came.map((is, at) => days(`p${at % projects}`, is, p(is, at % projects)));
      const own = of((is, group) => (group % 2 === 0 ? (is ? 0.9 : 0.1) : 0.25));
      const { low, high } = skillOf(
        own,
        of(() => 0.25),
        new Random('s'),
      );
      return high - low;
    };
    expect(width(4)).toBeGreaterThan(width(100));
  });
});

describe('folds', () => {
  it('never learn from a day that they forecast, and forecast each day from the first on once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 30 }), (first, every) => {
        const folds = foldsOf(90, first, every);
        const forecast = folds.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at));
        expect(forecast).toEqual(Array.from({ length: 90 - first }, (_, at) => first + at));
        for (const { until, from } of folds) expect(until).toBeLessThan(from);
      }),
    );
  });

  it('learn from no label that reaches beyond what is known', () => {
    expect(isSettled(60, 30, 90)).toBe(true);
    expect(isSettled(61, 30, 90)).toBe(false);
  });
});
