import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { statisticsOf, valueOf } from './statistics.js';

const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

describe('statisticsOf', () => {
  it.each([
    ['one sample', [7], { n: 1, median: 7, p95: null, p99: null, min: 7, max: 7 }],
    ['an even number of samples', [4, 1, 3, 2], { n: 4, median: 2.5, p95: null, p99: null, min: 1, max: 4 }],
    ['enough for the 95th percentile', upTo(41), { n: 41, median: 21, p95: 39, p99: null, min: 1, max: 41 }],
    ['enough for the 99th percentile', upTo(201), { n: 201, median: 101, p95: 191, p99: 199, min: 1, max: 201 }],
  ])('takes %s', (_what, samples, expected) => {
    expect(statisticsOf(samples)).toEqual(expected);
  });

  it.each([
    ['no sample', [], 'nothing was measured'],
    ['a sample that is no number', [1, NaN], 'a sample is no number'],
    ['a sample without end', [1, Infinity], 'a sample is no number'],
  ])('refuses %s', (_what, samples, message) => {
    expect(() => statisticsOf(samples)).toThrow(message);
  });

  it('keeps its statistics in order, whatever the order of the samples', () => {
    const samples = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(samples, (given) => {
        const { min, median, p95, p99, max } = statisticsOf(given);
        const inOrder = [min, median, p95 ?? median, p99 ?? p95 ?? median, max];
        expect([...inOrder].sort((a, b) => a - b)).toEqual(inOrder);
        expect(statisticsOf([...given].reverse())).toEqual(statisticsOf(given));
      }),
    );
  });
});

describe('valueOf', () => {
  it('takes the worst of few samples for a percentile', () => {
    expect(valueOf(statisticsOf([1, 2, 9]), 'p95')).toBe(9);
    expect(valueOf(statisticsOf(upTo(41)), 'p95')).toBe(39);
  });
});
