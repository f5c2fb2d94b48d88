import { describe, expect, it } from '@jest/globals';
import { latestDay, LATEST, neighbour, readView, searchOf } from './view.js';

const NOW = Date.parse('2026-03-02T10:00:00Z');

describe('a view of the digest', () => {
  it.each([
    ['', LATEST],
    ['?date=2026-02-07&period=week', { date: '2026-02-07', period: 'week' }],
    ['?date=yesterday&period=year&x=1', LATEST],
    ['?date=2026-13-45', LATEST],
  ])('is read from %j', (search, view) => expect(readView(search)).toEqual(view));

  it.each(['', 'date=2026-02-07', 'period=week', 'date=2026-02-07&period=week'])('is written as %j', (search) =>
    expect(searchOf(readView(`?${search}`))).toBe(search),
  );

  it('begins with the latest day that is over', () => expect(latestDay(NOW)).toBe('2026-03-01'));

  it.each([
    ['the day before the latest', LATEST, -1, { date: '2026-02-28', period: 'day' }],
    ['nothing after the latest', LATEST, 1, null],
    ['the latest after the one before', { date: '2026-02-28', period: 'day' }, 1, LATEST],
    ['the week before', { date: '', period: 'week' }, -1, { date: '2026-02-22', period: 'week' }],
    ['no week that is not over', { date: '2026-02-25', period: 'week' }, 1, null],
  ] as const)('has beside it %s', (_what, view, step, next) => expect(neighbour(view, step, NOW)).toEqual(next));
});
