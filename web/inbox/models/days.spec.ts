import { describe, expect, it } from '@jest/globals';
import { dayAfter, mondayAfter } from './days.js';

describe('days', () => {
  it.each([
    ['2026-02-03', 1, '2026-02-04'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-01-01', -1, '2025-12-31'],
  ])('%s and %d days', (day, days, after) => expect(dayAfter(day, days)).toBe(after));

  it.each([
    ['2026-02-01', '2026-02-02'],
    ['2026-02-02', '2026-02-09'],
    ['2026-02-07', '2026-02-09'],
  ])('the Monday after %s is %s', (day, monday) => expect(mondayAfter(day)).toBe(monday));
});
