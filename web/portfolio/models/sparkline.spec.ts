import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { HEIGHT, sparklineOf, WIDTH } from './sparkline.js';

describe('a sparkline', () => {
  it('goes from the left to the right, and down as the score falls', () =>
    expect(sparklineOf([100, 0])).toEqual({ lines: ['3,3 129,31'], end: { x: 129, y: 31 } }));

  it('has a gap where days are unknown', () => {
    const line = sparklineOf([50, 60, null, 70, 80]);
    expect(line?.lines).toHaveLength(2);
    expect(line?.lines[1]).toMatch(/^97\.5,/);
  });

  it('shows small moves small', () => {
    const ys =
      sparklineOf([50, 52])
        ?.lines[0]?.split(' ')
        .map((point) => Number(point.split(',')[1])) ?? [];
    expect(Math.abs(ys[0]! - ys[1]!)).toBeLessThan(HEIGHT / 10);
  });

  it.each([[[]], [[50]], [[null, 50, null]], [[null]]])('is none of %j', (series) =>
    expect(sparklineOf(series)).toBeNull(),
  );

  it('stays within its place, whatever the scores', () =>
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 100 })), { minLength: 2, maxLength: 60 }), (series) => {
        const points = (sparklineOf(series)?.lines ?? []).flatMap((line) => line.split(' '));
        for (const [x, y] of points.map((point) => point.split(',').map(Number))) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(WIDTH);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(HEIGHT);
        }
      }),
    ));
});
