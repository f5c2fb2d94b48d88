import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calibrationError, reliability } from './calibration.js';
import type { Judged } from './judged.js';
import { auc, brier, frequency, logLoss } from './scores.js';

const said = (...pairs: readonly [p: number, came: 0 | 1][]): Judged[] =>
  pairs.map(([p, came], at) => ({ group: `g${at % 3}`, p, came: came === 1 }));

const judgements = fc.array(
  fc.record({
    group: fc.constantFrom('a', 'b', 'c'),
    p: fc.double({ min: 0, max: 1, noNaN: true }),
    came: fc.boolean(),
  }),
  { minLength: 1, maxLength: 60 },
);

describe('scores of forecasts', () => {
  it.each<[string, Judged[], number]>([
    ['certain and right', said([1, 1], [0, 0]), 0],
    ['certain and wrong', said([1, 0], [0, 1]), 1],
    ['a coin', said([0.5, 0], [0.5, 1]), 0.25],
    ['unsure', said([0.2, 0], [0.8, 1], [0.4, 1]), (0.04 + 0.04 + 0.36) / 3],
  ])('Brier: %s', (_name, judged, expected) => expect(brier(judged)).toBeCloseTo(expected, 12));

  it.each<[string, Judged[], number]>([
    ['all in order', said([0.1, 0], [0.2, 0], [0.9, 1]), 1],
    ['all the wrong way', said([0.9, 0], [0.1, 1]), 0],
    ['all the same', said([0.3, 0], [0.3, 1], [0.3, 0]), 0.5],
    ['one pair of two in order', said([0.2, 0], [0.6, 0], [0.4, 1]), 0.5],
  ])('AUC: %s', (_name, judged, expected) => expect(auc(judged)).toBeCloseTo(expected, 12));

  it('log loss of a coin is the logarithm of 2, and of a wrong certainty it is finite', () => {
    expect(logLoss(said([0.5, 1], [0.5, 0]))).toBeCloseTo(Math.LN2, 12);
    expect(logLoss(said([1, 0]))).toBeLessThan(14);
  });

  it('the reliability table counts every forecast once and shows what was said and what came', () => {
    expect(reliability(said([0.02, 0], [0.04, 1], [1, 1]))).toEqual([
      { count: 2, said: 0.03, came: 0.5 },
      { count: 1, said: 1, came: 1 },
    ]);
  });

  it('calibration error: the mean distance of what is said to what comes', () => {
    expect(calibrationError(said([0.5, 1], [0.5, 0]))).toBeCloseTo(0, 12);
    expect(calibrationError(said([0.25, 1], [0.25, 0], [0.95, 1], [0.95, 1]))).toBeCloseTo(0.15, 12);
  });

  it('stay between 0 and 1, and do not depend on the order', () => {
    fc.assert(
      fc.property(judgements, (judged) => {
        const back = [...judged].reverse();
        for (const score of [brier, calibrationError]) {
          expect(score(judged)).toBeGreaterThanOrEqual(0);
          expect(score(judged)).toBeLessThanOrEqual(1);
          expect(score(back)).toBeCloseTo(score(judged), 9);
        }
        expect(reliability(judged).reduce((sum, { count }) => sum + count, 0)).toBe(judged.length);
      }),
    );
  });

  it('AUC of turned round forecasts is turned round', () => {
    fc.assert(
      fc.property(judgements, (judged) => {
        const share = frequency(judged);
        fc.pre(share > 0 && share < 1);
        const turned = judged.map((one) => ({ ...one, p: -one.p }));
        expect(auc(judged) + auc(turned)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('no constant gets a better Brier score than the frequency', () => {
    fc.assert(
      fc.property(judgements, fc.double({ min: 0, max: 1, noNaN: true }), (judged, p) => {
        const always = (value: number) => judged.map((one) => ({ ...one, p: value }));
        expect(brier(always(frequency(judged)))).toBeLessThanOrEqual(brier(always(p)) + 1e-12);
      }),
    );
  });
});
