import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accuracyOf, binOf, LEAST_FORECASTS, type ForecastBin, skillOf } from './accuracy.js';

const said = (probability: number, happened: boolean, count = 1): ForecastBin[] =>
  Array.from({ length: count }, () => ({
    bin: binOf(probability),
    forecasts: 1,
    said: probability,
    came: happened ? 1 : 0,
    squares: (probability - (happened ? 1 : 0)) ** 2,
  }));

describe('accuracyOf', () => {
  it('says nothing of fewer than thirty', () => {
    expect(accuracyOf([])).toBeNull();
    expect(accuracyOf(said(0.5, true, LEAST_FORECASTS - 1))).toBeNull();
    expect(accuracyOf(said(0.5, true, LEAST_FORECASTS))).not.toBeNull();
  });

  it.each([
    ['always right', [...said(1, true, 15), ...said(0, false, 15)], 0],
    ['always wrong', [...said(0, true, 15), ...said(1, false, 15)], 1],
    ['always undecided', [...said(0.5, true, 7), ...said(0.5, false, 23)], 0.25],
    // 10 * 0.2² + 20 * 0.3² = 0.4 + 1.8
    ['of two minds', [...said(0.8, true, 10), ...said(0.3, false, 20)], 2.2 / 30],
  ])('scores who is %s', (_who, forecasts, brier) => {
    expect(accuracyOf(forecasts)).toMatchObject({ count: 30, brier_score: expect.closeTo(brier, 12) });
  });

  it('puts a bound into the bin that it begins, and 1 into the last', () => {
    const forecasts = [...said(0, false, 10), ...said(0.2, true, 5), ...said(0.8, true, 5), ...said(1, false, 10)];
    expect(accuracyOf(forecasts)?.calibration).toEqual([
      { from: 0, to: 0.2, count: 10, mean_probability: 0, observed: 0 },
      { from: 0.2, to: 0.4, count: 5, mean_probability: expect.closeTo(0.2, 12), observed: 1 },
      // 5 of 0.8 and 10 of 1; 5 of 15 came about
      {
        from: 0.8,
        to: 1,
        count: 15,
        mean_probability: expect.closeTo(14 / 15, 12),
        observed: expect.closeTo(1 / 3, 12),
      },
    ]);
  });

  it('counts every forecast in one bin that it lies in', () => {
    const any = fc.record({ probability: fc.double({ min: 0, max: 1, noNaN: true }), happened: fc.boolean() });
    fc.assert(
      fc.property(fc.array(any, { minLength: LEAST_FORECASTS, maxLength: 80 }), (some) => {
        const found = accuracyOf(some.flatMap(({ probability, happened }) => said(probability, happened)));
        const bins = found?.calibration ?? [];
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(some.length);
        expect(found?.brier_score).toBeGreaterThanOrEqual(0);
        expect(found?.brier_score).toBeLessThanOrEqual(1);
        for (const { from, to, mean_probability } of bins) {
          expect(mean_probability).toBeGreaterThanOrEqual(from - 1e-9);
          expect(mean_probability).toBeLessThanOrEqual(to + 1e-9);
        }
      }),
    );
  });
});

describe('skillOf', () => {
  const [sure, undecided] = [accuracyOf(said(1, true, 30)), accuracyOf(said(0.5, true, 30))];
  it('is the share by which forecasts are nearer to what came', () => {
    expect(skillOf(undecided!, undecided)).toBe(0);
    expect(skillOf(sure!, undecided)).toBe(1);
    expect(skillOf(accuracyOf(said(0.25, true, 30))!, undecided)).toBeCloseTo(-1.25, 12);
  });
  it('is none where there is nothing to be better than', () => {
    expect(skillOf(undecided!, sure)).toBeNull();
    expect(skillOf(undecided!, null)).toBeNull();
  });
});
