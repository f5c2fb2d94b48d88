import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayOf, dayCount, daysIn, endOfDay, isDay, startOfDay } from './day.js';

describe('isDay', () => {
  it.each(['2026-02-28', '2024-02-29', '0001-01-01', '9999-12-31'])('takes %s', (text) =>
    expect(isDay(text)).toBe(true),
  );

  it.each([
    '2026-02-29',
    '2026-02-31',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
    '26-01-01',
  ])('refuses %s', (text) => expect(isDay(text)).toBe(false));
  it.each(['', 'today', '2026-1-1', '2026-01-01T00:00:00Z', ' 2026-01-01', '2026-01-01\n', '٢٠٢٦-٠١-٠١'])(
    'refuses %j',
    (text) => expect(isDay(text)).toBe(false),
  );
});

describe('days', () => {
  const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }).map(dayOf);

  it('begin and end with their own milliseconds', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(isDay(day)).toBe(true);
        expect([dayOf(startOfDay(day)), dayOf(endOfDay(day))]).toEqual([day, day]);
        expect(dayOf(new Date(endOfDay(day).getTime() + 1)) > day).toBe(true);
      }),
    );
  });

  it('of a span follow each other from its first to its last', () => {
    fc.assert(
      fc.property(days, fc.nat({ max: 500 }), (from, more) => {
        const all = daysIn(from, dayOf(new Date(startOfDay(from).getTime() + more * 86_400_000)));
        expect(all).toHaveLength(more + 1);
        expect([...new Set(all)].sort()).toEqual(all);
        expect(all[0]).toBe(from);
        expect(dayCount(from, all.at(-1)!)).toBe(more + 1);
      }),
    );
  });

  it('go over the end of February and of the year', () => {
    expect(daysIn('2024-02-28', '2024-03-01')).toEqual(['2024-02-28', '2024-02-29', '2024-03-01']);
    expect(daysIn('2025-12-31', '2026-01-01')).toEqual(['2025-12-31', '2026-01-01']);
    expect(daysIn('2026-01-02', '2026-01-01')).toEqual([]);
  });
});
