import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Random } from '../../../../backtest/random.js';
import { logistic } from './intervals.js';
import { fitLogistic, type FitOptions, type LogisticFit } from './logistic-fit.js';
import type { HazardPrior } from './prior.js';
import { inverse, solveAtLeast } from './small-matrix.js';
import type { TrainingRows } from './training-rows.js';

const PRIOR: HazardPrior = { base: 0.1, means: [0.5, 0.5, 0.5], slopes: [0, 0, 0] };
const OPTIONS: FitOptions = { baseWeight: 1, slopePrecision: 0.01 };

/** Rows of which it is known how they came about. */
function made(count: number, intercept: number, slopes: readonly number[], seed = 'fit'): TrainingRows {
  const random = new Random(seed);
  const x = Float64Array.from({ length: count * slopes.length }, () => random.next());
  const came = Uint8Array.from({ length: count }, (_, at) => {
    const odds = slopes.reduce((sum, slope, j) => sum + slope * (x[at * slopes.length + j] ?? 0), intercept);
    return random.chance(logistic(odds)) ? 1 : 0;
  });
  const weight = new Float64Array(count).fill(1);
  return { width: slopes.length, x, came, weight, day: new Float64Array(count), onsets: 0 };
}

function fit(rows: TrainingRows, prior = PRIOR, options = OPTIONS): LogisticFit {
  const steps = fitLogistic(rows, prior, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

describe('a logistic fit', () => {
  it('finds the coefficients that the rows were made with', () => {
    const { intercept, slopes } = fit(made(30_000, -2, [1.5, 0, 0.7]));
    expect(intercept).toBeCloseTo(-2, 0);
    [1.5, 0, 0.7].forEach((slope, j) => expect(Math.abs(slopes[j]! - slope)).toBeLessThan(0.15));
  });

  it('has no slope below 0, also where more means less', () => {
    const { slopes } = fit(made(5_000, -1, [-2, 1, 0]));
    expect(slopes[0]).toBe(0);
    expect(slopes[1]).toBeGreaterThan(0.5);
  });

  it('says the prior where there are no rows', () => {
    const prior = { base: 0.07, means: [0.2, 0.4, 0.1], slopes: [1, 0.5, 2] };
    const { intercept, slopes, base, means } = fit(made(0, 0, [0, 0, 0]), prior);
    expect({ slopes, means }).toEqual({ slopes: prior.slopes, means: prior.means });
    expect(base).toBeCloseTo(0.07, 12);
    expect(logistic(intercept + 0.2 + 0.2 + 0.2)).toBeCloseTo(0.07, 6);
  });

  it('draws slopes to the prior the more so, the surer that is', () => {
    const rows = made(300, -2, [2, 0, 0]);
    const [loose, firm] = [0.01, 1000].map((slopePrecision) => fit(rows, PRIOR, { baseWeight: 1, slopePrecision }));
    expect(loose!.slopes[0]).toBeGreaterThan(1);
    expect(firm!.slopes[0]).toBeLessThan(0.1);
  });

  it('draws the base rate to the prior as far as few rows say little', () => {
    const never = { ...made(40, -50, [0, 0, 0]) };
    expect(fit(never, PRIOR, { ...OPTIONS, baseWeight: 20 }).base).toBeCloseTo(2 / 60, 12);
  });

  it('takes what is not known for usual: it moves nothing', () => {
    const rows = made(4_000, -2, [1.5, 0, 0]);
    const unknown = { ...rows, x: rows.x.map((value, at) => (at % 3 === 2 ? NaN : value)) };
    expect(fit(unknown).slopes[2]).toBeCloseTo(0, 3);
    expect(fit(unknown).slopes[0]).toBeCloseTo(fit(rows).slopes[0]!, 1);
  });

  it('fits the level alone where slopes are given', () => {
    const rows = made(20_000, -2, [1, 0, 0]);
    const { intercept, slopes } = fit(rows, { ...PRIOR, slopes: [1, 0, 0] }, { ...OPTIONS, levelOnly: true });
    expect(slopes).toEqual([1, 0, 0]);
    expect(intercept).toBeCloseTo(-2, 1);
  });

  it('pauses on its way', () =>
    expect([...fitLogistic(made(30_000, -2, [1, 0, 0]), PRIOR, OPTIONS)].length > 10).toBe(true));

  it('stays finite for any rows', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean()), { maxLength: 40 }),
        (given) => {
          const rows: TrainingRows = {
            width: 1,
            x: Float64Array.from(given, ([value]) => value),
            came: Uint8Array.from(given, ([, came]) => (came ? 1 : 0)),
            weight: new Float64Array(given.length).fill(1),
            day: new Float64Array(given.length),
            onsets: 0,
          };
          const { intercept, slopes } = fit(
            rows,
            { base: 0.1, means: [0.5], slopes: [0.5] },
            { baseWeight: 5, slopePrecision: 1 },
          );
          expect(Number.isFinite(intercept) && slopes.every((slope) => Number.isFinite(slope) && slope >= 0)).toBe(
            true,
          );
        },
      ),
    );
  });
});

describe('small matrices', () => {
  const symmetric = Float64Array.from([4, 1, 0, 1, 3, 1, 0, 1, 2]);

  it('are inverted', () => {
    const back = inverse(symmetric, 3);
    for (let i = 0; i < 3; i++)
      for (let j = 0; j < 3; j++) {
        const cell = [0, 1, 2].reduce((sum, k) => sum + symmetric[i * 3 + k]! * back[k]![j]!, 0);
        expect(cell).toBeCloseTo(i === j ? 1 : 0, 12);
      }
  });

  it('give the best step, and the best one that goes no lower than it may', () => {
    const free = solveAtLeast(symmetric, Float64Array.from([1, -2, 3]), new Float64Array(3).fill(-Infinity));
    [1, -2, 3].forEach((wanted, i) => {
      const reached = [0, 1, 2].reduce((sum, k) => sum + symmetric[i * 3 + k]! * free[k]!, 0);
      expect(reached).toBeCloseTo(wanted, 9);
    });
    const bound = solveAtLeast(symmetric, Float64Array.from([1, -2, 3]), new Float64Array(3));
    expect(Math.min(...bound)).toBe(0);
  });
});
