import { describe, expect, it } from '@jest/globals';
import { areWorkingHours, daysFrom, hoursFrom, minuteOf } from './calendar.js';
import { WorkingTime } from './working-time.js';
import { isTimeZone } from './zone.js';

describe('a calendar in words', () => {
  it.each([
    ['mon-fri', ['mon', 'tue', 'wed', 'thu', 'fri']],
    ['sun-thu', ['mon', 'tue', 'wed', 'thu', 'sun']],
    ['fri, Mon ,wed', ['mon', 'wed', 'fri']],
    ['mon-wed,sat', ['mon', 'tue', 'wed', 'sat']],
    ['tue', ['tue']],
    ['', undefined],
    ['mon-', undefined],
    ['monday', undefined],
    ['mon-wed-fri', undefined],
  ])('has days: %j', (text, days) => expect(daysFrom(text)).toEqual(days));

  it.each([
    ['09:00-18:00', { start: '09:00', end: '18:00' }],
    ['00:00-24:00', { start: '00:00', end: '24:00' }],
    ['22:00-06:00', undefined],
    ['09:00-09:00', undefined],
    ['9-18', undefined],
    ['24:00-24:00', undefined],
    ['09:00-18:60', undefined],
  ])('has hours: %j', (text, hours) => expect(hoursFrom(text)).toEqual(hours));

  it.each(['UTC', 'Europe/Berlin', 'America/Argentina/Buenos_Aires', 'Europe/Kiev', 'Europe/Kyiv'])(
    'has a zone: %s',
    (zone) => expect(isTimeZone(zone)).toBe(true),
  );
  it.each(['', '+03:00', 'Europe/Atlantis', 'Berlin', '../etc', 'x'.repeat(10_000)])('has no zone %j', (zone) =>
    expect(isTimeZone(zone)).toBe(false),
  );

  it('counts minutes from midnight', () => {
    expect(['00:00', '09:30', '24:00', '24:01'].map(minuteOf)).toEqual([0, 570, 1440, undefined]);
    expect(areWorkingHours({ start: '10:00', end: '9:00' })).toBe(false);
  });

  it('is refused where no one ever works', () => {
    const calendar = { time_zone: 'UTC', working_days: [], working_hours: { start: '09:00', end: '18:00' } };
    expect(() => new WorkingTime(calendar)).toThrow('is no working calendar');
  });
});
