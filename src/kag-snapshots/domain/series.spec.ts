import { describe, expect, it } from '@jest/globals';
import { endsOf, pointDays, seriesProblems, seriesSpan, valuesOf } from './series.js';

const TODAY = '2026-02-07';
const point = (steps_back: number, day: string, ...values: (number | null)[]) => ({ steps_back, day, values });

describe('a series', () => {
  it('goes back sixty days from today unless it is told otherwise', () => {
    expect(seriesSpan({ step: 1 }, TODAY)).toEqual({ from: '2025-12-10', to: TODAY, step: 1 });
    expect(seriesSpan({ to: '2026-01-10', step: 7 }, TODAY)).toEqual({ from: '2025-11-12', to: '2026-01-10', step: 7 });
  });

  it.each([
    [{ to: '2026-02-08', step: 1 }, 'to'],
    [{ from: '2026-02-08', step: 1 }, 'from'],
    [{ from: '2025-01-03', step: 1 }, 'from'],
  ])('can not be of %j', (request, path) =>
    expect(seriesProblems(request, TODAY).map((problem) => problem.path)).toEqual([path]),
  );

  it('can be of four hundred days', () => expect(seriesProblems({ from: '2025-01-04', step: 1 }, TODAY)).toEqual([]));

  it('has a point for each step, the last one on its last day', () => {
    expect(pointDays({ from: '2026-02-05', to: TODAY, step: 1 })).toEqual(['2026-02-05', '2026-02-06', TODAY]);
    expect(pointDays({ from: '2026-01-24', to: TODAY, step: 7 })).toEqual(['2026-01-24', '2026-01-31', TODAY]);
    expect(pointDays({ from: '2026-01-25', to: TODAY, step: 7 })).toEqual(['2026-01-31', TODAY]);
  });

  it('has null where nothing is known of a point', () => {
    const points = [point(2, '2026-02-05', 1.26, null), point(0, TODAY, 3, 0.12345)];
    expect(valuesOf(points, 3, 0, 1)).toEqual([1.3, null, 3]);
    expect(valuesOf(points, 3, 1, 3)).toEqual([null, null, 0.123]);
  });

  it('has two ends where it is known on two days', () => {
    const points = [point(0, TODAY, 1, null), point(2, '2026-02-05', 2, 5)];
    expect(endsOf(points, 0)).toEqual({ from: '2026-02-05', to: TODAY });
    expect(endsOf(points, 1)).toBeNull();
    expect(endsOf([], 0)).toBeNull();
  });
});
