import { expect, it } from '@jest/globals';
import { daysOf, lastFullDay, spanUpTo } from './span.js';

it.each([
  ['2026-03-01T00:00:00Z', '2026-02-28'],
  ['2026-03-01T23:59:59Z', '2026-02-28'],
  ['2026-01-01T12:00:00Z', '2025-12-31'],
])('at %s the latest day that is over is %s', (now, day) => expect(lastFullDay(new Date(now))).toBe(day));

it('is a day, or seven that end with it', () => {
  expect(spanUpTo('2026-03-03', 'day')).toEqual({ from: '2026-03-03', to: '2026-03-03' });
  expect(spanUpTo('2026-03-03', 'week')).toEqual({ from: '2026-02-25', to: '2026-03-03' });
  expect(daysOf(spanUpTo('2026-03-03', 'week'))).toBe(7);
});
