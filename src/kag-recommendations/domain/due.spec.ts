import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ROUND_THE_CLOCK, type WorkingCalendar } from '../../common/working-time/calendar.js';
import { workingTimeOf } from '../../common/working-time/working-time.js';
import { dueDay, localDay } from './due.js';

const OFFICE: WorkingCalendar = {
  time_zone: 'Asia/Vladivostok',
  working_days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  working_hours: { start: '09:00', end: '18:00' },
};
const office = workingTimeOf(OFFICE);

describe('a due date', () => {
  it.each<[name: string, opened: string, days: number, due: string]>([
    ['the next working day', '2026-03-31T01:00:00Z', 1, '2026-04-01'],
    ['over a weekend', '2026-04-03T01:00:00Z', 1, '2026-04-06'],
    ['of some days', '2026-04-02T01:00:00Z', 3, '2026-04-07'],
    ['opened on a day off', '2026-04-04T01:00:00Z', 1, '2026-04-06'],
    ['opened when it is the next day already where people work', '2026-04-02T20:00:00Z', 1, '2026-04-06'],
    ['at once', '2026-04-02T01:00:00Z', 0, '2026-04-02'],
  ])('%s', (_name, opened, days, due) => expect(dueDay(office, new Date(opened), days)).toBe(due));

  it('counts every day where people always work', () =>
    expect(dueDay(workingTimeOf(ROUND_THE_CLOCK), new Date('2026-04-03T12:00:00Z'), 2)).toBe('2026-04-05'));

  it('is a working day, and later the more days there are', () => {
    const zones = fc.constantFrom('UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia', 'Asia/Vladivostok');
    fc.assert(
      fc.property(
        zones,
        fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 9 }),
        (time_zone, opened, days) => {
          const time = workingTimeOf({ ...OFFICE, time_zone });
          const due = dueDay(time, opened, days);
          expect(new Date(`${due}T00:00:00Z`).getUTCDay() % 6).not.toBe(0);
          expect(due > localDay(time_zone, opened)).toBe(true);
          expect(due < dueDay(time, opened, days + 1)).toBe(true);
        },
      ),
    );
  });
});
