import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ENOUGH, precisionOf } from './precision.js';

describe('precision', () => {
  // By the formula, with 1.959964 for 95 %.
  it.each([
    [20, 20, { value: 1, low: 0.839, high: 1 }],
    [0, 20, { value: 0, low: 0, high: 0.161 }],
    [25, 50, { value: 0.5, low: 0.366, high: 0.634 }],
    [90, 100, { value: 0.9, low: 0.826, high: 0.945 }],
  ])('of %d right in %d', (right, judged, expected) => {
    expect(precisionOf(right, judged)).toEqual(expected);
  });

  it.each([0, 1, ENOUGH - 1])('is not told of %d', (judged) => {
    expect(precisionOf(judged, judged)).toBeNull();
  });

  it('lies within its bounds, and these within 0 and 1', () => {
    const counts = fc.integer({ min: ENOUGH, max: 5000 }).chain((judged) => {
      return fc.tuple(fc.integer({ min: 0, max: judged }), fc.constant(judged));
    });
    fc.assert(
      fc.property(counts, ([right, judged]) => {
        const { value, low, high } = precisionOf(right, judged) ?? { value: -1, low: 0, high: 0 };
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(value);
        expect(value).toBeLessThanOrEqual(high);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });
});
