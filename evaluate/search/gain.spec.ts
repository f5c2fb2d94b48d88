import { expect, it } from '@jest/globals';
import { gainOf } from './gain.js';

it('is 1 for right answers alone, 0 for wrong ones, and less the further down the right one is', () => {
  expect(gainOf(new Array<boolean>(10).fill(true), 500)).toBeCloseTo(1);
  expect(gainOf([true, true, false], 2)).toBeCloseTo(1);
  expect(gainOf([false, false], 2)).toBe(0);
  expect(gainOf([false, true], 1)).toBeCloseTo(1 / Math.log2(3));
  expect(gainOf([false, true], 1)).toBeGreaterThan(gainOf([false, false, true], 1));
});
