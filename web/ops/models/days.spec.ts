import { describe, expect, it } from '@jest/globals';
import { labelStep } from '../charts/chart-data.js';
import { lastDays } from './days.js';

describe('days and labels', () => {
  it('are UTC days in their order', () => {
    expect(lastDays(3, Date.parse('2026-03-01T00:30:00Z'))).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
  });

  it.each([
    [60, 12, 5],
    [7, 12, 1],
    [5, 0, 5],
  ])('of %d labels with room for %d every %dth is written', (count, most, step) => {
    expect(labelStep(count, most)).toBe(step);
  });
});
